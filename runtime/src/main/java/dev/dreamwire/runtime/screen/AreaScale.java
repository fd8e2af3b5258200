package dev.dreamwire.runtime.screen;

/**
 * Averages pictures of four bytes a pixel (blue, green, red, none) to a smaller size. Stateless.
 */
final class AreaScale {
  private AreaScale() {}

  /**
   * Scales.
   *
   * @param stride bytes from one row to the next
   * @param rgb receives red, green, blue, row by row from the top
   */
  static void bgrx(
      byte[] from, int fromWidth, int fromHeight, int stride, byte[] rgb, int width, int height) {
    for (int y = 0, to = 0; y < height; y++) {
      int top = y * fromHeight / height;
      int bottom = Math.max(top + 1, (y + 1) * fromHeight / height);
      for (int x = 0; x < width; x++, to += 3) {
        int left = x * fromWidth / width;
        int right = Math.max(left + 1, (x + 1) * fromWidth / width);
        int r = 0;
        int g = 0;
        int b = 0;
        for (int v = top; v < bottom; v++) {
          for (int at = v * stride + 4 * left; at < v * stride + 4 * right; at += 4) {
            b += from[at] & 255;
            g += from[at + 1] & 255;
            r += from[at + 2] & 255;
          }
        }
        int count = (bottom - top) * (right - left);
        rgb[to] = (byte) ((r + count / 2) / count);
        rgb[to + 1] = (byte) ((g + count / 2) / count);
        rgb[to + 2] = (byte) ((b + count / 2) / count);
      }
    }
  }
}
