package dev.dreamwire.runtime.memory;

/**
 * Fills what is not known of a picture with a blur of what is around it: means of four pixels of
 * four, until one of them is known. What is far counts most, since what nobody saw was mostly
 * hidden behind something near. Stateless.
 */
final class Blur {
  private static final int CHANNELS = 3;

  /** Nearness of what counts a quarter of what is endlessly far, 1/blocks. */
  private static final float FAR = 0.05f;

  private Blur() {}

  /**
   * Fills the pixels that are not known.
   *
   * @param sight whose picture is filled; all grey, 0, where nothing is known
   */
  static void fill(Sight sight, int rows, int columns) {
    float[] weights = new float[rows * columns];
    boolean whole = true;
    for (int i = 0; i < weights.length; i++) {
      float share = FAR / (FAR + sight.nearness()[i]);
      weights[i] = sight.known()[i] ? share * share : 0;
      whole &= sight.known()[i];
    }
    if (!whole) {
      fill(sight.picture(), weights, rows, columns);
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
    fill(half, halfWeights, halfRows, halfColumns);
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] == 0) {
        between(half, halfRows, halfColumns, i / columns, i % columns, picture, i);
      }
    }
  }

  /** Writes what a picture of half the size shows at a pixel of the whole. */
  private static void between(
      float[] half, int rows, int columns, int row, int column, float[] out, int at) {
    float y = Math.clamp(row / 2f - 0.25f, 0, rows - 1);
    float x = Math.clamp(column / 2f - 0.25f, 0, columns - 1);
    int top = (int) y;
    int left = (int) x;
    int bottom = Math.min(top + 1, rows - 1);
    int right = Math.min(left + 1, columns - 1);
    for (int c = 0; c < CHANNELS; c++) {
      int from = c * rows * columns;
      float upper =
          mix(half[from + top * columns + left], half[from + top * columns + right], x - left);
      float lower =
          mix(
              half[from + bottom * columns + left],
              half[from + bottom * columns + right],
              x - left);
      out[c * (out.length / CHANNELS) + at] = mix(upper, lower, y - top);
    }
  }

  private static float mix(float one, float other, float share) {
    return one + share * (other - one);
  }
}
