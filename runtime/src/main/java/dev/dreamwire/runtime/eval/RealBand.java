package dev.dreamwire.runtime.eval;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The looks that true play has: for each number the 1st to the 99th percentile over its seconds,
 * and a quarter of that width more on both sides.
 */
record RealBand(Range brightness, Range contrast, Range detail) {
  private static final double MARGIN = 0.25;

  /** From the lowest value that is allowed to the highest. */
  record Range(double low, double high) {
    boolean holds(double value) {
      return value >= low && value <= high;
    }

    static Range of(List<Look> looks, ToDoubleFunction<Look> number) {
      double[] sorted = looks.stream().mapToDouble(number).sorted().toArray();
      double low = sorted[(int) (0.01 * (sorted.length - 1))];
      double high = sorted[(int) Math.ceil(0.99 * (sorted.length - 1))];
      double more = MARGIN * (high - low);
      return new Range(low - more, high + more);
    }
  }

  /** The band of true play, a look a second. */
  static RealBand of(List<Look> seconds) {
    return new RealBand(
        Range.of(seconds, Look::brightness),
        Range.of(seconds, Look::contrast),
        Range.of(seconds, Look::detail));
  }

  /** Whether a second of play looks real. */
  boolean holds(Look look) {
    return brightness.holds(look.brightness())
        && contrast.holds(look.contrast())
        && detail.holds(look.detail());
  }
}
