package dev.dreamwire.runtime.memory;

import dev.dreamwire.api.node.Vocabulary;
import java.util.Optional;

/**
 * Where a player should be by the actions alone. Turns are exact; ways are not where something
 * stands in them, unless it is known where one can walk. One game; used by one thread.
 */
public final class DeadReckoning {
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
  private final Optional<Ground> ground;
  private Pose pose;

  /** A player at the origin who looks north, on open ground. */
  public DeadReckoning(Stride stride) {
    this(stride, Pose.ORIGIN, Optional.empty());
  }

  /**
   * A player somewhere.
   *
   * @param start where
   * @param ground where one can walk; empty for everywhere
   */
  public DeadReckoning(Stride stride, Pose start, Optional<Ground> ground) {
    this.stride = stride;
    this.pose = start;
    this.ground = ground;
  }

  /** Where the player is by now. */
  public Pose pose() {
    return pose;
  }

  /** Takes an action of {@link Vocabulary#OASIS}; columns that a shorter one lacks are 0. */
  public Pose step(float[] action) {
    double yaw = pose.yaw() + stride.turn() * camera(action, CAMERA_Y);
    double pitch =
        Math.clamp(
            pose.pitch() + stride.tilt() * camera(action, CAMERA_X),
            -stride.steepest(),
            stride.steepest());
    double ahead = pressed(action, FORWARD) - pressed(action, BACK);
    double aside = pressed(action, RIGHT) - pressed(action, LEFT);
    boolean sprints = pressed(action, SPRINT) * pressed(action, FORWARD) > 0;
    double way =
        (sprints ? stride.sprint() : stride.walk()) / Math.max(1, Math.hypot(ahead, aside));
    double sin = Math.sin(Math.toRadians(yaw));
    double cos = Math.cos(Math.toRadians(yaw));
    double east = way * (ahead * sin + aside * cos);
    double south = way * (aside * sin - ahead * cos);
    Pose from = pose;
    pose =
        ground
            .map(known -> known.step(from, east, south, yaw, pitch))
            .orElseGet(() -> new Pose(from.x() + east, from.y(), from.z() + south, yaw, pitch));
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
