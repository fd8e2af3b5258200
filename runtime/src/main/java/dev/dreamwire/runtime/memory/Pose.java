package dev.dreamwire.runtime.memory;

/**
 * Where somebody stands and looks.
 *
 * @param x blocks to the east
 * @param y blocks up
 * @param z blocks to the south
 * @param yaw degrees to the right of north
 * @param pitch degrees down
 */
public record Pose(double x, double y, double z, double yaw, double pitch) {
  /** At the origin, looking north. */
  public static final Pose ORIGIN = new Pose(0, 0, 0, 0, 0);

  /** Degrees, blocks and degrees that are as far from each other as 1. */
  private static final double YAW_SCALE = 90;

  private static final double PLACE_SCALE = 3;
  private static final double PITCH_SCALE = 45;

  /** How much less two views share the farther apart they are: 0 for the same view. */
  public double distance(Pose other) {
    double turn = turnTo(other) / YAW_SCALE;
    double tilt = (other.pitch - pitch) / PITCH_SCALE;
    double dx = (other.x - x) / PLACE_SCALE;
    double dy = (other.y - y) / PLACE_SCALE;
    double dz = (other.z - z) / PLACE_SCALE;
    return Math.sqrt(turn * turn + tilt * tilt + dx * dx + dy * dy + dz * dz);
  }

  /**
   * The way to another place, as somebody here sees it.
   *
   * @param ahead blocks
   * @param right blocks
   * @param up blocks
   */
  public record Way(double ahead, double right, double up) {}

  /** The way to where another stands. */
  public Way to(Pose other) {
    double sin = Math.sin(Math.toRadians(yaw));
    double cos = Math.cos(Math.toRadians(yaw));
    double east = other.x - x;
    double south = other.z - z;
    return new Way(east * sin - south * cos, east * cos + south * sin, other.y - y);
  }

  /** Degrees to turn right to look as another does, −180..180. */
  public double turnTo(Pose other) {
    double turn = (other.yaw - yaw) % 360;
    return turn < -180 ? turn + 360 : turn > 180 ? turn - 360 : turn;
  }
}
