package dev.dreamwire.runtime.memory;

import java.util.Arrays;
import java.util.List;

/**
 * Where players of recorded play have been, on a grid of cells, and how high they stood: what is
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

  /** What players of these poses knew; at least one. */
  public static Ground of(List<Pose> poses) {
    int west = poses.stream().mapToInt(p -> cell(p.x())).min().orElseThrow() - AROUND;
    int north = poses.stream().mapToInt(p -> cell(p.z())).min().orElseThrow() - AROUND;
    int columns = poses.stream().mapToInt(p -> cell(p.x())).max().orElseThrow() + AROUND - west + 1;
    int rows = poses.stream().mapToInt(p -> cell(p.z())).max().orElseThrow() + AROUND - north + 1;
    float[] lowest = new float[rows * columns];
    Arrays.fill(lowest, Float.NaN);
    for (Pose pose : poses) {
      int at = (cell(pose.z()) - north) * columns + cell(pose.x()) - west;
      // Who jumps is not where the ground is.
      lowest[at] =
          Float.isNaN(lowest[at]) ? (float) pose.y() : Math.min(lowest[at], (float) pose.y());
    }
    return new Ground(west, north, columns, widened(lowest, columns));
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

  /** Height of the ground; NaN where nobody was near. */
  public double height(double x, double z) {
    int column = cell(x) - west;
    int row = cell(z) - north;
    boolean inside = column >= 0 && column < columns && row >= 0 && row < heights.length / columns;
    return inside ? heights[row * columns + column] : Double.NaN;
  }

  /**
   * Where a step leads: along each axis as far as somebody has been. Who is where nobody was may go
   * anywhere.
   */
  public Pose step(Pose from, double east, double south, double yaw, double pitch) {
    boolean lost = Double.isNaN(height(from.x(), from.z()));
    double x =
        lost || !Double.isNaN(height(from.x() + east, from.z())) ? from.x() + east : from.x();
    double z = lost || !Double.isNaN(height(x, from.z() + south)) ? from.z() + south : from.z();
    double y = height(x, z);
    return new Pose(x, Double.isNaN(y) ? from.y() : y, z, yaw, pitch);
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
