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

  /** Blocks that a player climbs by walking, or goes down without a fall. */
  private static final double STEP = 0.6;

  /** Share of a fall's speed that the air leaves. */
  private static final double AIR = 0.98;

  /** Share of a step that the eyes are still behind a frame later. */
  private static final double EYES_BEHIND = 0.55;

  private final Stride stride;
  private final Optional<Ground> ground;

  /** Of the feet. */
  private Pose stand;

  private double eastward;
  private double southward;
  private double upward;
  private boolean standing = true;
  private double behind;

  /** Height of the ground under the player. */
  private double floor;

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
    this.stand = start;
    this.floor = start.y();
    this.ground = ground;
  }

  /** Where the player is by now. */
  public Pose pose() {
    return new Pose(stand.x(), stand.y() - behind, stand.z(), stand.yaw(), stand.pitch());
  }

  /** Takes the player to where it is known to be; how fast it is, is kept. */
  public void correct(Pose pose) {
    behind = 0;
    stand = pose;
    double known = ground.map(g -> g.height(pose.x(), pose.z())).orElse(Double.NaN);
    standing = Double.isNaN(known) || pose.y() - known < STEP;
    floor = standing ? pose.y() : known;
  }

  /** Takes an action of {@link Vocabulary#OASIS}; columns that a shorter one lacks are 0. */
  public Pose step(float[] action) {
    double yaw = stand.yaw() + stride.turn() * camera(action, CAMERA_Y);
    double pitch =
        Math.clamp(
            stand.pitch() + stride.tilt() * camera(action, CAMERA_X),
            -stride.steepest(),
            stride.steepest());
    double ahead = pressed(action, FORWARD) - pressed(action, BACK);
    double aside = pressed(action, RIGHT) - pressed(action, LEFT);
    double way = speed(action) / Math.max(1, Math.hypot(ahead, aside));
    double sin = Math.sin(Math.toRadians(yaw));
    double cos = Math.cos(Math.toRadians(yaw));
    eastward += stride.grip() * (way * (ahead * sin + aside * cos) - eastward);
    southward += stride.grip() * (way * (aside * sin - ahead * cos) - southward);
    Pose from = new Pose(stand.x(), stand.y(), stand.z(), yaw, pitch);
    double highest = from.y() + (standing ? STEP : 0);
    Pose to =
        ground
            .map(known -> known.step(from, eastward, southward, highest))
            .orElseGet(
                () -> new Pose(from.x() + eastward, from.y(), from.z() + southward, yaw, pitch));
    eastward = to.x() - from.x();
    southward = to.z() - from.z();
    stand = vertically(from, to, pressed(action, JUMP) > 0);
    return pose();
  }

  private double speed(float[] action) {
    if (pressed(action, SNEAK) > 0) {
      return stride.sneak();
    }
    return pressed(action, SPRINT) * pressed(action, FORWARD) > 0 ? stride.sprint() : stride.walk();
  }

  /** Jumps, falls, or follows the ground, and the eyes follow the feet. */
  private Pose vertically(Pose from, Pose to, boolean jumps) {
    double known = ground.map(g -> g.height(to.x(), to.z())).orElse(Double.NaN);
    // Where the ground is not known, it is as high as it was; within a cell, it is level.
    floor = Double.isNaN(known) || Ground.together(from, to) ? floor : known;
    double climbed = 0;
    double y;
    if (standing && jumps && stride.jump() > 0) {
      upward = stride.jump();
    }
    if (standing && upward <= 0 && to.y() - floor <= STEP) {
      y = floor;
      climbed = floor - to.y();
    } else {
      y = Math.max(floor, to.y() + upward);
      standing = upward <= 0 && y == floor;
      upward = standing ? 0 : (upward - stride.gravity()) * AIR;
    }
    behind = (behind + climbed) * EYES_BEHIND;
    return new Pose(to.x(), y, to.z(), to.yaw(), to.pitch());
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
