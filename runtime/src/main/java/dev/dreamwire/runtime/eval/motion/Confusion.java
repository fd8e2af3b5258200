package dev.dreamwire.runtime.eval.motion;

import java.util.List;

/**
 * How often each class was read where each was true. Immutable as long as nobody writes to its
 * array.
 *
 * @param counts {@code [true class][read class]} over all factors' classes
 */
public record Confusion(long[][] counts) {
  /** Nothing read yet. */
  static Confusion empty() {
    int n = Factor.allClasses();
    return new Confusion(new long[n][n]);
  }

  /** All together. */
  public static Confusion sum(List<Confusion> parts) {
    Confusion out = empty();
    for (Confusion part : parts) {
      for (int i = 0; i < part.counts.length; i++) {
        for (int j = 0; j < part.counts.length; j++) {
          out.counts[i][j] += part.counts[i][j];
        }
      }
    }
    return out;
  }

  /** How often a class was true. */
  public long support(int clazz) {
    long sum = 0;
    for (long count : counts[clazz]) {
      sum += count;
    }
    return sum;
  }

  /**
   * F1, the harmonic mean of precision and recall, {@code 2·tp / (2·tp + fp + fn)} (van Rijsbergen
   * 1979); NaN if the class was never true.
   */
  public double f1(int clazz) {
    long hit = counts[clazz][clazz];
    long read = 0;
    for (long[] row : counts) {
      read += row[clazz];
    }
    long truth = support(clazz);
    return truth == 0 ? Double.NaN : 2.0 * hit / (read + truth);
  }

  /** F1 that is expected of who draws classes at random as often as they are true. */
  public double chance(Factor factor, int clazz) {
    long all = 0;
    for (int i = factor.offset(); i < factor.offset() + factor.classes().size(); i++) {
      all += support(i);
    }
    return all == 0 ? Double.NaN : (double) support(clazz) / all;
  }

  /** Share of the steps that were read rightly, over all factors. */
  public double accuracy() {
    long right = 0;
    long all = 0;
    for (int i = 0; i < counts.length; i++) {
      right += counts[i][i];
      all += support(i);
    }
    return (double) right / all;
  }

  /** Mean F1 of the classes in which something is done, as far as they were true. */
  public double macroF1() {
    double sum = 0;
    int n = 0;
    for (Factor factor : Factor.values()) {
      for (int i = 1; i < factor.classes().size(); i++) {
        double f1 = f1(factor.offset() + i);
        if (!Double.isNaN(f1)) {
          sum += f1;
          n++;
        }
      }
    }
    return sum / n;
  }

  /** Mean of {@link #chance} over the same classes as {@link #macroF1}. */
  public double macroChance() {
    double sum = 0;
    int n = 0;
    for (Factor factor : Factor.values()) {
      for (int i = 1; i < factor.classes().size(); i++) {
        int clazz = factor.offset() + i;
        if (support(clazz) > 0) {
          sum += chance(factor, clazz);
          n++;
        }
      }
    }
    return sum / n;
  }
}
