package dev.dreamwire.runtime.memory;

/**
 * A place in the world where the player changed something, in the coordinates of {@link Pose}: a
 * spot at the height of somebody's eyes has the height of that pose.
 *
 * @param x blocks to the east
 * @param y blocks up
 * @param z blocks to the south
 */
public record Spot(double x, double y, double z) {
  /** Blocks around a spot that may look another way now. */
  static final double RADIUS = 0.9;

  /** What lies straight ahead of somebody. */
  static Spot ahead(Pose pose, double blocks) {
    double yaw = Math.toRadians(pose.yaw());
    return new Spot(
        pose.x() + blocks * Math.sin(yaw),
        pose.y() - blocks * Math.tan(Math.toRadians(pose.pitch())),
        pose.z() - blocks * Math.cos(yaw));
  }

  double distance(Spot other) {
    return Math.hypot(Math.hypot(other.x - x, other.y - y), other.z - z);
  }

  /** The way to it. */
  Pose.Way from(Pose pose) {
    return pose.to(new Pose(x, y, z, 0, 0));
  }
}
