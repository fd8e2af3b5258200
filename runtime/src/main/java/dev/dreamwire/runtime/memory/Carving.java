package dev.dreamwire.runtime.memory;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;

/**
 * Learns what is solid from how far away things were seen: lines of sight carve what they pass
 * through, and what they end on is kept (K. Kutulakos, S. Seitz: A Theory of Shape by Space
 * Carving, 2000). Used by one thread.
 */
public final class Carving {
  /** Levels of a block. */
  private static final int FINE = 8;

  /** Blocks around where players were that are learned. */
  private static final int AROUND = 14;

  private static final int BELOW = 4;
  private static final int ABOVE = 14;

  /** What is farther away tells too little, blocks. */
  private static final double REACH = 24;

  /** Blocks away from which half as much is told as from near. */
  private static final double HALF = 4;

  /** Blocks, and share of the distance, by which a seen depth may be off. */
  private static final double OFF = 0.02;

  private static final double OFF_SHARE = 0.006;

  /** Share of a pixel by which the nearest of its samples is off its middle. */
  private static final double SAMPLE = 0.25;

  /** Of the lines that meet a level, the share that end there if it is solid. */
  private static final double ENDS = 0.4;

  private final Camera camera;
  private final int west;
  private final int north;
  private final int base;
  private final int columns;
  private final int rows;
  private final int levels;
  private final float[] passed;
  private final float[] ended;

  /**
   * Nothing seen yet.
   *
   * @param poses of players, which span what is learned; at least one
   */
  public Carving(Camera camera, List<Pose> poses) {
    this.camera = camera;
    DoubleSummaryStatistics x = poses.stream().mapToDouble(Pose::x).summaryStatistics();
    DoubleSummaryStatistics y = poses.stream().mapToDouble(Pose::y).summaryStatistics();
    DoubleSummaryStatistics z = poses.stream().mapToDouble(Pose::z).summaryStatistics();
    this.west = (int) Math.floor(x.getMin()) - AROUND;
    this.north = (int) Math.floor(z.getMin()) - AROUND;
    this.base = (int) Math.floor(y.getMin()) - BELOW;
    this.columns = (int) Math.floor(x.getMax()) + AROUND + 1 - west;
    this.rows = (int) Math.floor(z.getMax()) + AROUND + 1 - north;
    this.levels = ((int) Math.floor(y.getMax()) + ABOVE - base) * FINE;
    this.passed = new float[columns * rows * levels];
    this.ended = new float[columns * rows * levels];
  }

  /**
   * Somebody saw.
   *
   * @param nearness {@code [H,W]}, see {@link View}
   */
  public void see(Pose pose, float[] nearness, int height, int width) {
    double step = 2 * camera.tangent() / width;
    double slope = Math.tan(Math.toRadians(pose.pitch()));
    double eyes = pose.y() + camera.eyes();
    double[] rises = new double[height];
    for (int row = 0; row < height; row++) {
      rises[row] = -slope - (row - (height - 1) / 2.0) * step;
    }
    for (int column = 0; column < width; column++) {
      Line line = new Line(pose, (column - (width - 1) / 2.0) * step);
      while (line.near() < REACH && holds(line.x(), line.z())) {
        int at = ((line.z() - north) * columns + line.x() - west) * levels;
        for (int row = 0; row < height; row++) {
          double rise = rises[row];
          double sample = rise + SAMPLE * step * Math.signum(rise);
          double depth = 1 / nearness[row * width + column];
          double behind = depth * (1 + OFF_SHARE) + OFF;
          pass(line, at, eyes, rise, depth * (1 - OFF_SHARE) - OFF);
          end(line, at, eyes + sample * behind, behind);
        }
        line.next();
      }
    }
  }

  private boolean holds(int x, int z) {
    return x >= west && x < west + columns && z >= north && z < north + rows;
  }

  private void pass(Line line, int at, double eyes, double rise, double depth) {
    double until = Math.min(line.far(), depth);
    if (until > line.near()) {
      int one = level(eyes + rise * line.near());
      int other = level(eyes + rise * until);
      int to = Math.min(levels - 1, Math.max(one, other));
      for (int level = Math.max(0, Math.min(one, other)); level <= to; level++) {
        passed[at + level] += weight(line);
      }
    }
  }

  private void end(Line line, int at, double height, double depth) {
    int level = level(height);
    if (depth >= line.near() && depth < line.far() && level >= 0 && level < levels) {
      ended[at + level] += weight(line);
    }
  }

  private static float weight(Line line) {
    return (float) (1 / (1 + line.near() * line.near() / (HALF * HALF)));
  }

  private int level(double height) {
    return (int) Math.floor((height - base) * FINE);
  }

  /** What is known after it. */
  public Blocks blocks() {
    float[][] stacks = new float[columns * rows][];
    for (int column = 0; column < stacks.length; column++) {
      stacks[column] = stack(solid(column * levels));
    }
    return new Blocks(west, north, columns, stacks);
  }

  private float[] stack(boolean[] solid) {
    float[] faces = new float[levels + 1];
    int count = 0;
    for (int level = 0; level < levels; level++) {
      boolean below = level > 0 && solid[level - 1];
      if (solid[level] != below) {
        faces[count++] = base + level / (float) FINE;
      }
    }
    if (solid[levels - 1]) {
      faces[count++] = base + levels / (float) FINE;
    }
    return Arrays.copyOf(faces, count);
  }

  /** What no line passed is solid below what is: nobody saw into it. */
  private boolean[] solid(int at) {
    boolean[] solid = new boolean[levels];
    boolean above = false;
    for (int level = levels - 1; level >= 0; level--) {
      float passes = passed[at + level];
      float end = ended[at + level];
      solid[level] = end > 0 ? end >= ENDS * (passes + end) : above && passes == 0;
      above |= solid[level];
    }
    return solid;
  }
}
