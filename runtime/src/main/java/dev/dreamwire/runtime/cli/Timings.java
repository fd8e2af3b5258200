package dev.dreamwire.runtime.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Numbers, one a frame, mostly milliseconds, and their percentiles. Used by one thread. */
final class Timings {
  private double[] values = new double[256];
  private int count;

  void add(double value) {
    if (count == values.length) {
      values = Arrays.copyOf(values, 2 * count);
    }
    values[count++] = value;
  }

  /**
   * The smallest value that at least {@code percent} % of the values do not exceed (nearest rank);
   * 0 if there are none.
   */
  double percentile(double percent) {
    if (count == 0) {
      return 0;
    }
    double[] sorted = Arrays.copyOf(values, count);
    Arrays.sort(sorted);
    int rank = (int) Math.ceil(percent / 100 * count);
    return sorted[Math.clamp(rank - 1, 0, count - 1)];
  }

  /** Percentiles for a report, rounded to three digits: {@code p50}, {@code p95} … */
  Map<String, Object> report(int... percents) {
    Map<String, Object> out = new LinkedHashMap<>();
    for (int percent : percents) {
      out.put("p" + percent, Math.round(percentile(percent) * 1000) / 1000.0);
    }
    return out;
  }
}
