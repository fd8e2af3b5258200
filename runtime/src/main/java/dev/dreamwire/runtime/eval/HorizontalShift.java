package dev.dreamwire.runtime.eval;

/**
 * By how many pixels a picture moved sideways: the shift at which two pictures, without their
 * means, differ least where they overlap (mean absolute difference of brightness).
 */
final class HorizontalShift {
  private final int width;
  private final int largest;

  /**
   * A measure.
   *
   * @param width of the pictures
   * @param largest shift that is looked for, in pixels
   */
  HorizontalShift(int width, int largest) {
    this.width = width;
    this.largest = largest;
  }

  /** Pixels from the first picture to the second, + to the right; 0 if nothing fits better. */
  int between(float[] first, float[] second) {
    float[] a = centred(Pictures.luma(first));
    float[] b = centred(Pictures.luma(second));
    int best = 0;
    double least = difference(a, b, 0);
    for (int distance = 1; distance <= largest; distance++) {
      for (int shift : new int[] {distance, -distance}) {
        double now = difference(a, b, shift);
        if (now < least) {
          least = now;
          best = shift;
        }
      }
    }
    return best;
  }

  private double difference(float[] a, float[] b, int shift) {
    int height = a.length / width;
    double sum = 0;
    for (int y = 0; y < height; y++) {
      for (int x = Math.max(0, -shift); x < Math.min(width, width - shift); x++) {
        sum += Math.abs(a[y * width + x] - b[y * width + x + shift]);
      }
    }
    return sum / (height * (width - Math.abs(shift)));
  }

  private static float[] centred(float[] luma) {
    double mean = 0;
    for (float value : luma) {
      mean += value;
    }
    mean /= luma.length;
    for (int i = 0; i < luma.length; i++) {
      luma[i] -= (float) mean;
    }
    return luma;
  }
}
