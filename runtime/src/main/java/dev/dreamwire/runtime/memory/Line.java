package dev.dreamwire.runtime.memory;

/**
 * The columns of blocks that a line of sight passes, from near to far (J. Amanatides, A. Woo: A
 * Fast Voxel Traversal Algorithm for Ray Tracing, 1987). Used by one thread.
 */
final class Line {
  private static final double SHORTEST = 1e-9;

  private final int stepX;
  private final int stepZ;
  private final double perX;
  private final double perZ;
  private double nextX;
  private double nextZ;
  private int x;
  private int z;
  private double near;
  private double far;

  /** Whether it came to its column from the east or the west. */
  private boolean alongX;

  /**
   * One that begins in somebody's eyes.
   *
   * @param across tangent of its angle to the right of straight ahead
   */
  Line(Pose from, double across) {
    double sin = Math.sin(Math.toRadians(from.yaw()));
    double cos = Math.cos(Math.toRadians(from.yaw()));
    double east = sin + cos * across;
    double south = sin * across - cos;
    x = (int) Math.floor(from.x());
    z = (int) Math.floor(from.z());
    stepX = east < 0 ? -1 : 1;
    stepZ = south < 0 ? -1 : 1;
    perX = Math.abs(1 / east);
    perZ = Math.abs(1 / south);
    nextX = perX * (east < 0 ? from.x() - x : x + 1 - from.x());
    nextZ = perZ * (south < 0 ? from.z() - z : z + 1 - from.z());
    far = Math.max(Math.min(nextX, nextZ), SHORTEST);
  }

  /** Goes on to the next column. */
  void next() {
    if (nextX < nextZ) {
      x += stepX;
      nextX += perX;
      alongX = true;
    } else {
      z += stepZ;
      nextZ += perZ;
      alongX = false;
    }
    near = far;
    far = Math.max(Math.min(nextX, nextZ), near + SHORTEST);
  }

  /** The column that it is in, to the east. */
  int x() {
    return x;
  }

  /** The column that it is in, to the south. */
  int z() {
    return z;
  }

  /** Blocks ahead at which it enters that column. */
  double near() {
    return near;
  }

  /** Which way the side looks by which it entered that column. */
  Face entered() {
    if (alongX) {
      return stepX > 0 ? Face.WEST : Face.EAST;
    }
    return stepZ > 0 ? Face.NORTH : Face.SOUTH;
  }

  /** The column that it was in before, to the east. */
  int fromX() {
    return alongX ? x - stepX : x;
  }

  /** The column that it was in before, to the south. */
  int fromZ() {
    return alongX ? z : z - stepZ;
  }

  /** Blocks ahead at which it leaves that column. */
  double far() {
    return far;
  }
}
