package dev.dreamwire.runtime.world;

/** The village: houses around a paved square, a church, a well, fields and fences. */
final class Village {
  private static final double GROUND = 3;

  private Village() {}

  static void build(MapBuilder map) {
    square(map);
    house(map, 37, 20, 6, 6, Material.PLASTER, Material.RED_TILES);
    house(map, 36, 36, 7, 6, Material.BLUE_PLASTER, Material.RED_TILES);
    house(map, 52, 36, 6, 7, Material.PINK_PLASTER, Material.VIOLET_TILES);
    house(map, 54, 21, 7, 6, Material.PLASTER, Material.RED_TILES);
    house(map, 40, 44, 6, 5, Material.PLASTER, Material.VIOLET_TILES);
    house(map, 51, 11, 6, 6, Material.BLUE_PLASTER, Material.RED_TILES);
    church(map, 43, 15);
    well(map, 46, 30);
    field(map, 33, 10, 7, 6);
    field(map, 54, 46, 7, 5);
  }

  private static void square(MapBuilder map) {
    for (int z = 24; z <= 36; z++) {
      for (int x = 40; x <= 53; x++) {
        if (Terrain.distance(x, z, 46.5, 30) < 6.6) {
          map.ground(x, z, GROUND, Material.PAVING);
        }
      }
    }
  }

  /** A house with a door to the south, windows around and a gabled roof. */
  private static void house(
      MapBuilder map, int x0, int z0, int wide, int deep, Material wall, Material roof) {
    int x1 = x0 + wide - 1;
    int z1 = z0 + deep - 1;
    for (int z = z0; z <= z1; z++) {
      for (int x = x0; x <= x1; x++) {
        boolean sides = x == x0 || x == x1;
        boolean ends = z == z0 || z == z1;
        map.ground(x, z, GROUND, Material.BOARDS);
        if (sides && ends) {
          map.put(x, z, GROUND, GROUND + 3, Material.TIMBER);
        } else if (z == z1 && x == x0 + wide / 2) {
          map.put(x, z, GROUND + 2.25, GROUND + 3, Material.TIMBER);
        } else if (sides || ends) {
          boolean window = ends ? (x - x0) % 2 == 1 : (z - z0) % 2 == 0;
          wall(map, x, z, wall, window);
        }
      }
    }
    roof(map, x0 - 1, x1 + 1, z0 - 1, z1 + 1, wall, roof);
    map.pave(x0 + wide / 2, z1 + 1, Material.PAVING);
  }

  private static void wall(MapBuilder map, int x, int z, Material wall, boolean window) {
    map.put(x, z, GROUND, GROUND + 1, wall);
    map.put(x, z, GROUND + 1, GROUND + 2, window ? Material.WINDOW : wall);
    map.put(x, z, GROUND + 2, GROUND + 3, wall);
  }

  private static void roof(
      MapBuilder map, int x0, int x1, int z0, int z1, Material wall, Material roof) {
    for (int z = z0; z <= z1; z++) {
      for (int x = x0; x <= x1; x++) {
        double in = Math.min(x - x0, x1 - x);
        double low = GROUND + 2.75 + 0.75 * in;
        boolean gable = (z == z0 + 1 || z == z1 - 1) && in >= 1;
        if (gable && low > GROUND + 3) {
          map.put(x, z, GROUND + 3, low, wall);
        }
        map.put(x, z, Math.max(low, GROUND + 2.75), low + 0.75, roof);
      }
    }
  }

  private static void church(MapBuilder map, int x0, int z0) {
    for (int z = z0; z < z0 + 4; z++) {
      for (int x = x0; x < x0 + 4; x++) {
        map.ground(x, z, GROUND, Material.PAVING);
        boolean door = z == z0 + 3 && (x == x0 + 1 || x == x0 + 2);
        boolean shell = x == x0 || x == x0 + 3 || z == z0 || z == z0 + 3;
        if (shell) {
          map.put(x, z, GROUND + (door ? 2.5 : 0), GROUND + 6, Material.WHITEWASH);
          map.put(x, z, GROUND + 6, GROUND + 7.5, Material.WINDOW);
          map.put(x, z, GROUND + 7.5, GROUND + 9, Material.WHITEWASH);
        } else {
          map.put(x, z, GROUND + 5, GROUND + 9, Material.WHITEWASH);
        }
      }
    }
    for (int ring = 0; ring < 3; ring++) {
      double low = GROUND + 9 + 2.0 * Math.max(0, ring - 0.5);
      int grow = 1 - ring;
      map.box(
          x0 - grow, x0 + 3 + grow, z0 - grow, z0 + 3 + grow, low, low + 1.2, Material.BLUE_TILES);
    }
    map.box(x0 + 1, x0 + 2, z0 + 1, z0 + 2, GROUND + 9, GROUND + 16, Material.BLUE_TILES);
    map.box(x0, x0 + 3, z0, z0 + 3, GROUND + 9, GROUND + 12, Material.BLUE_TILES);
    map.put(x0 + 1, z0 + 1, GROUND + 16, GROUND + 17.5, Material.GOLD);
  }

  private static void well(MapBuilder map, int x, int z) {
    for (int dz = 0; dz <= 2; dz++) {
      for (int dx = 0; dx <= 2; dx++) {
        boolean ring = dx != 1 || dz != 1;
        if (ring) {
          map.put(x + dx - 1, z + dz - 1, GROUND, GROUND + 0.9, Material.STONE_BRICK);
        } else {
          map.put(x, z, GROUND, GROUND + 0.5, Material.WATER);
          map.close(x, z);
        }
        if (dx != 1 && dz == 1) {
          map.put(x + dx - 1, z, GROUND + 0.9, GROUND + 2.8, Material.TIMBER);
        }
        double roof = GROUND + 2.8 + (dz == 1 ? 0.4 : 0);
        map.put(x + dx - 1, z + dz - 1, roof, roof + 0.4, Material.RED_TILES);
      }
    }
  }

  private static void field(MapBuilder map, int x0, int z0, int wide, int deep) {
    for (int z = z0; z <= z0 + deep; z++) {
      for (int x = x0; x <= x0 + wide; x++) {
        boolean fence = x == x0 || x == x0 + wide || z == z0 || z == z0 + deep;
        boolean gate = x == x0 + wide / 2;
        map.ground(x, z, GROUND, fence ? Material.GRASS : Material.WHEAT);
        if (fence && !gate && (x + z) % 2 == 0) {
          map.put(x, z, GROUND, GROUND + 1, Material.TIMBER);
        }
      }
    }
  }
}
