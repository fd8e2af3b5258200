package dev.dreamwire.runtime.memory;

import dev.dreamwire.runtime.memory.Ground.Cells;

/**
 * A body on its way over known ground for a frame, along one axis at a time: a box that is blocked
 * by ground higher than its feet, and by cells where nobody was, since play goes everywhere but
 * into walls. Cells that it is in already do not block it, and who is where nobody was may go
 * anywhere, so that it is never stuck. Used by one thread.
 */
final class Body {
  /** Blocks that a body climbs by walking, or goes down without a fall. */
  static final double STEP = 0.6;

  /** Blocks that are left before what a body is pressed against. */
  static final double GAP = 1e-6;

  private final Ground ground;
  private final double radius;
  private final boolean standing;

  /** Whether it is where nobody was. */
  private final boolean lost;

  private final Cells within;
  private double x;
  private double y;
  private double z;

  /**
   * A body before a frame.
   *
   * @param radius half its width, blocks
   * @param feet where they are
   * @param standing whether it can step up
   */
  Body(Ground ground, double radius, Pose feet, boolean standing) {
    this.ground = ground;
    this.radius = radius;
    this.standing = standing;
    this.x = feet.x();
    this.y = feet.y();
    this.z = feet.z();
    this.within = Cells.under(x, z, radius);
    this.lost = isUnknown(within);
  }

  private boolean isUnknown(Cells cells) {
    for (int row = cells.north(); row <= cells.south(); row++) {
      for (int column = cells.west(); column <= cells.east(); column++) {
        if (Double.isNaN(ground.height(column, row))) {
          return true;
        }
      }
    }
    return false;
  }

  double x() {
    return x;
  }

  double y() {
    return y;
  }

  double z() {
    return z;
  }

  /** Goes east, in blocks; tells whether nothing is in the way. */
  boolean alongX(double by) {
    if (free(x + by, z)) {
      x += by;
      return true;
    }
    double edge = touching(x, by);
    if (Math.abs(edge - x) < Math.abs(by) && free(edge, z)) {
      x = edge;
    }
    return false;
  }

  /** Goes south, in blocks; tells whether nothing is in the way. */
  boolean alongZ(double by) {
    if (free(x, z + by)) {
      z += by;
      return true;
    }
    double edge = touching(z, by);
    if (Math.abs(edge - z) < Math.abs(by) && free(x, edge)) {
      z = edge;
    }
    return false;
  }

  private double touching(double from, double by) {
    return by > 0
        ? (Ground.cell(from + radius) + 1) * Ground.CELL - radius - GAP
        : Ground.cell(from - radius) * Ground.CELL + radius + GAP;
  }

  private boolean free(double toX, double toZ) {
    double obstacle = obstacle(Cells.under(toX, toZ, radius));
    if (obstacle <= y) {
      return true;
    }
    boolean steps = standing && obstacle - y <= STEP;
    if (steps) {
      y = obstacle;
    }
    return steps;
  }

  private double obstacle(Cells cells) {
    double highest = Double.NEGATIVE_INFINITY;
    for (int row = cells.north(); row <= cells.south(); row++) {
      for (int column = cells.west(); column <= cells.east(); column++) {
        if (!within.holds(column, row)) {
          highest = Math.max(highest, obstacle(column, row));
        }
      }
    }
    return highest;
  }

  private double obstacle(int column, int row) {
    double height = ground.height(column, row);
    if (!Double.isNaN(height)) {
      return height;
    }
    return lost ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
  }

  /**
   * Height of what it would stand on: the highest under it, and none above its feet.
   *
   * @param unknown height where nobody was, blocks
   */
  double floor(double unknown) {
    Cells under = Cells.under(x, z, radius);
    double highest = Double.NEGATIVE_INFINITY;
    for (int row = under.north(); row <= under.south(); row++) {
      for (int column = under.west(); column <= under.east(); column++) {
        double known = ground.height(column, row);
        highest = Math.max(highest, lowered(Double.isNaN(known) ? unknown : known));
      }
    }
    return highest == Double.NEGATIVE_INFINITY ? Math.min(unknown, y) : highest;
  }

  /** Where a body stands, the ground is not above its feet, whatever is known of it. */
  private double lowered(double height) {
    if (height <= y) {
      return height;
    }
    return standing ? y : Double.NEGATIVE_INFINITY;
  }
}
