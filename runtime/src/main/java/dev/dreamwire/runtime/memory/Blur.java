package dev.dreamwire.runtime.memory;

/**
 * Fills what is not known of a picture with a blur of what is: means of four pixels of four, until
 * one of them is known. Stateless.
 */
final class Blur {
  private static final int CHANNELS = 3;

  private Blur() {}

  /**
   * Fills the pixels that are not known.
   *
   * @param picture {@code [3,H,W]}; all grey, 0, where nothing is known
   */
  static void fill(float[] picture, boolean[] known, int rows, int columns) {
    float[] weights = new float[known.length];
    boolean whole = true;
    for (int i = 0; i < known.length; i++) {
      weights[i] = known[i] ? 1 : 0;
      whole &= known[i];
    }
    if (!whole) {
      fill(picture, weights, rows, columns);
    }
  }

  /** Fills where the weight is 0; a picture of one pixel stays as it is. */
  private static void fill(float[] picture, float[] weights, int rows, int columns) {
    if (rows == 1 && columns == 1) {
      return;
    }
    int halfRows = (rows + 1) / 2;
    int halfColumns = (columns + 1) / 2;
    float[] half = new float[CHANNELS * halfRows * halfColumns];
    float[] halfWeights = new float[halfRows * halfColumns];
    for (int i = 0; i < weights.length; i++) {
      int to = i / columns / 2 * halfColumns + i % columns / 2;
      halfWeights[to] += weights[i];
      for (int c = 0; c < CHANNELS; c++) {
        half[c * halfWeights.length + to] += weights[i] * picture[c * weights.length + i];
      }
    }
    for (int i = 0; i < half.length; i++) {
      float weight = halfWeights[i % halfWeights.length];
      half[i] = weight == 0 ? 0 : half[i] / weight;
    }
    for (int i = 0; i < halfWeights.length; i++) {
      halfWeights[i] = halfWeights[i] == 0 ? 0 : 1;
    }
    fill(half, halfWeights, halfRows, halfColumns);
    for (int i = 0; i < weights.length; i++) {
      int from = i / columns / 2 * halfColumns + i % columns / 2;
      for (int c = 0; c < CHANNELS && weights[i] == 0; c++) {
        picture[c * weights.length + i] = half[c * halfWeights.length + from];
      }
    }
  }
}
