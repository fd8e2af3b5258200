package dev.dreamwire.runtime.train;

/**
 * Watches a stage's loss and lowers the learning rate when it goes wrong. Used by one thread.
 *
 * <p>A run of steps without finite numbers halves the rate; so does a mean loss far above the best
 * that was seen, from which training goes back to its checkpoint. Too many halvings end the run.
 */
final class RateGuard {
  private static final int SKIPS_BEFORE_HALVING = 5;
  private static final double RUN_AWAY = 4;
  private static final double LEAST_SCALE = 1.0 / 16;

  private final String stage;
  private double scale;
  private int skippedInARow;
  private double best = Double.POSITIVE_INFINITY;

  RateGuard(String stage, double scale) {
    this.stage = stage;
    this.scale = scale;
  }

  /** Part of the recipe's learning rate that is used. */
  double scale() {
    return scale;
  }

  /**
   * A step was left out because its numbers were not finite.
   *
   * @return whether the rate was halved
   * @throws TrainingException if it was halved too often
   */
  boolean skipped() {
    if (++skippedInARow < SKIPS_BEFORE_HALVING) {
      return false;
    }
    skippedInARow = 0;
    halve("has steps whose numbers are not finite");
    return true;
  }

  /** A step went well. */
  void taken() {
    skippedInARow = 0;
  }

  /**
   * Looks at a mean loss.
   *
   * @return whether it ran away, and the rate was halved
   * @throws TrainingException if it was halved too often
   */
  boolean ranAway(double meanLoss) {
    if (meanLoss <= RUN_AWAY * best) {
      best = Math.min(best, meanLoss);
      return false;
    }
    halve("ran away to a loss of " + meanLoss);
    return true;
  }

  private void halve(String why) {
    scale /= 2;
    if (scale < LEAST_SCALE) {
      throw TrainingException.of(null, "error.runsAway", stage, why);
    }
  }
}
