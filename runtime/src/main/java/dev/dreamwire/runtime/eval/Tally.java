package dev.dreamwire.runtime.eval;

import java.util.List;

/**
 * A sum within one episode or from one start, and over how many values.
 *
 * @param sum of the values
 * @param count of them
 */
record Tally(double sum, long count) {
  /** Nothing yet. */
  static final Tally NONE = new Tally(0, 0);

  Tally plus(double value) {
    return new Tally(sum + value, count + 1);
  }

  /** The mean of all values; NaN of none. */
  static double mean(List<Tally> tallies) {
    double sum = 0;
    long count = 0;
    for (Tally tally : tallies) {
      sum += tally.sum;
      count += tally.count;
    }
    return sum / count;
  }

  /** PSNR of the mean of squared errors, dB. */
  static double psnr(List<Tally> squaredErrors) {
    return Pictures.psnr(mean(squaredErrors));
  }
}
