package dev.dreamwire.runtime.world;

/** The forest: trees of four kinds, the great oak, giant mushrooms and boulders. */
final class Forest {
  private static final int GREAT_X = 80;
  private static final int GREAT_Z = 22;

  private Forest() {}

  static void build(MapBuilder map) {
    greatOak(map, GREAT_X, GREAT_Z);
    mushroom(map, 72, 32, 3.4, 2.6);
    mushroom(map, 75, 34, 2.6, 1.7);
    mushroom(map, 86, 40, 4.2, 3.2);
    mushroom(map, 68, 15, 3, 2.2);
    for (int z = 5; z < 54; z += 4) {
      for (int x = 61; x < 92; x += 4) {
        tree(map, x + (int) (3 * Noise.hash(x, z, 70)), z + (int) (3 * Noise.hash(x, z, 71)));
      }
    }
    // A few trees stand alone in the meadows, so that a region does not end like a wall.
    for (int i = 0; i < 16; i++) {
      int x = 30 + (int) (32 * Noise.hash(i, 0, 72));
      int z = 6 + (int) (44 * Noise.hash(i, 1, 72));
      if (free(map, x, z, 4)) {
        leafy(map, x, z, Material.LEAVES);
      }
    }
  }

  private static void tree(MapBuilder map, int x, int z) {
    boolean clearing = Terrain.distance(x, z, GREAT_X, GREAT_Z) < 8;
    if (clearing || Terrain.forest(x, z) < 0.5 || !free(map, x, z, 2)) {
      return;
    }
    double kind = Noise.hash(x, z, 73);
    if (kind < 0.4) {
      leafy(map, x, z, Material.LEAVES);
    } else if (kind < 0.75) {
      pine(map, x, z);
    } else if (kind < 0.9) {
      birch(map, x, z);
    } else {
      leafy(map, x, z, Material.DARK_LEAVES);
    }
  }

  private static boolean free(MapBuilder map, int x, int z, int reach) {
    Material ground = map.groundMaterial(x, z);
    boolean soil =
        ground == Material.MOSS || ground == Material.LEAF_LITTER || ground == Material.GRASS;
    return soil && !map.occupied(x, z, reach) && map.groundMaterial(x + 1, z) != Material.PATH;
  }

  private static void leafy(MapBuilder map, int x, int z, Material leaves) {
    double ground = map.height(x, z);
    double trunk = 2.8 + Math.round(4 * Noise.hash(x, z, 74)) / 4.0;
    map.put(x, z, ground, ground + trunk + 1, Material.BARK);
    map.crown(x, z, 2.4, ground + trunk, 3, leaves);
  }

  private static void birch(MapBuilder map, int x, int z) {
    double ground = map.height(x, z);
    map.put(x, z, ground, ground + 4.5, Material.BIRCH);
    map.crown(x, z, 1.9, ground + 3.5, 3.2, Material.GOLD_LEAVES);
  }

  private static void pine(MapBuilder map, int x, int z) {
    double ground = map.height(x, z);
    map.put(x, z, ground, ground + 2.6, Material.BARK);
    map.crown(x, z, 2.3, ground + 2.6, 1.5, Material.DARK_LEAVES);
    map.crown(x, z, 1.5, ground + 4, 1.7, Material.DARK_LEAVES);
    map.put(x, z, ground + 5, ground + 7.5, Material.DARK_LEAVES);
  }

  private static void greatOak(MapBuilder map, int cx, int cz) {
    double ground = map.height(cx, cz);
    map.box(cx - 1, cx + 1, cz - 1, cz + 1, ground - 1, ground + 11, Material.BARK);
    for (int d = -2; d <= 2; d += 4) {
      map.put(cx + d, cz, ground - 1, ground + 1.5, Material.BARK);
      map.put(cx, cz + d, ground - 1, ground + 1.5, Material.BARK);
    }
    map.crown(cx, cz, 6.5, ground + 7.5, 7, Material.LEAVES);
    map.crown(cx, cz, 4, ground + 13, 4, Material.LEAVES);
  }

  private static void mushroom(MapBuilder map, int x, int z, double high, double radius) {
    double ground = map.height(x, z);
    map.put(x, z, ground, ground + high, Material.MUSHROOM_STEM);
    map.crown(x, z, radius, ground + high - 0.4, 1.6, Material.MUSHROOM);
  }
}
