package dev.dreamwire.runtime.world;

import dev.dreamwire.runtime.memory.Pose;

/**
 * Where the player is, how it moves and what it has changed: everything that its next step depends
 * on.
 *
 * @param x blocks to the east
 * @param y height of the feet, in blocks
 * @param z blocks to the south
 * @param yaw degrees clockwise from north, 0 ≤ yaw &lt; 360
 * @param pitch degrees below the horizon, −40..40
 * @param vx velocity to the east, blocks a frame
 * @param vy velocity upward, blocks a frame
 * @param vz velocity to the south, blocks a frame
 * @param onGround whether it stands
 * @param eyeLag how far the eyes are still below their place after a step up, in blocks
 * @param work what it has dug and built, and what its hand is doing
 */
public record Player(
    double x,
    double y,
    double z,
    double yaw,
    double pitch,
    double vx,
    double vy,
    double vz,
    boolean onGround,
    double eyeLag,
    Work work) {
  /** Height of the eyes above the feet, in blocks. */
  public static final double EYES = 1.6;

  /** A player at rest. */
  public static Player at(double x, double y, double z, double yaw, double pitch) {
    return new Player(x, y, z, yaw, pitch, 0, 0, 0, true, 0, Work.NONE);
  }

  /** Height that it sees from, in blocks. */
  public double eyeY() {
    return y + EYES - eyeLag;
  }

  /** Where it stands and looks. */
  public Pose stand() {
    return new Pose(x, y, z, yaw, pitch);
  }

  /** Where it sees from: at the height where it would stand if its eyes were not still behind. */
  public Pose pose() {
    return new Pose(x, y - eyeLag, z, yaw, pitch);
  }

  /** The same player after other work. */
  public Player with(Work done) {
    return new Player(x, y, z, yaw, pitch, vx, vy, vz, onGround, eyeLag, done);
  }
}
