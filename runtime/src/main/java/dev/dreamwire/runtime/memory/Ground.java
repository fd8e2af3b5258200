package dev.dreamwire.runtime.memory;

import java.util.List;

/**
 * Where players of recorded play have stood, on a grid of cells, and how high on average: what is
 * known of where one can walk. A cell beside one where somebody stood counts as one, since play
 * leaves gaps. Immutable and safe on every thread.
 */
public final class Ground {
  /** Edge of a cell, blocks. */
  static final double CELL = 0.5;

  private static final int AROUND = 1;

  private final int west;
  private final int north;
  private final int columns;

  /** Heights, row by row from the north; NaN where nobody was near. */
  private final float[] heights;

  Ground(int west, int north, int columns, float[] heights) {
    this.west = west;
    this.north = north;
    this.columns = columns;
    this.heights = heights;
  }

  /** What players knew who stood at these poses; at least one. */
  public static Ground of(List<Pose> poses) {
    int west = poses.stream().mapToInt(p -> cell(p.x())).min().orElseThrow() - AROUND;
    int north = poses.stream().mapToInt(p -> cell(p.z())).min().orElseThrow() - AROUND;
    int columns = poses.stream().mapToInt(p -> cell(p.x())).max().orElseThrow() + AROUND - west + 1;
    int rows = poses.stream().mapToInt(p -> cell(p.z())).max().orElseThrow() + AROUND - north + 1;
    float[] sums = new float[rows * columns];
    int[] counts = new int[rows * columns];
    for (Pose pose : poses) {
      int at = (cell(pose.z()) - north) * columns + cell(pose.x()) - west;
      sums[at] += (float) pose.y();
      counts[at]++;
    }
    for (int at = 0; at < sums.length; at++) {
      sums[at] = counts[at] == 0 ? Float.NaN : sums[at] / counts[at];
    }
    return new Ground(west, north, columns, widened(sums, columns));
  }

  private static float[] widened(float[] heights, int columns) {
    float[] out = heights.clone();
    int rows = heights.length / columns;
    for (int row = AROUND; row < rows - AROUND; row++) {
      for (int column = AROUND; column < columns - AROUND; column++) {
        float height = heights[row * columns + column];
        for (int d = 0; d < 9 && !Float.isNaN(height); d++) {
          int near = (row + d / 3 - AROUND) * columns + column + d % 3 - AROUND;
          if (Float.isNaN(out[near])) {
            out[near] = height;
          }
        }
      }
    }
    return out;
  }

  private static int cell(double blocks) {
    return (int) Math.floor(blocks / CELL);
  }

  /** Whether two places are of one cell. */
  static boolean together(Pose one, Pose other) {
    return cell(one.x()) == cell(other.x()) && cell(one.z()) == cell(other.z());
  }

  /** Height of the ground; NaN where nobody was near. */
  public double height(double x, double z) {
    int column = cell(x) - west;
    int row = cell(z) - north;
    boolean inside = column >= 0 && column < columns && row >= 0 && row < heights.length / columns;
    return inside ? heights[row * columns + column] : Double.NaN;
  }

  /**
   * Where a step leads: along each axis as far as somebody has been, and no higher than it may. Who
   * is where nobody was may go anywhere.
   *
   * @param highest ground that can be stepped on
   * @return at the height of before
   */
  public Pose step(Pose from, double east, double south, double highest) {
    boolean lost = Double.isNaN(height(from.x(), from.z()));
    double x = lost || height(from.x() + east, from.z()) <= highest ? from.x() + east : from.x();
    double z = lost || height(x, from.z() + south) <= highest ? from.z() + south : from.z();
    return new Pose(x, from.y(), z, from.yaw(), from.pitch());
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
