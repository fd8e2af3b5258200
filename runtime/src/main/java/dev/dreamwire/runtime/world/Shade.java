package dev.dreamwire.runtime.world;

/** Light and haze: a texel, the sun on it and its distance give a pixel. */
final class Shade {
  /** Steps of light between none and full sun. */
  static final int LEVELS = 256;

  private static final double[] AMBIENT = {0.46, 0.52, 0.66};
  private static final double[] SUN = {0.54, 0.48, 0.34};
  private static final double HAZE_SHARE = 0.62;
  private static final double HAZE_REACH = 75;
  private static final int FARTHEST = 512;

  private final int[] red = new int[LEVELS + 1];
  private final int[] green = new int[LEVELS + 1];
  private final int[] blue = new int[LEVELS + 1];
  private final int[] haze = new int[FARTHEST];

  Shade() {
    for (int i = 0; i <= LEVELS; i++) {
      red[i] = light(0, i);
      green[i] = light(1, i);
      blue[i] = light(2, i);
    }
    for (int i = 0; i < FARTHEST; i++) {
      haze[i] = (int) (256 * HAZE_SHARE * (1 - StrictMath.exp(-i / 2.0 / HAZE_REACH)));
    }
  }

  /** Share of haze, 0..256, at a distance in blocks. */
  int haze(float distance) {
    return haze[Math.min(FARTHEST - 1, (int) (2 * distance))];
  }

  /**
   * A pixel, {@code 0xFFRRGGBB}.
   *
   * @param texel {@code 0xRRGGBB}
   * @param sun 0..256
   * @param dim further brightness, 0..256
   * @param haze 0..256
   */
  int pixel(int texel, int sun, int dim, int haze) {
    int seen = dim * (256 - haze) >> 8;
    int r = (texel >> 16 & 255) * (red[sun] * seen >> 8) + (Sky.HAZE >> 16 & 255) * haze >> 8;
    int g = (texel >> 8 & 255) * (green[sun] * seen >> 8) + (Sky.HAZE >> 8 & 255) * haze >> 8;
    int b = (texel & 255) * (blue[sun] * seen >> 8) + (Sky.HAZE & 255) * haze >> 8;
    return 0xff000000 | r << 16 | g << 8 | b;
  }

  private static int light(int channel, int sun) {
    return (int) Math.round(256 * (AMBIENT[channel] + SUN[channel] * sun / LEVELS));
  }
}
