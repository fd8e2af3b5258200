package dev.dreamwire.runtime.eval;

import dev.dreamwire.runtime.memory.Pose;

/** A game to be measured: makes pictures from actions. Used by one thread. */
interface Dreamer extends AutoCloseable {
  /**
   * Starts over.
   *
   * @param picture that play starts from, {@code [3,H,W]} in −1..1
   * @param pose that the picture was seen from
   * @param seed of the noise
   */
  void restart(float[] picture, Pose pose, long seed);

  /** The picture that an action leads to, {@code [3,H,W]} in −1..1; the caller's own. */
  float[] next(float[] action);

  @Override
  void close();
}
