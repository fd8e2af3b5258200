package dev.dreamwire.runtime.world;

/** How much of the sun reaches the ground: its slope and the shadows that fall on it. */
final class Sunlight {
  /** Compass direction of the sun, degrees clockwise from north. */
  static final double AZIMUTH = 248;

  /** Tangent of the height at which shadows say the sun stands. */
  private static final double RISE = 0.85;

  private static final double[] TO_SUN = toSun();
  private static final double[] CORNERS = {0.25, 0.75};
  private static final double SHADOW = 0.12;

  private Sunlight() {}

  static float[] onGround(MapBuilder map) {
    int size = WorldMap.SIZE;
    float[] sun = new float[size * size];
    for (int z = 0; z < size; z++) {
      for (int x = 0; x < size; x++) {
        sun[z * size + x] = (float) (slope(map, x, z) * lit(map, x, z));
      }
    }
    return sun;
  }

  private static double slope(MapBuilder map, int x, int z) {
    double dx = Math.clamp((map.height(x + 1, z) - map.height(x - 1, z)) / 2, -0.6, 0.6);
    double dz = Math.clamp((map.height(x, z + 1) - map.height(x, z - 1)) / 2, -0.6, 0.6);
    double length = Math.sqrt(dx * dx + dz * dz + 1);
    double facing = (-dx * TO_SUN[0] + TO_SUN[1] - dz * TO_SUN[2]) / length;
    double level = TO_SUN[1];
    return Math.clamp(0.78 + 1.1 * (facing - level), 0.1, 1);
  }

  private static double lit(MapBuilder map, int x, int z) {
    double sum = 0;
    for (double dz : CORNERS) {
      for (double dx : CORNERS) {
        sum += shadowed(map, x + dx, z + dz) ? SHADOW : 1;
      }
    }
    return sum / (CORNERS.length * CORNERS.length);
  }

  private static boolean shadowed(MapBuilder map, double x, double z) {
    double y = map.height((int) Math.floor(x), (int) Math.floor(z)) + 0.35;
    for (double far = 0.3; far < 26; far += 0.4) {
      if (map.opaque(x + TO_SUN[0] * far, y + TO_SUN[1] * far, z + TO_SUN[2] * far)) {
        return true;
      }
    }
    return false;
  }

  private static double[] toSun() {
    double across = 1 / Math.sqrt(1 + RISE * RISE);
    double azimuth = Math.toRadians(AZIMUTH);
    return new double[] {
      StrictMath.sin(azimuth) * across, RISE * across, -StrictMath.cos(azimuth) * across
    };
  }
}
