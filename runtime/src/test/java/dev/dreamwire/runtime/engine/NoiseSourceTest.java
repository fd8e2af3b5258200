package dev.dreamwire.runtime.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class NoiseSourceTest {
  private static float[] noise(long seed, long frame, String name, int count) {
    float[] out = new float[count];
    NoiseSource.fill(seed, frame, name, FloatBuffer.wrap(out));
    return out;
  }

  @Test
  void isGaussian() {
    float[] values = noise(1, 0, "x", 200_000);
    double mean = 0;
    double square = 0;
    double fourth = 0;
    for (float v : values) {
      mean += v / values.length;
      square += (double) v * v / values.length;
      fourth += (double) v * v * v * v / values.length;
    }
    assertEquals(0, mean, 0.01);
    assertEquals(1, square, 0.02);
    assertEquals(3, fourth, 0.1);
  }

  @Test
  void seedFrameAndNameEachChangeAllOfIt() {
    float[] base = noise(1, 2, "x", 8);
    assertArrayEquals(base, noise(1, 2, "x", 8));
    assertFalse(Arrays.equals(base, noise(2, 2, "x", 8)));
    assertFalse(Arrays.equals(base, noise(1, 3, "x", 8)));
    assertFalse(Arrays.equals(base, noise(1, 2, "y", 8)));
  }

  @Test
  void isTheSameOnEveryMachine() {
    float[] known = {0.4563696f, 0.2864557f, -0.10596217f};
    assertArrayEquals(known, noise(42, 7, "sampler/x", 3));
  }
}
