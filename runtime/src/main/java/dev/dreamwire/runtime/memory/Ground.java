package dev.dreamwire.runtime.memory;

import java.util.List;

/**
 * How high one stands in a world of blocks, a cell of one block at a time: what is known of where
 * one can walk from where players of recorded play have stood. A body stands on the highest of the
 * cells under it, so none of these is higher than its feet, and a cell is as high as the lowest
 * feet over it. Play goes everywhere but into walls, so what stays unknown is one, but for gaps
 * among what is known that nobody pressed against. Immutable and safe on every thread.
 */
public final class Ground {
  /** Edge of a cell, blocks. */
  static final double CELL = 1;

  /** Where nothing is known. */
  static final Ground UNKNOWN = new Ground(0, 0, 1, new float[0]);

  private final int west;
  private final int north;
  private final int columns;

  /** Heights, row by row from the north; NaN where it is not known. */
  private final float[] heights;

  Ground(int west, int north, int columns, float[] heights) {
    this.west = west;
    this.north = north;
    this.columns = columns;
    this.heights = heights;
  }

  /**
   * What bodies knew that stood at these poses; at least one.
   *
   * @param radius half the width of a body, blocks
   */
  public static Ground of(List<Pose> poses, double radius) {
    return new Survey(poses, radius).ground();
  }

  static int cell(double blocks) {
    return (int) Math.floor(blocks / CELL);
  }

  /** The same but for the height of a cell, blocks; the same where nothing is known around it. */
  Ground with(int x, int z, double height) {
    if (!inside(x - west, z - north)) {
      return this;
    }
    float[] changed = heights.clone();
    changed[(z - north) * columns + x - west] = (float) height;
    return new Ground(west, north, columns, changed);
  }

  private boolean inside(int column, int row) {
    return column >= 0 && column < columns && row >= 0 && row < heights.length / columns;
  }

  /** Height of the ground, blocks; NaN where it is not known. */
  public double height(double x, double z) {
    return height(cell(x), cell(z));
  }

  /** Height of a cell, blocks; NaN where it is not known. */
  double height(int x, int z) {
    int column = x - west;
    int row = z - north;
    return inside(column, row) ? heights[row * columns + column] : Double.NaN;
  }

  /**
   * The cells that a body is over or in, both ends included.
   *
   * @param west the westernmost column
   * @param east the easternmost column
   * @param north the northernmost row
   * @param south the southernmost row
   */
  record Cells(int west, int east, int north, int south) {
    static Cells under(double x, double z, double radius) {
      return new Cells(cell(x - radius), cell(x + radius), cell(z - radius), cell(z + radius));
    }

    boolean holds(int x, int z) {
      return x >= west && x <= east && z >= north && z <= south;
    }
  }

  int west() {
    return west;
  }

  int north() {
    return north;
  }

  int columns() {
    return columns;
  }

  float[] heights() {
    return heights.clone();
  }
}
