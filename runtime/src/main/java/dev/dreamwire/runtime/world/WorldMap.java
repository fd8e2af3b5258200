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

  private final Stacks built;
  private final Changes changes;

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
    this(new Stacks(columns), Changes.NONE, closed.clone(), groundSun.clone());
  }

  private WorldMap(Stacks built, Changes changes, boolean[] closed, float[] groundSun) {
    this.built = built;
    this.changes = changes;
    this.closed = closed;
    this.groundSun = groundSun;
  }

  /** The map as it is built, but for some columns. Costs next to nothing. */
  WorldMap with(Changes now) {
    return new WorldMap(built, now, closed, groundSun);
  }

  /** Whether a cell's column is not as it was built. */
  boolean changed(int cell) {
    return changes.holds(cell);
  }

  /** Where the spans of a cell are: its number {@code z * SIZE + x} is not yet its column there. */
  Stacks stacks(int cell) {
    return changes.holds(cell) ? changes.stacks() : built;
  }

  /** The column of a cell in its {@link #stacks}. */
  int column(int cell) {
    return changes.holds(cell) ? changes.column(cell) : cell;
  }

  /** The spans of a column, from below. */
  List<Span> spans(int x, int z) {
    int cell = z * SIZE + x;
    return stacks(cell).spans(column(cell));
  }

  /** Whether a block column lies on the map and may be entered. */
  boolean open(int x, int z) {
    return x >= 0 && z >= 0 && x < SIZE && z < SIZE && !closed[z * SIZE + x];
  }

  /** Height of the firm ground of a column. */
  float ground(int x, int z) {
    return ground(z * SIZE + x);
  }

  /** Height of the firm ground of a cell. */
  float ground(int cell) {
    Stacks stacks = stacks(cell);
    return stacks.top[stacks.first[column(cell)]];
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
    Stacks stacks = stacks(cz * SIZE + cx);
    int column = column(cz * SIZE + cx);
    for (int i = stacks.first[column]; i < stacks.first[column + 1]; i++) {
      boolean firm = stacks.material[i] != Material.WATER.ordinal();
      if (firm && stacks.bottom[i] < high && stacks.top[i] > low) {
        highest = Math.max(highest, stacks.top[i]);
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
        Stacks stacks = stacks(cz * SIZE + cx);
        int column = column(cz * SIZE + cx);
        for (int i = stacks.first[column]; i < stacks.first[column + 1]; i++) {
          boolean firm = stacks.material[i] != Material.WATER.ordinal();
          if (firm && stacks.top[i] <= height) {
            highest = Math.max(highest, stacks.top[i]);
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
        Stacks stacks = stacks(cz * SIZE + cx);
        int column = column(cz * SIZE + cx);
        for (int i = stacks.first[column]; i < stacks.first[column + 1]; i++) {
          if (stacks.bottom[i] >= height) {
            lowest = Math.min(lowest, stacks.bottom[i]);
          }
        }
      }
    }
    return lowest;
  }
}
