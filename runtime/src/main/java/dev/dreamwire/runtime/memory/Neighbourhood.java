package dev.dreamwire.runtime.memory;

/**
 * Means of what lies around the pixels of a picture, by sums over all that lies above and to the
 * left (F. Crow: Summed-Area Tables for Texture Mapping, 1984). Stateless.
 */
final class Neighbourhood {
  private static final int CHANNELS = 3;

  private Neighbourhood() {}

  /**
   * The means.
   *
   * @param picture {@code [3,H,W]}
   * @param counted whether a pixel counts
   * @param radius how far away it may be in both ways, pixels
   * @return {@code [3,H,W]}; 0 where nothing around counts
   */
  static float[] means(float[] picture, boolean[] counted, int columns, int radius) {
    int pixels = counted.length;
    int rows = pixels / columns;
    double[] counts = sums(counted, null, 0, columns);
    float[] out = new float[picture.length];
    for (int channel = 0; channel < CHANNELS; channel++) {
      double[] sums = sums(counted, picture, channel * pixels, columns);
      for (int pixel = 0; pixel < pixels; pixel++) {
        int top = Math.max(pixel / columns - radius, 0);
        int left = Math.max(pixel % columns - radius, 0);
        int bottom = Math.min(pixel / columns + radius + 1, rows);
        int right = Math.min(pixel % columns + radius + 1, columns);
        double count = within(counts, columns, top, left, bottom, right);
        double sum = within(sums, columns, top, left, bottom, right);
        out[channel * pixels + pixel] = count == 0 ? 0 : (float) (sum / count);
      }
    }
    return out;
  }

  /** Of each corner of pixels, the sum of what counts above it and to its left. */
  private static double[] sums(boolean[] counted, float[] values, int from, int columns) {
    int wide = columns + 1;
    double[] out = new double[(counted.length / columns + 1) * wide];
    for (int pixel = 0; pixel < counted.length; pixel++) {
      int at = (pixel / columns + 1) * wide + pixel % columns + 1;
      double value = values == null ? 1 : values[from + pixel];
      out[at] = (counted[pixel] ? value : 0) + out[at - 1] + out[at - wide] - out[at - wide - 1];
    }
    return out;
  }

  private static double within(
      double[] sums, int columns, int top, int left, int bottom, int right) {
    int wide = columns + 1;
    return sums[bottom * wide + right]
        - sums[top * wide + right]
        - sums[bottom * wide + left]
        + sums[top * wide + left];
  }
}
