package dev.dreamwire.runtime.memory;

/**
 * How high a player's feet are and whether they stand, and how far its eyes are still behind them.
 * One game; used by one thread.
 */
final class Footing {
  /** Share of a fall's speed that the air leaves. */
  private static final double AIR = 0.98;

  /** Share of a step that the eyes are still behind a frame later. */
  private static final double EYES_BEHIND = 0.55;

  /** Blocks that two heights are apart at most that are the same. */
  private static final double SAME = 1e-3;

  private final Stride stride;
  private Ground ground;

  /** Height of the feet. */
  private double feet;

  private boolean standing = true;

  /** Blocks a frame. */
  private double upward;

  /** Blocks that the eyes are below their place above the feet. */
  private double behind;

  /** Height of the ground under the player; where that is not known, of the last that was. */
  private double floor;

  /** How the newest step would have ended if there was no ground under it. */
  private Flight aloft;

  /** Steps since the eyes were known. */
  private int unseen;

  /**
   * Somebody in the air.
   *
   * @param feet height of the feet, blocks
   * @param behind how far the eyes are below their place above the feet, blocks
   * @param upward blocks a frame
   */
  private record Flight(double feet, double behind, double upward) {
    double eyes() {
      return feet - behind;
    }
  }

  /** A player at rest whose eyes are known. */
  Footing(Stride stride, Ground ground, Pose eyes) {
    this.stride = stride;
    this.ground = ground;
    this.floor = eyes.y();
    rest(eyes);
  }

  /** The ground is another now. */
  void over(Ground changed) {
    ground = changed;
  }

  /** Height of the eyes above a standing player's. */
  double eyes() {
    return feet - behind;
  }

  /** The player's body before a step. */
  Body body(Pose where) {
    return new Body(ground, stride.radius(), new Pose(where.x(), feet, where.z(), 0, 0), standing);
  }

  /** Jumps, falls, or follows the ground, and the eyes follow the feet. */
  void step(Body body, boolean jumps) {
    unseen++;
    double climbed = body.y() - feet;
    double speed = standing && jumps && stride.jump() > 0 ? stride.jump() : upward;
    floor = body.floor(floor + climbed);
    aloft =
        new Flight(
            body.y() + speed, (behind + climbed) * EYES_BEHIND, (speed - stride.gravity()) * AIR);
    boolean follows = standing && speed <= 0 && body.y() - floor <= Body.STEP;
    standing = follows || speed <= 0 && body.y() + speed <= floor;
    if (!standing) {
      fly(aloft);
      return;
    }
    climbed -= follows ? body.y() - floor : 0;
    behind = (behind + climbed) * EYES_BEHIND;
    feet = floor;
    upward = -stride.gravity();
  }

  private void fly(Flight flight) {
    standing = false;
    feet = flight.feet();
    behind = flight.behind();
    upward = flight.upward();
  }

  /**
   * Takes the eyes to where they are known to be. How the feet are, is kept; where the eyes are
   * elsewhere than expected, the least that explains it has happened.
   */
  void correct(Pose known) {
    double off = known.y() - eyes();
    boolean oneStep = unseen == 1;
    unseen = 0;
    if (Math.abs(off) < SAME) {
      return;
    }
    if (standing && oneStep && Math.abs(known.y() - aloft.eyes()) < SAME) {
      fly(aloft);
    } else if (standing && oneStep && Math.abs(off) <= Body.STEP * (1 - EYES_BEHIND) + SAME) {
      // Of a step that was not foreseen the eyes have made this share.
      feet += off / (1 - EYES_BEHIND);
      behind = feet - known.y();
      floor = feet;
    } else if (!standing && off > 0 && upward < 0) {
      feet = known.y() + behind;
      land();
    } else if (!standing && off < 0 && off > -Body.STEP) {
      feet = known.y() + behind;
      // Who rises less than it should has bumped its head.
      upward = upward > 0 ? -stride.gravity() : upward + off * AIR;
    } else {
      rest(known);
    }
  }

  private void land() {
    standing = true;
    floor = feet;
    upward = -stride.gravity();
  }

  /**
   * A pose tells the height of the eyes alone: near the ground, the feet are on it and the eyes
   * behind them; elsewhere they begin to fall.
   */
  private void rest(Pose eyes) {
    Pose above = new Pose(eyes.x(), eyes.y() + Body.STEP, eyes.z(), 0, 0);
    floor = new Body(ground, stride.radius(), above, false).floor(eyes.y());
    standing = Math.abs(floor - eyes.y()) <= Body.STEP;
    feet = standing ? floor : eyes.y();
    behind = feet - eyes.y();
    upward = -stride.gravity();
    aloft = new Flight(feet, behind, upward);
  }
}
