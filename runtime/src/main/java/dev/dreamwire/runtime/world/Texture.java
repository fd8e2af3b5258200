package dev.dreamwire.runtime.world;

/**
 * A square picture of four by four blocks, eight texels a block, that repeats, with its mip-maps.
 * Colours are {@code 0xRRGGBB}.
 */
final class Texture {
  /** Blocks until it repeats. */
  static final int BLOCKS = 4;

  /** Texels along a side of the finest level. */
  static final int SIZE = 32;

  /** Levels: sides of 32, 16, 8, 4, 2 and 1 texels. */
  static final int LEVELS = 6;

  private final int[][] levels = new int[LEVELS][];

  /** A picture from its finest level, row by row. */
  Texture(int[] texels) {
    levels[0] = texels.clone();
    for (int level = 1; level < LEVELS; level++) {
      levels[level] = halved(levels[level - 1], SIZE >> (level - 1));
    }
  }

  /** The texels of one level, row by row, {@code SIZE >> level} a row. */
  int[] level(int level) {
    return levels[level];
  }

  private static int[] halved(int[] from, int size) {
    int half = size / 2;
    int[] to = new int[half * half];
    for (int y = 0; y < half; y++) {
      for (int x = 0; x < half; x++) {
        int at = 2 * y * size + 2 * x;
        to[y * half + x] = mean(from[at], from[at + 1], from[at + size], from[at + size + 1]);
      }
    }
    return to;
  }

  private static int mean(int a, int b, int c, int d) {
    int rgb = 0;
    for (int shift = 0; shift < 24; shift += 8) {
      int sum = (a >> shift & 255) + (b >> shift & 255) + (c >> shift & 255) + (d >> shift & 255);
      rgb |= (sum + 2) / 4 << shift;
    }
    return rgb;
  }
}
