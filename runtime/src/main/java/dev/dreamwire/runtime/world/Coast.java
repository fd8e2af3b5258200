package dev.dreamwire.runtime.world;

/** What stands on the coast: the lighthouse, a jetty with a boat, palms and rocks. */
final class Coast {
  private Coast() {}

  static void build(MapBuilder map) {
    lighthouse(map, 20, 30);
    jetty(map);
    boat(map, 7, 52);
    boat(map, 2, 22);
    boat(map, 4, 76);
    stack(map, 3, 34, 5);
    stack(map, 2, 62, 7);
    stack(map, 5, 12, 4);
    stack(map, 3, 88, 6);
    for (int z = 6; z < 92; z += 5) {
      int x = (int) Math.round(Terrain.shore(z) + 5 + 5 * Noise.hash(z, 1, 60));
      if (!map.occupied(x, z, 3) && map.groundMaterial(x, z) != Material.PATH) {
        palm(map, x, z);
      }
    }
    for (int i = 0; i < 14; i++) {
      int z = 4 + (int) (88 * Noise.hash(i, 2, 61));
      int x = (int) Math.round(Terrain.shore(z) - 4 + 9 * Noise.hash(i, 3, 61));
      rock(map, x, z, 0.6 + 0.9 * Noise.hash(i, 4, 61));
    }
  }

  private static void lighthouse(MapBuilder map, int cx, int cz) {
    double base = 3.5;
    for (int dz = -4; dz <= 4; dz++) {
      for (int dx = -4; dx <= 4; dx++) {
        double far = Math.sqrt(dx * dx + dz * dz);
        if (far < 4.3) {
          double rise = Math.min(base, 2.5 + (4.4 - far) * 0.5);
          map.ground(cx + dx, cz + dz, Math.round(rise * 4) / 4.0, Material.STONE_BRICK);
        }
      }
    }
    for (int dz = -2; dz <= 2; dz++) {
      for (int dx = -2; dx <= 2; dx++) {
        double far = dx * dx + dz * dz;
        if (far <= 5) {
          for (int ring = 0; ring < 5; ring++) {
            Material paint = ring % 2 == 0 ? Material.RED_PAINT : Material.WHITEWASH;
            map.put(cx + dx, cz + dz, base + 2.4 * ring, base + 2.4 * ring + 2.4, paint);
          }
          map.put(cx + dx, cz + dz, base + 12, base + 12.4, Material.STONE_BRICK);
        }
        if (far <= 2) {
          map.put(cx + dx, cz + dz, base + 12.4, base + 14.2, Material.LAMP);
          map.put(cx + dx, cz + dz, base + 14.2, base + 15 + (2 - far) * 0.5, Material.RED_PAINT);
        }
      }
    }
  }

  private static void jetty(MapBuilder map) {
    for (int x = 3; x <= 17; x++) {
      for (int z = 44; z <= 46; z++) {
        boolean post = x % 4 == 3 && z != 45;
        map.put(x, z, 2.25, 2.5, Material.BOARDS);
        if (post) {
          map.put(x, z, 2.5, 3.4, Material.TIMBER);
        }
      }
    }
  }

  private static void boat(MapBuilder map, int x, int z) {
    map.box(x, x + 4, z, z + 1, 2.0, 2.7, Material.RED_PAINT);
    map.put(x + 2, z, 2.7, 6.5, Material.TIMBER);
    map.box(x + 1, x + 1, z, z, 3.4, 6.2, Material.WHITEWASH);
    map.box(x + 3, x + 3, z, z, 3.4, 5.2, Material.WHITEWASH);
  }

  static void palm(MapBuilder map, int x, int z) {
    double ground = map.height(x, z);
    double crown = ground + 4.2 + Math.round(4 * Noise.hash(x, z, 62)) / 4.0;
    map.put(x, z, ground, crown, Material.BARK);
    for (int d = -2; d <= 2; d++) {
      double low = crown - 0.3 * Math.abs(d) + 0.2;
      map.put(x + d, z, low, low + 0.5, Material.PALM_LEAVES);
      map.put(x, z + d, low, low + 0.5, Material.PALM_LEAVES);
    }
    for (int d = -1; d <= 1; d += 2) {
      map.put(x + d, z + d, crown, crown + 0.5, Material.PALM_LEAVES);
      map.put(x + d, z - d, crown, crown + 0.5, Material.PALM_LEAVES);
    }
  }

  /** A pillar of rock in the sea. */
  private static void stack(MapBuilder map, int x, int z, double high) {
    map.box(x - 1, x + 1, z - 1, z + 1, 0.1, 2 + high * 0.5, Material.ROCK);
    map.box(x, x + 1, z - 1, z, 0.1, 2 + high, Material.ROCK);
    map.box(x - 1, x + 1, z, z + 1, 2 + high * 0.5, 2.3 + high * 0.5, Material.GRASS);
  }

  private static void rock(MapBuilder map, int x, int z, double size) {
    for (int dz = 0; dz <= 1; dz++) {
      for (int dx = 0; dx <= 1; dx++) {
        if (MapBuilder.inside(x + dx, z + dz) && !map.occupied(x + dx, z + dz, 0)) {
          double ground = map.height(x + dx, z + dz);
          double high = size * (0.6 + 0.8 * Noise.hash(x + dx, z + dz, 63));
          map.put(x + dx, z + dz, ground, ground + high, Material.ROCK);
        }
      }
    }
  }
}
