package dev.dreamwire.api.node;

import dev.dreamwire.api.tensor.TensorView;

/** A running host node. All calls come from the one engine thread. */
public interface HostProcess extends AutoCloseable {
  /** Play starts, or starts over. */
  default void reset(long seed) {}

  /** Does the node's part of one frame. */
  void frame(Frame frame);

  @Override
  default void close() {}

  /** What the node reads and writes in one frame. */
  interface Frame {
    /** Frames made since play started: 0 for the first. While play starts it is −1. */
    long index();

    /** The node's parameters, live ones as they are now. */
    Params params();

    /** Whether an input is wired. */
    boolean wired(String port);

    /** The tensor on an input; valid during this call. */
    TensorView tensor(String port);

    /** The object on an input. */
    <V> V value(String port, Class<V> type);

    /** Hands out a tensor; copied before this call returns. */
    void output(String port, TensorView value);

    /** Hands out an object. */
    void output(String port, Object value);
  }
}
