package dev.dreamwire.runtime.train;

import dev.dreamwire.runtime.tensor.learn.TrainStep;
import dev.dreamwire.runtime.train.health.Symptoms;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** One model's training: what a step learns from, and what is shown of it. */
interface Stage extends AutoCloseable {
  /** Short name for files: {@code autoencoder}. */
  String name();

  /** How weights are changed. */
  Recipe.Optimiser optimiser();

  /** The step's engine. */
  TrainStep step();

  /**
   * What step {@code n} learns from; depends on nothing but the seed, {@code n} and what happened
   * since the last checkpoint.
   */
  Map<String, float[]> batch(long n);

  /** What the averaged weights are measured on; the same for the whole run. */
  Map<String, float[]> heldOut();

  /** Target frames of one batch, for the speed that is told. */
  int framesPerBatch();

  /**
   * Writes the averaged weights as a model that can be played while training goes on.
   *
   * @throws IOException if the folder cannot be written
   */
  void publish(Path folder) throws IOException;

  /** Was saved or restored: forgets what a process that goes on from the checkpoint cannot know. */
  default void atCheckpoint() {}

  /** Draws what the averaged weights do, and tells what is to be seen of it. */
  Symptoms drawSheet(Path png);

  @Override
  default void close() {
    step().close();
  }
}
