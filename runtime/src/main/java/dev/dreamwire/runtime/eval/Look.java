package dev.dreamwire.runtime.eval;

/**
 * What a picture looks like, in a few numbers.
 *
 * @param brightness mean of the pixels' brightness, −1..1
 * @param contrast its standard deviation
 * @param detail mean absolute Laplacian: what is fine, and is lost first when a picture dissolves
 */
record Look(double brightness, double contrast, double detail) {
  /** Measures a picture {@code [3,H,W]} of a width. */
  static Look at(float[] picture, int width) {
    float[] luma = Pictures.luma(picture);
    int height = luma.length / width;
    double sum = 0;
    double squares = 0;
    for (float value : luma) {
      sum += value;
      squares += value * value;
    }
    double mean = sum / luma.length;
    double laplacian = 0;
    for (int y = 1; y < height - 1; y++) {
      for (int x = 1; x < width - 1; x++) {
        int i = y * width + x;
        laplacian +=
            Math.abs(4 * luma[i] - luma[i - 1] - luma[i + 1] - luma[i - width] - luma[i + width]);
      }
    }
    return new Look(
        mean,
        Math.sqrt(Math.max(0, squares / luma.length - mean * mean)),
        laplacian / ((width - 2) * (height - 2)));
  }
}
