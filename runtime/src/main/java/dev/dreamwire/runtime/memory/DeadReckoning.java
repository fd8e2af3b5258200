package dev.dreamwire.runtime.memory;

import dev.dreamwire.api.node.Vocabulary;
import java.util.Optional;

/**
 * Where a player should be by the actions alone. Turns are exact; ways are not where something
 * stands in them, unless it is known where one can walk. The height is that of the eyes above a
 * standing player's: it follows a step up or down within some frames. One game; used by one thread.
 */
public final class DeadReckoning {
  private static final float PRESSED = 0.5f;
  private static final int FORWARD = Vocabulary.OASIS.column("forward");
  private static final int BACK = Vocabulary.OASIS.column("back");
  private static final int LEFT = Vocabulary.OASIS.column("left");
  private static final int RIGHT = Vocabulary.OASIS.column("right");
  private static final int JUMP = Vocabulary.OASIS.column("jump");
  private static final int SNEAK = Vocabulary.OASIS.column("sneak");
  private static final int CAMERA_X = Vocabulary.OASIS.column("cameraX");
  private static final int CAMERA_Y = Vocabulary.OASIS.column("cameraY");
  private static final int SPRINT = Vocabulary.OASIS.column("sprint");
  private static final int ATTACK = Vocabulary.OASIS.column("attack");
  private static final int USE = Vocabulary.OASIS.column("use");

  /** Blocks that two ways are apart at most that are the same. */
  private static final double SAME = 1e-3;

  private final Stride stride;
  private final Footing footing;
  private Pose pose;

  /** Where the newest step began. */
  private Pose from;

  /** Blocks a frame. */
  private double eastward;

  private double southward;

  /** What these would be if nothing was in the way, blocks a frame. */
  private double freeEastward;

  private double freeSouthward;

  /** A player at the origin who looks north, on open ground. */
  public DeadReckoning(Stride stride) {
    this(stride, Pose.ORIGIN, Optional.empty());
  }

  /**
   * A player somewhere, at rest.
   *
   * @param start where
   * @param ground where one can walk; empty for everywhere
   */
  public DeadReckoning(Stride stride, Pose start, Optional<Ground> ground) {
    this.stride = stride;
    this.footing = new Footing(stride, ground.orElse(Ground.UNKNOWN), start);
    this.pose = start;
    this.from = start;
  }

  /** Where the player is by now. */
  public Pose pose() {
    return pose;
  }

  /**
   * Takes the player to where it is known to be. How fast it is, is kept, but for what the newest
   * step tells of it: it went where something seemed to be in the way, or did not where nothing
   * did.
   */
  public void correct(Pose known) {
    eastward = speed(known.x() - from.x(), pose.x() - from.x(), eastward, freeEastward);
    southward = speed(known.z() - from.z(), pose.z() - from.z(), southward, freeSouthward);
    footing.correct(known);
    pose = known;
  }

  private static double speed(double went, double reckoned, double speed, double free) {
    if (Math.abs(went - reckoned) < SAME) {
      return speed;
    }
    if (Math.abs(went - free) < SAME) {
      return free;
    }
    return Math.abs(went) < Math.abs(free) ? 0 : speed;
  }

  /** Goes on over other ground: somebody dug or built. */
  void over(Ground changed) {
    footing.over(changed);
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
    double way = speed(action) / Math.max(1, Math.hypot(ahead, aside));
    double sin = Math.sin(Math.toRadians(yaw));
    double cos = Math.cos(Math.toRadians(yaw));
    freeEastward = eastward + stride.grip() * (way * (ahead * sin + aside * cos) - eastward);
    freeSouthward = southward + stride.grip() * (way * (aside * sin - ahead * cos) - southward);
    Body body = footing.body(pose);
    eastward = body.alongX(freeEastward) ? freeEastward : 0;
    southward = body.alongZ(freeSouthward) ? freeSouthward : 0;
    footing.step(body, pressed(action, JUMP) > 0);
    from = pose;
    pose = new Pose(body.x(), footing.eyes(), body.z(), yaw, pitch);
    return pose;
  }

  private double speed(float[] action) {
    if (pressed(action, SNEAK) > 0) {
      return stride.sneak();
    }
    return pressed(action, SPRINT) * pressed(action, FORWARD) > 0 ? stride.sprint() : stride.walk();
  }

  /** Whether an action digs. */
  public static boolean digs(float[] action) {
    return pressed(action, ATTACK) > 0;
  }

  /** Whether an action places something. */
  public static boolean places(float[] action) {
    return pressed(action, USE) > 0;
  }

  /** Whether an action changes what stands there: digs or places. */
  public static boolean changes(float[] action) {
    return digs(action) || places(action);
  }

  private static double camera(float[] action, int column) {
    return column < action.length ? Math.clamp(action[column], -1f, 1f) : 0;
  }

  private static double pressed(float[] action, int column) {
    return column < action.length && action[column] >= PRESSED ? 1 : 0;
  }
}
