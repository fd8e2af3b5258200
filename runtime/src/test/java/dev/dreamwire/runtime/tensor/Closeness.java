package dev.dreamwire.runtime.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** How near a reading comes to another. */
public final class Closeness {
  private Closeness() {}

  /** The length of the difference over the length of what was expected (or 1, where that is 0). */
  public static double relative(double[] expected, float[] actual) {
    assertEquals(expected.length, actual.length, "number of values");
    double difference = 0;
    double length = 0;
    for (int i = 0; i < expected.length; i++) {
      difference += (actual[i] - expected[i]) * (actual[i] - expected[i]);
      length += expected[i] * expected[i];
    }
    return Math.sqrt(difference / (length == 0 ? 1 : length));
  }

  /** Fails if the relative difference is above a bound, or is no number. */
  public static void assertNear(double[] expected, float[] actual, double bound) {
    double distance = relative(expected, actual);
    assertTrue(distance <= bound, "relative difference " + distance + " is above " + bound);
  }
}
