package dev.dreamwire.runtime.world;

import java.util.List;

/**
 * The columns of blocks that a world is made of: immutable, read by any number of threads.
 *
 * <p>A column is a stack of {@linkplain Span spans} from below, the first of which is its ground.
 * Heights are in blocks; x grows to the east and z to the south.
 */
final class WorldMap {
  /** Blocks along a side. */
  static final int SIZE = 96;

  /** Height of the sea's surface. */
  static final float SEA = 2f;

  final int[] first = new int[SIZE * SIZE + 1];
  final float[] bottom;
  final float[] top;
  final byte[] material;
  final boolean[] topSeen;
  final boolean[] bottomSeen;

  /** Share of sunlight on the ground of each column, 0..1. */
  final float[] groundSun;

  private final boolean[] closed;

  /**
   * A map of the given columns.
   *
   * @param columns spans from below, no two overlapping, column (x, z) at {@code z * SIZE + x}
   * @param closed columns nobody may enter
   * @param groundSun share of sunlight on each column's ground
   */
  WorldMap(List<List<Span>> columns, boolean[] closed, float[] groundSun) {
    int count = columns.stream().mapToInt(List::size).sum();
    bottom = new float[count];
    top = new float[count];
    material = new byte[count];
    topSeen = new boolean[count];
    bottomSeen = new boolean[count];
    int at = 0;
    for (int column = 0; column < columns.size(); column++) {
      List<Span> spans = columns.get(column);
      first[column] = at;
      for (int i = 0; i < spans.size(); i++, at++) {
        Span span = spans.get(i);
        bottom[at] = span.bottom();
        top[at] = span.top();
        material[at] = (byte) span.material().ordinal();
        topSeen[at] = i + 1 == spans.size() || spans.get(i + 1).bottom() > span.top();
        bottomSeen[at] = i > 0 && spans.get(i - 1).top() < span.bottom();
      }
    }
    first[columns.size()] = at;
    this.closed = closed.clone();
    this.groundSun = groundSun.clone();
  }

  /** Whether a block column lies on the map and may be entered. */
  boolean open(int x, int z) {
    return x >= 0 && z >= 0 && x < SIZE && z < SIZE && !closed[z * SIZE + x];
  }

  /** Height of the firm ground of a column. */
  float ground(int x, int z) {
    return top[first[z * SIZE + x]];
  }

  /**
   * The highest upper face among the firm spans that reach into a box, or negative infinity if the
   * box is free.
   */
  double obstacle(double x, double z, double radius, double low, double high) {
    double highest = Double.NEGATIVE_INFINITY;
    int xEnd = (int) Math.floor(x + radius);
    int zEnd = (int) Math.floor(z + radius);
    for (int cz = (int) Math.floor(z - radius); cz <= zEnd; cz++) {
      for (int cx = (int) Math.floor(x - radius); cx <= xEnd; cx++) {
        highest = Math.max(highest, obstacle(cx, cz, low, high));
      }
    }
    return highest;
  }

  private double obstacle(int cx, int cz, double low, double high) {
    if (!open(cx, cz)) {
      return Double.POSITIVE_INFINITY;
    }
    double highest = Double.NEGATIVE_INFINITY;
    int column = cz * SIZE + cx;
    for (int i = first[column]; i < first[column + 1]; i++) {
      boolean firm = material[i] != Material.WATER.ordinal();
      if (firm && bottom[i] < high && top[i] > low) {
        highest = Math.max(highest, top[i]);
      }
    }
    return highest;
  }

  /** The highest firm upper face that is not above {@code height} under a square. */
  double floor(double x, double z, double radius, double height) {
    double highest = 0;
    int xEnd = (int) Math.floor(x + radius);
    int zEnd = (int) Math.floor(z + radius);
    for (int cz = (int) Math.floor(z - radius); cz <= zEnd; cz++) {
      for (int cx = (int) Math.floor(x - radius); cx <= xEnd; cx++) {
        int column = cz * SIZE + cx;
        for (int i = first[column]; i < first[column + 1]; i++) {
          boolean firm = material[i] != Material.WATER.ordinal();
          if (firm && top[i] <= height) {
            highest = Math.max(highest, top[i]);
          }
        }
      }
    }
    return highest;
  }

  /** The lowest lower face that is not below {@code height} over a square. */
  double ceiling(double x, double z, double radius, double height) {
    double lowest = Double.POSITIVE_INFINITY;
    int xEnd = (int) Math.floor(x + radius);
    int zEnd = (int) Math.floor(z + radius);
    for (int cz = (int) Math.floor(z - radius); cz <= zEnd; cz++) {
      for (int cx = (int) Math.floor(x - radius); cx <= xEnd; cx++) {
        int column = cz * SIZE + cx;
        for (int i = first[column]; i < first[column + 1]; i++) {
          if (bottom[i] >= height) {
            lowest = Math.min(lowest, bottom[i]);
          }
        }
      }
    }
    return lowest;
  }
}
