package dev.dreamwire.runtime.engine;

import java.nio.FloatBuffer;

/**
 * Gaussian noise that depends on nothing but a seed, a frame's number, a name and a place: the same
 * on every machine, and in any order. Counters are mixed by SplitMix64 (Steele et al. 2014) and
 * turned into normal values by the Box–Muller transform.
 */
final class NoiseSource {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private NoiseSource() {}

  /** Fills a buffer from its position to its limit. */
  static void fill(long seed, long frame, String name, FloatBuffer out) {
    long key = mix(mix(seed + GOLDEN) + mix(frame + 1)) + mix(hash(name));
    long counter = 0;
    while (out.hasRemaining()) {
      double radius = Math.sqrt(-2 * StrictMath.log(unit(key, counter++)));
      double angle = 2 * Math.PI * unit(key, counter++);
      out.put((float) (radius * StrictMath.cos(angle)));
      if (out.hasRemaining()) {
        out.put((float) (radius * StrictMath.sin(angle)));
      }
    }
  }

  /** In (0, 1]. */
  private static double unit(long key, long counter) {
    return ((mix(key + counter * GOLDEN) >>> 11) + 1) * 0x1p-53;
  }

  private static long mix(long x) {
    long z = x;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** FNV-1a, which unlike {@link String#hashCode} spreads over 64 bits. */
  private static long hash(String name) {
    long h = 0xcbf29ce484222325L;
    for (int i = 0; i < name.length(); i++) {
      h = (h ^ name.charAt(i)) * 0x100000001b3L;
    }
    return h;
  }
}
