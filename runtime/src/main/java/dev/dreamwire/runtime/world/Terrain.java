package dev.dreamwire.runtime.world;

/** The lie of the land: where the regions are, how high the ground is and what covers it. */
final class Terrain {
  private static final int SIZE = WorldMap.SIZE;

  /** The paths between the landmarks, as lines of x, z pairs. */
  private static final double[][] PATHS = {
    {22, 34, 28, 36, 34, 33, 40, 30, 46, 30},
    {46, 30, 54, 31, 62, 27, 70, 25, 76, 27},
    {46, 30, 47, 40, 45, 50, 49, 58, 60, 64, 66, 66},
    {24, 36, 26, 48, 24, 60, 27, 72, 36, 76, 46, 74},
    {76, 27, 80, 36, 78, 46, 76, 56, 74, 62},
  };

  private Terrain() {}

  /** Lays the ground of the whole map. */
  static void lay(MapBuilder map) {
    for (int z = 0; z < SIZE; z++) {
      for (int x = 0; x < SIZE; x++) {
        double height = height(x, z);
        map.ground(x, z, height, surface(x, z, height));
        if (height < WorldMap.SEA) {
          map.put(x, z, height, WorldMap.SEA, Material.WATER);
        }
        boolean rim = x < 2 || z < 2 || x >= SIZE - 2 || z >= SIZE - 2;
        if (rim || height < WorldMap.SEA - 0.9) {
          map.close(x, z);
        }
      }
    }
  }

  /** The x at which the sea meets the land. */
  static double shore(double z) {
    return 15 + 3.5 * StrictMath.sin(z * 0.085 + 0.6) + 1.5 * StrictMath.sin(z * 0.21 + 2);
  }

  /** 0 outside the desert to 1 inside. */
  static double desert(double x, double z) {
    double wander = 6 * (Noise.smooth(x / 9, z / 9, 31) - 0.5);
    return Noise.step(51, 57, z + wander) * Noise.step(30, 37, x + wander);
  }

  /** 0 outside the forest to 1 inside. */
  static double forest(double x, double z) {
    double wander = 6 * (Noise.smooth(x / 8, z / 8, 32) - 0.5);
    return Noise.step(61, 66, x + wander) * (1 - Noise.step(49, 54, z + wander));
  }

  private static double height(int x, int z) {
    double fromShore = x - shore(z);
    double beach = 2.05 + (fromShore < 0 ? 0.16 : 0.085) * fromShore;
    double plain = 3 + 0.35 * (Noise.smooth(x / 11.0, z / 11.0, 40) - 0.5);
    double land = Math.min(Math.max(beach, 0.4), plain);
    double hills = 2.2 * Noise.smooth(x / 10.0, z / 10.0, 41);
    double dunes = dunes(x, z);
    double height = land + forest(x, z) * hills + desert(x, z) * dunes;
    return quantised(Math.max(height, land) + rim(x, z), 8);
  }

  private static double dunes(double x, double z) {
    double bend = 5 * Noise.smooth(x / 14, z / 14, 42);
    double wave = StrictMath.sin((0.75 * x + z) * 0.33 + bend);
    double calm = Noise.step(6, 13, distance(x, z, 72, 74));
    return 0.2 + calm * (1.5 + 1.5 * wave) * (0.5 + 0.7 * Noise.smooth(x / 13, z / 13, 43));
  }

  /** Mountains that close the map on its landward sides. */
  private static double rim(int x, int z) {
    double edge = Math.min(SIZE - 1 - x, Math.min(z, SIZE - 1 - z));
    double inland = Noise.step(18, 30, x);
    double depth = Math.max(0, 6 - edge + 3 * (Noise.smooth(x / 5.0, z / 5.0, 44) - 0.5));
    double peaks = 0.55 + 0.9 * Noise.smooth(x / 7.0, z / 7.0, 45);
    return inland * peaks * 1.9 * depth;
  }

  private static Material surface(int x, int z, double height) {
    boolean desert = desert(x, z) > 0.5;
    double rim = rim(x, z);
    if (rim > 1.2) {
      return desert ? Material.RED_ROCK : rim > 9 ? Material.SNOW : Material.ROCK;
    }
    if (height < 2.7 && x - shore(z) < 9) {
      return Material.SAND;
    }
    if (onPath(x, z)) {
      return Material.PATH;
    }
    if (desert) {
      return Material.DUNE;
    }
    if (forest(x, z) > 0.5) {
      return Noise.smooth(x / 4.0, z / 4.0, 46) > 0.66 ? Material.LEAF_LITTER : Material.MOSS;
    }
    return Noise.smooth(x / 3.0, z / 3.0, 47) > 0.72 ? Material.FLOWERS : Material.GRASS;
  }

  private static boolean onPath(double x, double z) {
    for (double[] path : PATHS) {
      for (int i = 0; i + 3 < path.length; i += 2) {
        if (fromLine(x, z, path[i], path[i + 1], path[i + 2], path[i + 3]) < 1.1) {
          return true;
        }
      }
    }
    return false;
  }

  private static double fromLine(double x, double z, double x0, double z0, double x1, double z1) {
    double dx = x1 - x0;
    double dz = z1 - z0;
    double along = ((x - x0) * dx + (z - z0) * dz) / (dx * dx + dz * dz);
    double t = Math.clamp(along, 0, 1);
    return distance(x, z, x0 + t * dx, z0 + t * dz);
  }

  static double distance(double x, double z, double x1, double z1) {
    return Math.sqrt((x - x1) * (x - x1) + (z - z1) * (z - z1));
  }

  private static double quantised(double height, int steps) {
    return Math.max(0.25, Math.round(height * steps) / (double) steps);
  }
}
