package dev.dreamwire.studio.viewport;

import java.util.Arrays;

/**
 * Makes small pictures large on the CPU, which is faster than letting the toolkit do it where there
 * is no graphics card. Keeps its scratch memory; for one thread.
 */
final class PixelScaler {
  private static final int ONE = 256;

  private int[] rows = {};

  /** The largest whole factor with which a picture fits; at least 1. */
  static int factor(int width, int height, int roomWidth, int roomHeight) {
    return Math.max(1, Math.min(roomWidth / width, roomHeight / height));
  }

  /** Shows every pixel as a square of {@code factor}² pixels. */
  static void squares(int[] from, int width, int height, int factor, int[] to) {
    int wide = width * factor;
    for (int y = 0; y < height; y++) {
      int row = y * factor * wide;
      for (int x = 0; x < width; x++) {
        int start = row + x * factor;
        Arrays.fill(to, start, start + factor, from[y * width + x]);
      }
      for (int copy = 1; copy < factor; copy++) {
        System.arraycopy(to, row, to, row + copy * wide, wide);
      }
    }
  }

  /** Blends neighbouring pixels (bilinear, pixel centres aligned, edges held). */
  void smooth(int[] from, int width, int height, int[] to, int toWidth, int toHeight) {
    if (rows.length != toWidth * height) {
      rows = new int[toWidth * height];
    }
    for (int x = 0; x < toWidth; x++) {
      long at = position(x, toWidth, width);
      int left = (int) (at >> 8);
      int right = Math.min(left + 1, width - 1);
      int share = (int) (at & 255);
      for (int y = 0; y < height; y++) {
        rows[y * toWidth + x] = blend(from[y * width + left], from[y * width + right], share);
      }
    }
    for (int y = 0; y < toHeight; y++) {
      long at = position(y, toHeight, height);
      int upper = (int) (at >> 8) * toWidth;
      int lower = Math.min((int) (at >> 8) + 1, height - 1) * toWidth;
      int share = (int) (at & 255);
      int row = y * toWidth;
      for (int x = 0; x < toWidth; x++) {
        to[row + x] = blend(rows[upper + x], rows[lower + x], share);
      }
    }
  }

  /** Where a target pixel's centre lies in the source, in 1/256 pixels. */
  private static long position(int at, int target, int source) {
    long centre = ((2L * at + 1) * source * ONE) / (2L * target) - ONE / 2;
    return Math.clamp(centre, 0, (source - 1L) * ONE);
  }

  /** Red and blue are blended together: they have room between them. */
  private static int blend(int a, int b, int share) {
    int rest = ONE - share;
    int redBlue = ((a & 0xff00ff) * rest + (b & 0xff00ff) * share) >>> 8 & 0xff00ff;
    int green = ((a & 0x00ff00) * rest + (b & 0x00ff00) * share) >>> 8 & 0x00ff00;
    return 0xff000000 | redBlue | green;
  }
}
