package dev.dreamwire.runtime.memory;

import java.util.Arrays;

/**
 * How near lies what a pose sees of blocks. Each column of the picture walks through them from near
 * to far; what it does not meet is the sky, or the ground at the border, which goes on. For one
 * thread.
 */
final class Rays {
  private static final double NEAREST = 0.04;

  private final int rows;
  private final int columns;
  private final Camera camera;

  /** Slope between two pixels. */
  private final double step;

  private final boolean[] met;

  private float[] nearness;
  private double eyes;
  private double slope;
  private int column;

  /** Rows of the column that met nothing so far. */
  private int left;

  Rays(int rows, int columns, Camera camera) {
    this.rows = rows;
    this.columns = columns;
    this.camera = camera;
    this.step = 2 * camera.tangent() / columns;
    this.met = new boolean[rows];
  }

  /**
   * What a pose sees.
   *
   * @param out receives the nearness of each pixel, {@code [H,W]}, see {@link View}
   */
  void of(Blocks blocks, Pose now, float[] out) {
    nearness = out;
    eyes = now.y() + camera.eyes();
    slope = Math.tan(Math.toRadians(now.pitch()));
    Arrays.fill(out, 0);
    for (column = 0; column < columns; column++) {
      Arrays.fill(met, false);
      left = rows;
      follow(new Line(now, (column - (columns - 1) / 2.0) * step), blocks);
    }
  }

  private void follow(Line line, Blocks blocks) {
    float[] last = {};
    while (left > 0 && blocks.holds(line.x(), line.z())) {
      float[] stack = blocks.stack(line.x(), line.z());
      pass(stack, Math.max(line.near(), NEAREST), line.far());
      last = stack.length > 0 ? stack : last;
      line.next();
    }
    if (left > 0 && last.length > 0 && last[1] < eyes) {
      fill(row(last[1], Double.POSITIVE_INFINITY), rows, 1 / (eyes - last[1]), 0);
    }
  }

  /** A column's walls, then what lies in it: floors from above, ceilings from below. */
  private void pass(float[] stack, double near, double far) {
    for (int i = 0; i < stack.length; i += 2) {
      fill(row(stack[i + 1], near), row(stack[i], near), 0, 1 / near);
    }
    for (int i = stack.length - 1; i > 0; i -= 2) {
      if (stack[i] < eyes) {
        fill(row(stack[i], far), row(stack[i], near), 1 / (eyes - stack[i]), 0);
      }
    }
    for (int i = 0; i < stack.length; i += 2) {
      if (stack[i] > eyes) {
        fill(row(stack[i], near), row(stack[i], far), 1 / (eyes - stack[i]), 0);
      }
    }
  }

  /** The first row whose line is not above a height some blocks ahead. */
  private int row(double height, double ahead) {
    double row = ((eyes - height) / ahead - slope) / step + (rows - 1) / 2.0;
    return (int) Math.ceil(Math.clamp(row, 0, rows));
  }

  /** Rows that met nothing meet something now: as near as their slope, scaled, and more. */
  private void fill(int from, int to, double scale, double more) {
    for (int row = from; row < to; row++) {
      if (!met[row]) {
        met[row] = true;
        left--;
        double down = slope + (row - (rows - 1) / 2.0) * step;
        nearness[row * columns + column] = (float) (down * scale + more);
      }
    }
  }
}
