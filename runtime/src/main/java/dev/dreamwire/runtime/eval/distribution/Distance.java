package dev.dreamwire.runtime.eval.distribution;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * How far sets of feature vectors are from a reference. Features are first put in units of their
 * standard deviation in the reference. Immutable.
 */
public final class Distance {
  private static final int DIRECTIONS = 64;
  private static final long SEED = 4_711;
  private static final double TINY = 1e-9;

  private final double[] mean;
  private final double[] deviation;
  private final List<double[]> reference;

  /** Distances from a reference of at least two vectors. */
  public Distance(List<double[]> reference) {
    this.mean = mean(reference);
    double[][] covariance = covariance(reference, mean);
    this.deviation = new double[mean.length];
    for (int i = 0; i < mean.length; i++) {
      deviation[i] = Math.sqrt(covariance[i][i]) + TINY;
    }
    this.reference = reference.stream().map(this::standardised).toList();
  }

  private double[] standardised(double[] vector) {
    double[] out = new double[vector.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = (vector[i] - mean[i]) / deviation[i];
    }
    return out;
  }

  /**
   * {@code |μ₁ − μ₂|² + tr(Σ₁ + Σ₂ − 2·(Σ₁·Σ₂)^½)} of fitted Gaussians (Dowson &amp; Landau 1982;
   * Heusel et al. 2017). It grows as the sets get smaller, so compare sets of one size.
   */
  public double frechet(List<double[]> vectors) {
    List<double[]> others = vectors.stream().map(this::standardised).toList();
    double[] m1 = mean(reference);
    double[] m2 = mean(others);
    double[][] s1 = covariance(reference, m1);
    double[][] s2 = covariance(others, m2);
    double[][] root = SymmetricMatrix.root(s1);
    // The product of both is not symmetric, but has the eigenvalues of this one.
    double[][] between = SymmetricMatrix.product(SymmetricMatrix.product(root, s2), root);
    double sum = 0;
    for (double value : SymmetricMatrix.eigen(between).values()) {
      sum -= 2 * Math.sqrt(Math.max(0, value));
    }
    for (int i = 0; i < m1.length; i++) {
      sum += s1[i][i] + s2[i][i] + (m1[i] - m2[i]) * (m1[i] - m2[i]);
    }
    return Math.max(0, sum);
  }

  /**
   * Sliced 1-Wasserstein distance: mean over random directions of the distance of the projections
   * (Rabin et al. 2012). As many vectors of both sets count as the smaller has.
   */
  public double sliced(List<double[]> vectors) {
    List<double[]> others = vectors.stream().map(this::standardised).toList();
    int n = Math.min(reference.size(), others.size());
    Random random = new Random(SEED);
    double sum = 0;
    for (int d = 0; d < DIRECTIONS; d++) {
      double[] direction = direction(random);
      double[] a = projected(reference, direction, n);
      double[] b = projected(others, direction, n);
      for (int i = 0; i < n; i++) {
        sum += Math.abs(a[i] - b[i]);
      }
    }
    return sum / (n * DIRECTIONS);
  }

  private double[] direction(Random random) {
    double[] out = new double[mean.length];
    double squares = 0;
    for (int i = 0; i < out.length; i++) {
      out[i] = random.nextGaussian();
      squares += out[i] * out[i];
    }
    for (int i = 0; i < out.length; i++) {
      out[i] /= Math.sqrt(squares);
    }
    return out;
  }

  private static double[] projected(List<double[]> vectors, double[] direction, int n) {
    double[] out = new double[n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < direction.length; j++) {
        out[i] += vectors.get(i)[j] * direction[j];
      }
    }
    Arrays.sort(out);
    return out;
  }

  private static double[] mean(List<double[]> vectors) {
    double[] out = new double[vectors.getFirst().length];
    for (double[] vector : vectors) {
      for (int i = 0; i < out.length; i++) {
        out[i] += vector[i] / vectors.size();
      }
    }
    return out;
  }

  private static double[][] covariance(List<double[]> vectors, double[] mean) {
    double[][] out = new double[mean.length][mean.length];
    for (double[] vector : vectors) {
      for (int i = 0; i < mean.length; i++) {
        for (int j = 0; j < mean.length; j++) {
          out[i][j] += (vector[i] - mean[i]) * (vector[j] - mean[j]) / (vectors.size() - 1);
        }
      }
    }
    return out;
  }
}
