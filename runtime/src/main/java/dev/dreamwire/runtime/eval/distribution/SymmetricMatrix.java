package dev.dreamwire.runtime.eval.distribution;

/** Eigenvalues and roots of small symmetric matrices, by Jacobi's rotations. Stateless. */
final class SymmetricMatrix {
  private static final int SWEEPS = 60;
  private static final double TINY = 1e-22;

  private SymmetricMatrix() {}

  /**
   * What a matrix does along its own axes.
   *
   * @param values along each axis
   * @param axes one a column
   */
  record Eigen(double[] values, double[][] axes) {}

  /** Takes a symmetric matrix apart (Golub &amp; Van Loan, Matrix Computations, §8.5). */
  static Eigen eigen(double[][] matrix) {
    int n = matrix.length;
    double[][] a = new double[n][];
    double[][] axes = new double[n][n];
    for (int i = 0; i < n; i++) {
      a[i] = matrix[i].clone();
      axes[i][i] = 1;
    }
    for (int sweep = 0; sweep < SWEEPS && beside(a) > TINY * n * n; sweep++) {
      for (int p = 0; p < n; p++) {
        for (int q = p + 1; q < n; q++) {
          rotate(a, axes, p, q);
        }
      }
    }
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      values[i] = a[i][i];
    }
    return new Eigen(values, axes);
  }

  /** Squares beside the diagonal, as a share of all. */
  private static double beside(double[][] a) {
    double off = 0;
    double all = Double.MIN_NORMAL;
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a.length; j++) {
        all += a[i][j] * a[i][j];
        off += i == j ? 0 : a[i][j] * a[i][j];
      }
    }
    return off / all;
  }

  private static void rotate(double[][] a, double[][] axes, int p, int q) {
    if (a[p][q] == 0) {
      return;
    }
    double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
    double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
    double cos = 1 / Math.sqrt(t * t + 1);
    double sin = t * cos;
    for (int k = 0; k < a.length; k++) {
      double kp = a[k][p];
      double kq = a[k][q];
      a[k][p] = cos * kp - sin * kq;
      a[k][q] = sin * kp + cos * kq;
    }
    for (int k = 0; k < a.length; k++) {
      double pk = a[p][k];
      double qk = a[q][k];
      a[p][k] = cos * pk - sin * qk;
      a[q][k] = sin * pk + cos * qk;
    }
    for (double[] row : axes) {
      double kp = row[p];
      double kq = row[q];
      row[p] = cos * kp - sin * kq;
      row[q] = sin * kp + cos * kq;
    }
  }

  /** The root of a matrix without negative eigenvalues; what rounding made negative counts as 0. */
  static double[][] root(double[][] matrix) {
    Eigen eigen = eigen(matrix);
    int n = matrix.length;
    double[][] out = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        for (int k = 0; k < n; k++) {
          double value = Math.sqrt(Math.max(0, eigen.values()[k]));
          out[i][j] += eigen.axes()[i][k] * value * eigen.axes()[j][k];
        }
      }
    }
    return out;
  }

  static double[][] product(double[][] a, double[][] b) {
    double[][] out = new double[a.length][a.length];
    for (int i = 0; i < a.length; i++) {
      for (int k = 0; k < a.length; k++) {
        for (int j = 0; j < a.length; j++) {
          out[i][j] += a[i][k] * b[k][j];
        }
      }
    }
    return out;
  }
}
