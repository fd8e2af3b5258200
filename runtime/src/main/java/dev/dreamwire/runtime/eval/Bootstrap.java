package dev.dreamwire.runtime.eval;

import dev.dreamwire.runtime.eval.report.Estimate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * Intervals by drawing whole groups anew with replacement (percentile bootstrap, Efron &amp;
 * Tibshirani 1993). What is measured within one episode or from one start hangs together, so the
 * groups are episodes or starts. Stateless; the same groups give the same interval.
 */
final class Bootstrap {
  private static final int DRAWS = 1000;
  private static final double TAIL = 0.025;
  private static final long SEED = 20_260_101;

  private Bootstrap() {}

  /**
   * A statistic of all groups, and its 95 % interval; none with fewer than three groups.
   *
   * @param groups measured independently
   * @param statistic of any selection of them
   */
  static <G> Estimate of(List<G> groups, ToDoubleFunction<List<G>> statistic) {
    double value = statistic.applyAsDouble(groups);
    if (groups.size() < 3) {
      return Estimate.of(value);
    }
    Random random = new Random(SEED);
    double[] drawn = new double[DRAWS];
    List<G> selection = new ArrayList<>(groups);
    for (int i = 0; i < DRAWS; i++) {
      selection.replaceAll(any -> groups.get(random.nextInt(groups.size())));
      drawn[i] = statistic.applyAsDouble(selection);
    }
    double[] sorted = Arrays.stream(drawn).filter(d -> !Double.isNaN(d)).sorted().toArray();
    if (sorted.length == 0) {
      return Estimate.of(value);
    }
    int last = sorted.length - 1;
    return new Estimate(
        value,
        new Estimate.Interval(
            sorted[(int) Math.floor(TAIL * last)], sorted[(int) Math.ceil((1 - TAIL) * last)]));
  }

  /** The mean over all tallies together, and its interval. */
  static Estimate mean(List<Tally> groups) {
    return of(groups, Tally::mean);
  }
}
