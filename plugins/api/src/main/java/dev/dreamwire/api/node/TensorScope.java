package dev.dreamwire.api.node;

import dev.dreamwire.api.tensor.Ops;
import dev.dreamwire.api.tensor.Shape;
import java.nio.FloatBuffer;

/**
 * What a {@link TensorType} reads and writes while a program is being built.
 *
 * @param <T> what a tensor is in this reading
 */
public interface TensorScope<T> extends NodeContext {
  /** The operations to write with. */
  Ops<T> ops();

  /** Whether an optional input is wired. */
  boolean wired(String port);

  /**
   * The tensor on an input. On a {@link Port.Role#FEEDBACK} port this is the previous frame's
   * value; on a {@link Port.Role#START} port it may be read only for its shape.
   */
  T input(String port);

  /** The thing on a wired handle port. */
  <H> H handle(String port, Class<H> type);

  /**
   * A live parameter that is fed anew every frame: a number or a switch as a scalar, a colour as
   * {@code [3]}, its shares of red, green and blue in 0..1.
   */
  T live(String param);

  /** A tensor that the host fills before every frame. */
  T perFrame(String name, Shape shape, FrameFill fill);

  /**
   * Fresh Gaussian noise, mean 0, variance 1, from the play seed, the frame's number and the name.
   */
  T noise(String name, Shape shape);

  /**
   * What the last {@code capacity} frames pushed under this name: {@code [capacity, slot...]},
   * zeros where nothing was pushed yet. Frame {@code n} is at index {@code n mod capacity}: the
   * order is that of a ring, not of time.
   */
  T ring(String name, Shape slot, int capacity);

  /**
   * Puts this frame's value into a ring that {@link #ring} named; visible from the next frame on.
   */
  void push(String name, T value);

  /** Hands out the tensor of an output port. */
  void output(String port, T value);

  /** Hands out a plan-time thing, for outputs whose type is carried as a handle. */
  void outputHandle(String port, Object handle);

  /**
   * Marks an inner value that a person may look at, for example {@code x0.3}. Free unless it is
   * watched.
   */
  void probe(String name, T value);

  /** Fills a {@link #perFrame} tensor. Runs on the engine thread; must not keep the buffer. */
  @FunctionalInterface
  interface FrameFill {
    /**
     * Writes all values.
     *
     * @param frame frames made since play started: 0 for the first
     * @param out row-major, position 0, limit at the shape's count
     */
    void fill(long frame, FloatBuffer out);
  }
}
