package dev.dreamwire.runtime.memory;

import dev.dreamwire.api.node.Vocabulary;

/**
 * Where a player should be by the actions alone, from the origin on. Turns are exact; ways are not
 * where something stands in them. One game; used by one thread.
 */
public final class DeadReckoning {
  private static final double STEEPEST = 90;
  private static final float PRESSED = 0.5f;
  private static final int FORWARD = Vocabulary.OASIS.column("forward");
  private static final int BACK = Vocabulary.OASIS.column("back");
  private static final int LEFT = Vocabulary.OASIS.column("left");
  private static final int RIGHT = Vocabulary.OASIS.column("right");
  private static final int CAMERA_X = Vocabulary.OASIS.column("cameraX");
  private static final int CAMERA_Y = Vocabulary.OASIS.column("cameraY");
  private static final int SPRINT = Vocabulary.OASIS.column("sprint");
  private static final int ATTACK = Vocabulary.OASIS.column("attack");
  private static final int USE = Vocabulary.OASIS.column("use");

  private final Stride stride;
  private Pose pose = new Pose(0, 0, 0, 0, 0);

  /** A player at the origin who looks north. */
  public DeadReckoning(Stride stride) {
    this.stride = stride;
  }

  /** Where the player is by now. */
  public Pose pose() {
    return pose;
  }

  /** Takes an action of {@link Vocabulary#OASIS}; columns that a shorter one lacks are 0. */
  public Pose step(float[] action) {
    double yaw = pose.yaw() + stride.turn() * camera(action, CAMERA_Y);
    double pitch =
        Math.clamp(pose.pitch() + stride.tilt() * camera(action, CAMERA_X), -STEEPEST, STEEPEST);
    double ahead = pressed(action, FORWARD) - pressed(action, BACK);
    double aside = pressed(action, RIGHT) - pressed(action, LEFT);
    boolean sprints = pressed(action, SPRINT) * pressed(action, FORWARD) > 0;
    double way =
        (sprints ? stride.sprint() : stride.walk()) / Math.max(1, Math.hypot(ahead, aside));
    double sin = Math.sin(Math.toRadians(yaw));
    double cos = Math.cos(Math.toRadians(yaw));
    pose =
        new Pose(
            pose.x() + way * (ahead * sin + aside * cos),
            pose.y(),
            pose.z() + way * (aside * sin - ahead * cos),
            yaw,
            pitch);
    return pose;
  }

  /** Whether an action changes what stands there: digs or places. */
  public static boolean changes(float[] action) {
    return pressed(action, ATTACK) + pressed(action, USE) > 0;
  }

  private static double camera(float[] action, int column) {
    return column < action.length ? Math.clamp(action[column], -1f, 1f) : 0;
  }

  private static double pressed(float[] action, int column) {
    return column < action.length && action[column] >= PRESSED ? 1 : 0;
  }
}
