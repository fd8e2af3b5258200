package dev.dreamwire.runtime.world;

/**
 * The sky all around: a gradient, a sun, clouds and far mountains, fixed in direction, so that a
 * turn shows in it.
 *
 * <p>A cylinder picture: {@link #COLUMNS} directions around, rows by the tangent of the height
 * above the horizon.
 */
final class Sky {
  /** Directions around, the first one north, clockwise. */
  static final int COLUMNS = 1024;

  /** Rows, the first at the horizon. */
  static final int ROWS = 384;

  /** Rows for a tangent of one. */
  static final float ROWS_PER_TANGENT = 220;

  /** Colour of the haze at the horizon. */
  static final int HAZE = 0xd3e6f2;

  private static final int ZENITH = 0x2f78d6;
  private static final int GLOW = 0xffe9b8;
  private static final int CLOUD = 0xffffff;
  private static final int FAR_HILLS = 0x8fa9c9;
  private static final int NEAR_HILLS = 0x7492b4;
  private static final double SUN_HEIGHT = 0.42;

  /** Colours {@code 0xRRGGBB}, column after column. */
  final int[] picture = new int[COLUMNS * ROWS];

  Sky() {
    for (int column = 0; column < COLUMNS; column++) {
      for (int row = 0; row < ROWS; row++) {
        double yaw = 360.0 * column / COLUMNS;
        picture[column * ROWS + row] = colour(yaw, row / (double) ROWS_PER_TANGENT);
      }
    }
  }

  private static int colour(double yaw, double height) {
    int colour = blend(HAZE, ZENITH, 1 - StrictMath.exp(-1.9 * height));
    double dYaw = Math.toRadians(Math.abs(StrictMath.IEEEremainder(yaw - Sunlight.AZIMUTH, 360)));
    double dHigh = StrictMath.atan(height) - StrictMath.atan(SUN_HEIGHT);
    double fromSun = Math.sqrt(dYaw * dYaw * 0.85 + dHigh * dHigh);
    colour = blend(colour, GLOW, 0.75 * StrictMath.exp(-fromSun * fromSun * 9));
    colour = blend(colour, CLOUD, 0.9 * cloud(yaw, height));
    colour = blend(colour, 0xfffbe6, Noise.step(0.105, 0.075, fromSun));
    // The open sea lies to the west: no mountains there.
    double land = 1 - Noise.step(70, 45, Math.abs(StrictMath.IEEEremainder(yaw - 270, 360)));
    double far = land * ridge(yaw, 40, 0.07, 0.11, 91);
    double near = land * ridge(yaw, 64, 0.02, 0.09, 92);
    if (height < far) {
      colour = blend(FAR_HILLS, HAZE, 0.35 * (1 - height / far));
    }
    if (height < near) {
      colour = blend(NEAR_HILLS, HAZE, 0.4 * (1 - height / near));
    }
    return colour;
  }

  private static double ridge(double yaw, int period, double low, double high, int salt) {
    double at = yaw / 360 * period;
    double coarse = Noise.tiled(at, 0, period, salt);
    double fine = Noise.tiled(at * 3, 0, period * 3, salt + 7);
    return low + high * (0.75 * coarse * coarse + 0.25 * fine);
  }

  private static double cloud(double yaw, double height) {
    double around = yaw / 360 * 20;
    double up = height * 8;
    double shape =
        0.7 * Noise.tiled(around, up, 20, 95) + 0.3 * Noise.tiled(around * 2.5, up * 2.5, 50, 96);
    double band = Noise.step(0.08, 0.3, height) * (1 - 0.5 * Noise.step(0.7, 1.5, height));
    return Noise.step(0.46, 0.82, shape) * band;
  }

  /** A mixture of two colours, {@code share} of the second. */
  static int blend(int a, int b, double share) {
    int rgb = 0;
    for (int shift = 0; shift < 24; shift += 8) {
      double value = Noise.mix(a >> shift & 255, b >> shift & 255, Math.clamp(share, 0, 1));
      rgb |= (int) Math.round(value) << shift;
    }
    return rgb;
  }
}
