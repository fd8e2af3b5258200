package dev.dreamwire.runtime.world;

/** The desert: a stepped pyramid, arches of red rock, cacti and an oasis. */
final class Desert {
  private Desert() {}

  static void build(MapBuilder map) {
    pyramid(map, 72, 74);
    arch(map, 44, 70, 9, 6.5, true);
    arch(map, 58, 84, 7, 5, false);
    oasis(map, 52, 78);
    pillar(map, 86, 62, 9);
    pillar(map, 40, 84, 7);
    pillar(map, 60, 60, 5);
    for (int z = 54; z < 90; z += 5) {
      for (int x = 32; x < 91; x += 5) {
        int cx = x + (int) (4 * Noise.hash(x, z, 80));
        int cz = z + (int) (4 * Noise.hash(x, z, 81));
        boolean sand = map.groundMaterial(cx, cz) == Material.DUNE;
        if (sand && Noise.hash(x, z, 82) > 0.45 && !map.occupied(cx, cz, 2)) {
          cactus(map, cx, cz);
        }
      }
    }
  }

  private static void pyramid(MapBuilder map, int cx, int cz) {
    double ground = map.height(cx, cz);
    for (int dz = -8; dz <= 8; dz++) {
      for (int dx = -8; dx <= 8; dx++) {
        int ring = 8 - Math.max(Math.abs(dx), Math.abs(dz));
        boolean stairs = Math.abs(dx) <= 1 && dz < 0;
        double high = stairs ? 1.1 * ring + 0.55 : 1.1 * (ring + 1);
        Material stone = ring == 8 ? Material.GOLD : Material.SANDSTONE;
        map.put(cx + dx, cz + dz, ground - 1.5, ground + high, stone);
      }
    }
    map.put(cx, cz, ground + 9.9, ground + 11, Material.GOLD);
  }

  private static void arch(
      MapBuilder map, int cx, int cz, int span, double high, boolean eastWest) {
    double ground = map.height(cx, cz) - 1;
    int half = span / 2;
    for (int along = -half; along <= half; along++) {
      double bow = 1 - (along * along) / (double) (half * half);
      double under =
          along == -half || along == half ? 0.1 : ground + 1 + high * Math.sqrt(bow) * 0.7;
      double over = ground + 1 + high * (0.75 + 0.35 * bow);
      for (int side = 0; side <= 1; side++) {
        int x = eastWest ? cx + along : cx + side;
        int z = eastWest ? cz + side : cz + along;
        map.put(x, z, under, over, Material.RED_ROCK);
      }
    }
    for (int end = -1; end <= 1; end += 2) {
      for (int side = -1; side <= 2; side++) {
        int x = eastWest ? cx + end * (half + 1) : cx + side;
        int z = eastWest ? cz + side : cz + end * (half + 1);
        map.put(
            x, z, 0.1, ground + 1 + high * (0.5 + 0.2 * Noise.hash(x, z, 83)), Material.RED_ROCK);
      }
    }
  }

  private static void oasis(MapBuilder map, int cx, int cz) {
    double level = map.height(cx, cz);
    for (int dz = -5; dz <= 5; dz++) {
      for (int dx = -5; dx <= 5; dx++) {
        double far = Math.sqrt(dx * dx + dz * dz);
        if (far < 3.2) {
          map.ground(cx + dx, cz + dz, level - 0.75, Material.SAND);
          map.put(cx + dx, cz + dz, level - 0.75, level - 0.25, Material.WATER);
        } else if (far < 5) {
          map.ground(cx + dx, cz + dz, level, Material.GRASS);
        }
      }
    }
    Coast.palm(map, cx - 3, cz - 3);
    Coast.palm(map, cx + 4, cz);
    Coast.palm(map, cx - 1, cz + 4);
  }

  private static void pillar(MapBuilder map, int x, int z, double high) {
    double ground = map.height(x, z);
    map.box(x - 1, x + 1, z - 1, z + 1, ground - 2, ground + high * 0.8, Material.RED_ROCK);
    map.box(x, x + 1, z - 1, z, ground, ground + high, Material.RED_ROCK);
    map.box(x - 2, x, z, z + 1, ground - 2, ground + high * 0.35, Material.RED_ROCK);
  }

  private static void cactus(MapBuilder map, int x, int z) {
    double ground = map.height(x, z);
    double high = 1.8 + Math.round(6 * Noise.hash(x, z, 84)) / 4.0;
    map.put(x, z, ground, ground + high, Material.CACTUS);
    if (high > 2.4) {
      map.put(x + 1, z, ground + 1, ground + 1.5, Material.CACTUS);
      map.put(x - 1, z, ground + 1.4, ground + 2.2, Material.CACTUS);
    }
  }
}
