package dev.dreamwire.runtime.world;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Builds a map: ground first, then what stands on it. What stands already is never replaced. */
final class MapBuilder {
  private static final int SIZE = WorldMap.SIZE;

  private final List<List<Span>> columns =
      IntStream.range(0, SIZE * SIZE).<List<Span>>mapToObj(i -> new ArrayList<>()).toList();
  private final boolean[] closed = new boolean[SIZE * SIZE];

  static boolean inside(int x, int z) {
    return x >= 0 && z >= 0 && x < SIZE && z < SIZE;
  }

  /** Replaces a column by bare ground. */
  void ground(int x, int z, double height, Material material) {
    List<Span> column = columns.get(z * SIZE + x);
    column.clear();
    column.add(new Span(0, (float) height, material));
  }

  /** Height of the ground, or of the nearest ground for a place outside. */
  double height(int x, int z) {
    return columns.get(at(x, z)).getFirst().top();
  }

  Material groundMaterial(int x, int z) {
    return columns.get(at(x, z)).getFirst().material();
  }

  /** Gives the ground another surface and leaves its height. */
  void pave(int x, int z, Material material) {
    if (inside(x, z)) {
      ground(x, z, height(x, z), material);
    }
  }

  /** Fills the free part of a column between two heights; places outside the map are left out. */
  void put(int x, int z, double bottom, double top, Material material) {
    if (!inside(x, z)) {
      return;
    }
    List<Span> column = columns.get(z * SIZE + x);
    List<Span> free = List.of(new Span((float) bottom, (float) top, material));
    for (Span taken : List.copyOf(column)) {
      free =
          free.stream()
              .flatMap(span -> span.without(taken.bottom(), taken.top()).stream())
              .toList();
    }
    column.addAll(free);
    column.sort(Comparator.comparing(Span::bottom));
  }

  /** A box of one material, ends included. */
  void box(int x0, int x1, int z0, int z1, double bottom, double top, Material material) {
    for (int z = z0; z <= z1; z++) {
      for (int x = x0; x <= x1; x++) {
        put(x, z, bottom, top, material);
      }
    }
  }

  /** A ball-like crown: columns within a radius, thinner towards its rim. */
  void crown(int x, int z, double radius, double bottom, double height, Material material) {
    int reach = (int) Math.ceil(radius);
    for (int dz = -reach; dz <= reach; dz++) {
      for (int dx = -reach; dx <= reach; dx++) {
        double far = (dx * dx + dz * dz) / (radius * radius);
        if (far <= 1) {
          double thin = 1 - Math.sqrt(1 - far);
          double low = bottom + 0.3 * thin * height;
          double high = bottom + height * (1 - 0.6 * thin);
          put(x + dx, z + dz, low, Math.max(high, low + 0.25), material);
        }
      }
    }
  }

  /** Nobody may enter the column. */
  void close(int x, int z) {
    closed[z * SIZE + x] = true;
  }

  /** Whether anything stands on the ground within a distance. */
  boolean occupied(int x, int z, int reach) {
    for (int dz = -reach; dz <= reach; dz++) {
      for (int dx = -reach; dx <= reach; dx++) {
        if (inside(x + dx, z + dz) && columns.get((z + dz) * SIZE + x + dx).size() > 1) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a point lies in something that throws a shadow. */
  boolean opaque(double x, double y, double z) {
    int cx = (int) Math.floor(x);
    int cz = (int) Math.floor(z);
    if (!inside(cx, cz)) {
      return false;
    }
    for (Span span : columns.get(cz * SIZE + cx)) {
      if (span.bottom() < y && y < span.top() && !span.material().fluid()) {
        return true;
      }
    }
    return false;
  }

  WorldMap build() {
    return new WorldMap(columns, closed, Sunlight.onGround(this));
  }

  private static int at(int x, int z) {
    return Math.clamp(z, 0, SIZE - 1) * SIZE + Math.clamp(x, 0, SIZE - 1);
  }
}
