package dev.dreamwire.runtime.memory;

/**
 * Where places of one pose's picture lie in another's. Holds the last one moved; for one thread.
 */
final class Shift {
  /** Nothing is seen from nearer than this, blocks. */
  private static final double CLOSEST = 0.05;

  private final int rows;
  private final int columns;

  /** Slope between two pixels beside each other, which are square. */
  private final double step;

  private final double cos;
  private final double sin;
  private final double slopeFrom;
  private final double slopeTo;
  private final Pose.Way way;

  private double column;
  private double row;
  private double larger;
  private double nearness;

  Shift(int rows, int columns, Camera camera, Pose from, Pose to) {
    this.rows = rows;
    this.columns = columns;
    step = 2 * camera.tangent() / columns;
    double turn = Math.toRadians(from.turnTo(to));
    cos = Math.cos(turn);
    sin = Math.sin(turn);
    slopeFrom = Math.tan(Math.toRadians(from.pitch()));
    slopeTo = Math.tan(Math.toRadians(to.pitch()));
    way = from.to(to);
  }

  /**
   * Moves a place.
   *
   * @param fromRow where it lies; whole in the middle of a pixel
   * @param near one over its distance ahead, 1/blocks
   * @return whether it lies in the other picture
   */
  boolean move(double fromRow, double fromColumn, float near) {
    // All lengths in units of the pixel's distance, which may be endless.
    double forward = 1 - near * way.ahead();
    double right = (fromColumn - middle(columns)) * step - near * way.right();
    double down = (fromRow - middle(rows)) * step + slopeFrom + near * way.up();
    larger = 1 / (forward * cos + right * sin);
    nearness = near * larger;
    column = (right * cos - forward * sin) * larger / step + middle(columns);
    row = (down * larger - slopeTo) / step + middle(rows);
    return larger > 0
        && nearness < 1 / CLOSEST
        && column > -0.5
        && row > -0.5
        && column < columns - 0.5
        && row < rows - 0.5;
  }

  private static double middle(int pixels) {
    return (pixels - 1) / 2.0;
  }

  /** Where the last one lies; whole for the centre of a pixel. */
  double column() {
    return column;
  }

  double row() {
    return row;
  }

  /** How many times larger the last one is there. */
  double larger() {
    return larger;
  }

  /** How near the last one is there. */
  double nearness() {
    return nearness;
  }

  /** The pixel that the last one lies in. */
  int pixel() {
    return (int) (row + 0.5) * columns + (int) (column + 0.5);
  }
}
