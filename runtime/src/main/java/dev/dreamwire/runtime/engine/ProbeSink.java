package dev.dreamwire.runtime.engine;

import dev.dreamwire.api.tensor.TensorView;

/** A service that is shown watched values every frame, on the engine's thread. */
public interface ProbeSink {
  /**
   * Shows a value, valid during the call.
   *
   * @param probe {@code node/name} of an inner value, or {@code node/port} of an output
   * @param frame counted from 0; −1 for what play starts with
   */
  void probe(String probe, long frame, TensorView value);
}
