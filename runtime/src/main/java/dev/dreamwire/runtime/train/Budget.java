package dev.dreamwire.runtime.train;

/**
 * When training ends: whichever comes first.
 *
 * @param seconds of work, over all processes
 * @param steps of each stage
 */
public record Budget(double seconds, long steps) {
  public Budget {
    if (!(seconds > 0) || steps < 1) {
      throw new IllegalArgumentException(
          "training needs more than " + seconds + " s and " + steps + " steps");
    }
  }

  /** Only time counts. */
  public static Budget hours(double hours) {
    return new Budget(hours * 3600, Long.MAX_VALUE);
  }

  /** The same steps in a part of the time. */
  Budget share(double share) {
    return new Budget(seconds * share, steps);
  }

  /** How much of it is used up, 0..1 and beyond. */
  double progress(double spentSeconds, long takenSteps) {
    return Math.max(spentSeconds / seconds, (double) takenSteps / steps);
  }
}
