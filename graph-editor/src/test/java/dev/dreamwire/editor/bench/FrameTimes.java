package dev.dreamwire.editor.bench;

import java.util.Arrays;
import java.util.Locale;

/**
 * Times between frames while every frame shows something new.
 *
 * @param millis in the order of the frames
 */
record FrameTimes(double[] millis) {
  /** A quantile, by the nearest rank. */
  double quantile(double share) {
    double[] sorted = millis.clone();
    Arrays.sort(sorted);
    int rank = (int) Math.ceil(share * sorted.length) - 1;
    return sorted[Math.clamp(rank, 0, sorted.length - 1)];
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "%.1f / %.1f / %.1f", quantile(0.5), quantile(0.95), quantile(0.99));
  }
}
