package dev.dreamwire.runtime.eval;

/** How alike two pictures look, beyond their squared error. Stateless. */
final class Similarity {
  private static final int WINDOW = 11;
  private static final double SIGMA = 1.5;
  private static final double RANGE = 2;
  private static final double C1 = square(0.01 * RANGE);
  private static final double C2 = square(0.03 * RANGE);

  private Similarity() {}

  /**
   * Structural similarity of brightness, mean over all places of an 11×11 Gaussian window with σ =
   * 1.5 (Wang et al. 2004), 1 for equal pictures.
   *
   * @param width of the pictures {@code [3,H,W]}, at least 11 pixels both ways
   */
  static double ssim(float[] a, float[] b, int width) {
    float[] x = Pictures.luma(a);
    float[] y = Pictures.luma(b);
    double[] meanX = blurred(x, x, width, true);
    double[] meanY = blurred(y, y, width, true);
    double[] xx = blurred(x, x, width, false);
    double[] yy = blurred(y, y, width, false);
    double[] xy = blurred(x, y, width, false);
    double sum = 0;
    for (int i = 0; i < meanX.length; i++) {
      double both = meanX[i] * meanY[i];
      double squares = meanX[i] * meanX[i] + meanY[i] * meanY[i];
      double variances = xx[i] + yy[i] - squares;
      sum += (2 * both + C1) * (2 * (xy[i] - both) + C2) / ((squares + C1) * (variances + C2));
    }
    return sum / meanX.length;
  }

  /** The window's mean of {@code a}, or of {@code a·b}, wherever the window fits. */
  private static double[] blurred(float[] a, float[] b, int width, boolean plain) {
    double[] kernel = kernel();
    int height = a.length / width;
    int columns = width - WINDOW + 1;
    int rows = height - WINDOW + 1;
    double[] across = new double[height * columns];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < columns; x++) {
        double sum = 0;
        for (int k = 0; k < WINDOW; k++) {
          int at = y * width + x + k;
          sum += kernel[k] * (plain ? a[at] : a[at] * b[at]);
        }
        across[y * columns + x] = sum;
      }
    }
    double[] out = new double[rows * columns];
    for (int i = 0; i < out.length; i++) {
      for (int k = 0; k < WINDOW; k++) {
        out[i] += kernel[k] * across[i + k * columns];
      }
    }
    return out;
  }

  private static double[] kernel() {
    double[] out = new double[WINDOW];
    double sum = 0;
    for (int i = 0; i < WINDOW; i++) {
      out[i] = Math.exp(-square(i - WINDOW / 2) / (2 * SIGMA * SIGMA));
      sum += out[i];
    }
    for (int i = 0; i < WINDOW; i++) {
      out[i] /= sum;
    }
    return out;
  }

  /**
   * Mean squared difference of the brightness' Sobel gradients, a sixteenth of whose sums they are,
   * so that they lie in −½..½: what edges lose, which a plain error hardly sees.
   */
  static double gradientError(float[] a, float[] b, int width) {
    float[] difference = Pictures.luma(a);
    float[] other = Pictures.luma(b);
    for (int i = 0; i < difference.length; i++) {
      difference[i] -= other[i];
    }
    int height = difference.length / width;
    double sum = 0;
    for (int y = 1; y < height - 1; y++) {
      for (int x = 1; x < width - 1; x++) {
        int i = y * width + x;
        sum +=
            square(sobel(difference, i, width, 1) / 16)
                + square(sobel(difference, i, 1, width) / 16);
      }
    }
    return sum / (2.0 * (height - 2) * (width - 2));
  }

  /** The gradient along {@code step}, smoothed along {@code along}. */
  private static double sobel(float[] p, int at, int along, int step) {
    return p[at - along + step]
        - p[at - along - step]
        + 2 * (p[at + step] - p[at - step])
        + p[at + along + step]
        - p[at + along - step];
  }

  private static double square(double x) {
    return x * x;
  }
}
