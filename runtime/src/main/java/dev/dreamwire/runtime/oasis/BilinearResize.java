package dev.dreamwire.runtime.oasis;

/**
 * Resizes 8-bit pictures as the reference's image library does: bilinear, half-pixel centres, in
 * 32-bit floats, rounded half to even. Stateless.
 */
public final class BilinearResize {
  /** What one output pixel of an axis is made of. */
  private record Taps(int from, float[] weights) {}

  private BilinearResize() {}

  /**
   * Resizes.
   *
   * @param rgb {@code [height,width,3]}, 0..255
   * @param antialias whether a smaller picture averages all that it covers (torchvision ≥ 0.17);
   *     otherwise it takes the two nearest pixels of each axis
   * @return {@code [toHeight,toWidth,3]}, 0..255; the same values where the size is already right
   */
  public static int[] resize(
      int[] rgb, int width, int height, int toWidth, int toHeight, boolean antialias) {
    if (width == toWidth && height == toHeight) {
      return rgb.clone();
    }
    Taps[] columns = taps(width, toWidth, antialias);
    Taps[] rows = taps(height, toHeight, antialias);
    float[] narrow = new float[height * toWidth * 3];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < toWidth; x++) {
        for (int c = 0; c < 3; c++) {
          float sum = 0;
          for (int i = 0; i < columns[x].weights().length; i++) {
            sum += columns[x].weights()[i] * rgb[(y * width + columns[x].from() + i) * 3 + c];
          }
          narrow[(y * toWidth + x) * 3 + c] = sum;
        }
      }
    }
    int[] out = new int[toHeight * toWidth * 3];
    int line = toWidth * 3;
    for (int y = 0; y < toHeight; y++) {
      for (int i = 0; i < line; i++) {
        float sum = 0;
        for (int j = 0; j < rows[y].weights().length; j++) {
          sum += rows[y].weights()[j] * narrow[(rows[y].from() + j) * line + i];
        }
        out[y * line + i] = (int) Math.clamp(Math.rint(sum), 0, 255);
      }
    }
    return out;
  }

  private static Taps[] taps(int size, int to, boolean antialias) {
    Taps[] out = new Taps[to];
    float scale = (float) size / to;
    for (int i = 0; i < to; i++) {
      out[i] = antialias ? covered(size, scale, i) : nearest(size, scale, i);
    }
    return out;
  }

  /** A triangle as wide as the output pixel, at least one input pixel to each side. */
  private static Taps covered(int size, float scale, int i) {
    float reach = Math.max(scale, 1);
    float centre = scale * (i + 0.5f);
    int from = Math.max((int) (centre - reach + 0.5f), 0);
    int end = Math.min((int) (centre + reach + 0.5f), size);
    float[] weights = new float[end - from];
    float total = 0;
    for (int j = 0; j < weights.length; j++) {
      weights[j] = Math.max(0, 1 - Math.abs((j + from - centre + 0.5f) / reach));
      total += weights[j];
    }
    for (int j = 0; j < weights.length; j++) {
      weights[j] /= total;
    }
    return new Taps(from, weights);
  }

  private static Taps nearest(int size, float scale, int i) {
    float at = Math.max(scale * (i + 0.5f) - 0.5f, 0);
    int from = Math.min((int) at, size - 1);
    float share = at - from;
    return from + 1 < size
        ? new Taps(from, new float[] {1 - share, share})
        : new Taps(from, new float[] {1});
  }
}
