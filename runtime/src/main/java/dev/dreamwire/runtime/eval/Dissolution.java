package dev.dreamwire.runtime.eval;

import java.util.List;

/**
 * Tells when play has dissolved: its edges are nearer to those of play of half the resolution than
 * to those of true play. {@link Aspect#SHARPNESS} decides and not how much detail there is, which a
 * plain wall lacks too.
 *
 * @param least sharpness of what has not dissolved
 */
record Dissolution(double least) {
  /** Lies in the middle between 99 of 100 true looks and 99 of 100 blurred ones. */
  static Dissolution of(List<Look> real, List<Look> blurred) {
    double[] sharp = sorted(real);
    double[] soft = sorted(blurred);
    double softest = sharp[sharp.length / 100];
    double sharpest = soft[soft.length - 1 - soft.length / 100];
    return new Dissolution((softest + sharpest) / 2);
  }

  private static double[] sorted(List<Look> looks) {
    return looks.stream().mapToDouble(look -> look.get(Aspect.SHARPNESS)).sorted().toArray();
  }

  /** Whether play that looks like this has dissolved. */
  boolean holds(Look look) {
    return look.get(Aspect.SHARPNESS) < least;
  }
}
