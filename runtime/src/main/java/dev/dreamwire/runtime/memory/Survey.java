package dev.dreamwire.runtime.memory;

import dev.dreamwire.runtime.memory.Ground.Cells;
import java.util.Arrays;
import java.util.List;

/**
 * Learns what the ground is like from where bodies stood. A cell that nobody was on or pressed
 * against, among cells that are known, is one that nobody happened to be on: it counts as low as
 * the lowest beside it. Used by one thread.
 */
final class Survey {
  /** Blocks that are more than are left between a body and what it is pressed against. */
  private static final double TOUCH = 3 * Body.GAP;

  /** Of the 8 cells around, how many are known of one that nobody happened to be on. */
  private static final int AMONG = 4;

  private static final int AROUND = 9;

  private final double radius;
  private final int west;
  private final int north;
  private final int columns;
  private final float[] heights;
  private final boolean[] pressed;

  /**
   * Where bodies stood.
   *
   * @param poses of them; at least one
   * @param radius half the width of a body, blocks
   */
  Survey(List<Pose> poses, double radius) {
    this.radius = radius;
    this.west = poses.stream().mapToInt(p -> under(p).west()).min().orElseThrow();
    this.north = poses.stream().mapToInt(p -> under(p).north()).min().orElseThrow();
    this.columns = poses.stream().mapToInt(p -> under(p).east()).max().orElseThrow() - west + 1;
    int rows = poses.stream().mapToInt(p -> under(p).south()).max().orElseThrow() - north + 1;
    this.heights = new float[rows * columns];
    this.pressed = new boolean[heights.length];
    Arrays.fill(heights, Float.NaN);
    poses.forEach(this::stood);
  }

  private Cells under(Pose pose) {
    return Cells.under(pose.x(), pose.z(), radius);
  }

  private void stood(Pose pose) {
    Cells under = under(pose);
    Cells touched = Cells.under(pose.x(), pose.z(), radius + TOUCH);
    for (int z = touched.north(); z <= touched.south(); z++) {
      for (int x = touched.west(); x <= touched.east(); x++) {
        if (under.holds(x, z)) {
          int at = at(x, z);
          // A comparison with what is not known yet is false.
          heights[at] = heights[at] <= pose.y() ? heights[at] : (float) pose.y();
        } else if (isInside(x, z)) {
          pressed[at(x, z)] = true;
        }
      }
    }
  }

  private int at(int x, int z) {
    return (z - north) * columns + x - west;
  }

  private boolean isInside(int x, int z) {
    return x >= west && x < west + columns && z >= north && z < north + heights.length / columns;
  }

  /** What is known after it. */
  Ground ground() {
    float[] out = heights.clone();
    for (int i = 0; i < out.length; i++) {
      if (Float.isNaN(out[i]) && !pressed[i]) {
        out[i] = among(west + i % columns, north + i / columns);
      }
    }
    return new Ground(west, north, columns, out);
  }

  /** The lowest height around a cell; NaN if too little is known of it. */
  private float among(int x, int z) {
    float lowest = Float.POSITIVE_INFINITY;
    int known = 0;
    for (int d = 0; d < AROUND; d++) {
      int nearX = x + d % 3 - 1;
      int nearZ = z + d / 3 - 1;
      if (isInside(nearX, nearZ) && !Float.isNaN(heights[at(nearX, nearZ)])) {
        lowest = Math.min(lowest, heights[at(nearX, nearZ)]);
        known++;
      }
    }
    return known >= AMONG ? lowest : Float.NaN;
  }
}
