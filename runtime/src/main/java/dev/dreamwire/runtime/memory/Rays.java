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

  private final boolean[] taken;

  private Site site;
  private float[] nearness;
  private Side[] made;
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
    this.taken = new boolean[rows];
  }

  /**
   * What a pose sees.
   *
   * @param world that it is in
   * @param out receives the nearness of each pixel, {@code [H,W]}, see {@link View}
   * @param news receives the side that each pixel shows if the player made it, null where it shows
   *     what was there before
   */
  void of(Site world, Pose now, float[] out, Side[] news) {
    site = world;
    nearness = out;
    made = news;
    eyes = now.y() + camera.eyes();
    slope = Math.tan(Math.toRadians(now.pitch()));
    Arrays.fill(out, 0);
    Arrays.fill(news, null);
    for (column = 0; column < columns; column++) {
      Arrays.fill(taken, false);
      left = rows;
      follow(new Line(now, (column - (columns - 1) / 2.0) * step));
    }
  }

  private void follow(Line line) {
    float[] last = {};
    Blocks blocks = site.now();
    while (left > 0 && blocks.holds(line.x(), line.z())) {
      float[] stack = blocks.stack(line.x(), line.z());
      pass(stack, Math.max(line.near(), NEAREST), line);
      last = stack.length > 0 ? stack : last;
      line.next();
    }
    if (left > 0 && last.length > 0 && last[1] < eyes) {
      fill(row(last[1], Double.POSITIVE_INFINITY), rows, 1 / (eyes - last[1]), 0, null);
    }
  }

  /** A column's walls, then what lies in it: floors from above, ceilings from below. */
  private void pass(float[] stack, double near, Line line) {
    for (int i = 0; i < stack.length; i += 2) {
      wall(row(stack[i + 1], near), row(stack[i], near), near, line);
    }
    for (int i = stack.length - 1; i > 0; i -= 2) {
      if (stack[i] < eyes) {
        level(row(stack[i], line.far()), row(stack[i], near), stack[i], line);
      }
    }
    for (int i = 0; i < stack.length; i += 2) {
      if (stack[i] > eyes) {
        level(row(stack[i], near), row(stack[i], line.far()), stack[i], line);
      }
    }
  }

  private void level(int from, int to, float height, Line line) {
    boolean old = from >= to || site.isUntouched(line.x(), line.z());
    Side side = old ? null : site.level(line.x(), line.z(), height, height < eyes);
    fill(from, to, 1 / (eyes - height), 0, side);
  }

  /** A wall, of which the player may have made parts. */
  private void wall(int from, int to, double near, Line line) {
    if (site.isUntouched(line.x(), line.z()) && site.isUntouched(line.fromX(), line.fromZ())) {
      fill(from, to, 0, 1 / near, null);
      return;
    }
    for (int row = from; row < to; row++) {
      fill(row, row + 1, 0, 1 / near, site.wall(line, eyes - near * down(row)));
    }
  }

  /** The first row whose line is not above a height some blocks ahead. */
  private int row(double height, double ahead) {
    double row = ((eyes - height) / ahead - slope) / step + (rows - 1) / 2.0;
    return (int) Math.ceil(Math.clamp(row, 0, rows));
  }

  /** Rows that met nothing meet something now: as near as their slope, scaled, and more. */
  private void fill(int from, int to, double scale, double more, Side side) {
    for (int row = from; row < to; row++) {
      if (!taken[row]) {
        taken[row] = true;
        left--;
        nearness[row * columns + column] = (float) (down(row) * scale + more);
        made[row * columns + column] = side;
      }
    }
  }

  /** How far below straight ahead a row looks, as a slope. */
  private double down(int row) {
    return slope + (row - (rows - 1) / 2.0) * step;
  }
}
