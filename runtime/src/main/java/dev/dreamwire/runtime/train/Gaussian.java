package dev.dreamwire.runtime.train;

import java.util.Random;

/** Randomness of a step: depends on nothing but the seed, the stage and the step's number. */
final class Gaussian {
  private Gaussian() {}

  /** A generator for a step. */
  static Random of(long seed, String stage, long step) {
    long mixed =
        seed * 0x9E3779B97F4A7C15L
            + stage.hashCode() * 0xBF58476D1CE4E5B9L
            + step * 0x94D049BB133111EBL;
    mixed ^= mixed >>> 29;
    return new Random(mixed * 0xD6E8FEB86659FD93L);
  }

  /** Standard normal values. */
  static float[] fill(Random random, int count) {
    float[] out = new float[count];
    for (int i = 0; i < count; i++) {
      out[i] = (float) random.nextGaussian();
    }
    return out;
  }
}
