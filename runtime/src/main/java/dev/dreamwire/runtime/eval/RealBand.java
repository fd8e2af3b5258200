package dev.dreamwire.runtime.eval;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The looks that true play has: for each aspect the 1st to the 99th percentile over its looks, and
 * a quarter of that width more on both sides. No error is too small.
 *
 * @param ranges of all aspects
 */
record RealBand(Map<Aspect, Range> ranges) {
  private static final double MARGIN = 0.25;

  RealBand {
    ranges = Map.copyOf(ranges);
  }

  /** From the lowest value that is allowed to the highest. */
  record Range(double low, double high) {
    boolean holds(double value) {
      return value >= low && value <= high;
    }

    static Range of(List<Look> looks, Aspect aspect) {
      double[] sorted = looks.stream().mapToDouble(look -> look.get(aspect)).sorted().toArray();
      double low = sorted[(int) (0.01 * (sorted.length - 1))];
      double high = sorted[(int) Math.ceil(0.99 * (sorted.length - 1))];
      double more = MARGIN * (high - low);
      return new Range(aspect == Aspect.SELF_ERROR ? 0 : low - more, high + more);
    }
  }

  /** The band of true play. */
  static RealBand of(List<Look> looks) {
    Map<Aspect, Range> out = new EnumMap<>(Aspect.class);
    for (Aspect aspect : Aspect.values()) {
      out.put(aspect, Range.of(looks, aspect));
    }
    return new RealBand(out);
  }

  Range range(Aspect aspect) {
    return ranges.get(aspect);
  }

  /** Whether play looks real. */
  boolean holds(Look look) {
    return ranges.entrySet().stream().allMatch(e -> e.getValue().holds(look.get(e.getKey())));
  }
}
