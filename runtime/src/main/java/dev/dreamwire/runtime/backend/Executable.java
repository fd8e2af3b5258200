package dev.dreamwire.runtime.backend;

import dev.dreamwire.api.tensor.Shape;
import java.nio.FloatBuffer;
import java.util.Map;

/**
 * A compiled program with buffers of its own. Used by one thread at a time: write the inputs,
 * {@link #run}, read the outputs. Holds native memory until closed.
 */
public interface Executable extends AutoCloseable {
  /** Shapes of the inputs, by name. */
  Map<String, Shape> inputs();

  /** Shapes of the outputs, by name. */
  Map<String, Shape> outputs();

  /** The buffer that an input is read from: direct, native order, the same at every run. */
  FloatBuffer input(String name);

  /** The buffer that an output is written to: direct, native order, the same at every run. */
  FloatBuffer output(String name);

  /**
   * Runs the program once.
   *
   * @throws BackendException if the engine fails
   */
  void run();

  /**
   * Makes a run that goes on, or the next one, fail soon with a {@link BackendException}; for a
   * program that nobody waits for any more and that is closed next. Any thread. Engines that cannot
   * stop run to the end.
   */
  default void interrupt() {}

  /**
   * Time spent in each part of the last runs as a share of the whole, by the part's name (see
   * {@link dev.dreamwire.runtime.tensor.Sections}); empty unless compiled with {@code profile}.
   */
  Map<String, Double> shares();

  @Override
  void close();
}
