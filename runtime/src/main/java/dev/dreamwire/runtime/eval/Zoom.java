package dev.dreamwire.runtime.eval;

/**
 * How much a picture grew about its middle: the factor at which the first picture, enlarged,
 * differs least from the second where both show something (mean absolute difference of brightness
 * without its mean). Walking forward lets a picture grow.
 */
final class Zoom {
  private static final double STEP = 0.03;
  private static final int STEPS = 12;

  private final int width;

  Zoom(int width) {
    this.width = width;
  }

  /** Natural logarithm of the factor, in steps of 0.03 up to ±0.36; 0 if nothing fits better. */
  double between(float[] first, float[] second) {
    float[] a = Pictures.luma(first);
    float[] b = Pictures.luma(second);
    double best = 0;
    double least = difference(a, b, 0);
    for (int k = 1; k <= STEPS; k++) {
      for (double zoom : new double[] {k * STEP, -k * STEP}) {
        double now = difference(a, b, zoom);
        if (now < least) {
          least = now;
          best = zoom;
        }
      }
    }
    return best;
  }

  private double difference(float[] a, float[] b, double zoom) {
    int height = a.length / width;
    double shrink = Math.exp(-zoom);
    double sum = 0;
    double bias = 0;
    int n = 0;
    double[] differences = new double[a.length];
    for (int y = 0; y < height; y++) {
      double fromY = (height - 1) / 2.0 + (y - (height - 1) / 2.0) * shrink;
      for (int x = 0; x < width; x++) {
        double fromX = (width - 1) / 2.0 + (x - (width - 1) / 2.0) * shrink;
        if (fromX >= 0 && fromY >= 0 && fromX <= width - 1 && fromY <= height - 1) {
          differences[n] = b[y * width + x] - sample(a, fromX, fromY, height);
          bias += differences[n++];
        }
      }
    }
    for (int i = 0; i < n; i++) {
      sum += Math.abs(differences[i] - bias / n);
    }
    return sum / n;
  }

  private double sample(float[] p, double x, double y, int height) {
    int left = Math.min((int) x, width - 2);
    int top = Math.min((int) y, height - 2);
    double right = x - left;
    double down = y - top;
    int at = top * width + left;
    return (p[at] * (1 - right) + p[at + 1] * right) * (1 - down)
        + (p[at + width] * (1 - right) + p[at + width + 1] * right) * down;
  }
}
