package dev.dreamwire.runtime.eval;

import java.util.Arrays;

/** Arithmetic on pictures {@code [3,H,W]} in −1..1. */
final class Pictures {
  /** Squared range of a value. */
  private static final double PEAK = 4;

  private Pictures() {}

  /** Mean squared difference of two pictures. */
  static double mse(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      double difference = a[i] - b[i];
      sum += difference * difference;
    }
    return sum / a.length;
  }

  /** Mean absolute difference of two pictures. */
  static double difference(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += Math.abs(a[i] - b[i]);
    }
    return sum / a.length;
  }

  /** Peak signal-to-noise ratio of a mean squared error, in dB. */
  static double psnr(double mse) {
    return 10 * Math.log10(PEAK / mse);
  }

  /** Brightness of every pixel, {@code [H,W]}. */
  static float[] luma(float[] picture) {
    int pixels = picture.length / 3;
    float[] out = new float[pixels];
    for (int i = 0; i < pixels; i++) {
      out[i] =
          0.299f * picture[i] + 0.587f * picture[pixels + i] + 0.114f * picture[2 * pixels + i];
    }
    return out;
  }

  /** One of many pictures. */
  static float[] one(float[] pictures, int index, int size) {
    return Arrays.copyOfRange(pictures, index * size, (index + 1) * size);
  }
}
