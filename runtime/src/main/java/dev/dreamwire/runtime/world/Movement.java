package dev.dreamwire.runtime.world;

import dev.dreamwire.api.node.Vocabulary;

/**
 * The rules by which an action moves a player through a map, one frame of 1/20 s at a time. Pure:
 * the same player and action give the same next player, bit for bit, on every machine.
 */
final class Movement {
  /** Degrees that a full {@code cameraY} turns in a frame. */
  static final double YAW = 8;

  /** Degrees that a full {@code cameraX} looks down in a frame. */
  static final double PITCH = 5;

  /** Farthest look up or down, degrees. */
  static final double MAX_PITCH = 40;

  /** Half the width of the body, blocks. */
  static final double RADIUS = 0.4;

  /** Height of the body, blocks. */
  static final double HEIGHT = 1.8;

  private static final double WALK = 0.24;
  private static final double SPRINT = 0.38;
  private static final double SNEAK = 0.1;
  private static final double GRIP = 0.6;
  private static final double JUMP = 0.42;
  private static final double GRAVITY = 0.08;
  private static final double DRAG = 0.98;
  private static final double STEP_UP = 0.6;
  private static final double EYE_CATCH_UP = 0.55;

  private static final int FORWARD = Vocabulary.OASIS.column("forward");
  private static final int BACK = Vocabulary.OASIS.column("back");
  private static final int LEFT = Vocabulary.OASIS.column("left");
  private static final int RIGHT = Vocabulary.OASIS.column("right");
  private static final int CAMERA_X = Vocabulary.OASIS.column("cameraX");
  private static final int CAMERA_Y = Vocabulary.OASIS.column("cameraY");
  private static final int JUMP_KEY = Vocabulary.OASIS.column("jump");
  private static final int SNEAK_KEY = Vocabulary.OASIS.column("sneak");
  private static final int SPRINT_KEY = Vocabulary.OASIS.column("sprint");

  private final WorldMap map;

  Movement(WorldMap map) {
    this.map = map;
  }

  Player step(Player from, float[] action) {
    double yaw = from.yaw() + YAW * Math.clamp(action[CAMERA_Y], -1f, 1f);
    yaw -= 360 * Math.floor(yaw / 360);
    double look = from.pitch() + PITCH * Math.clamp(action[CAMERA_X], -1f, 1f);
    double pitch = Math.clamp(look, -MAX_PITCH, MAX_PITCH);

    double ahead = axis(action, FORWARD, BACK);
    double aside = axis(action, RIGHT, LEFT);
    double length = Math.sqrt(ahead * ahead + aside * aside);
    double speed = length == 0 ? 0 : speed(action) / Math.max(1, length);
    double sin = StrictMath.sin(Math.toRadians(yaw));
    double cos = StrictMath.cos(Math.toRadians(yaw));
    double vx = from.vx() + GRIP * (speed * (ahead * sin + aside * cos) - from.vx());
    double vz = from.vz() + GRIP * (speed * (aside * sin - ahead * cos) - from.vz());

    Walk walk = new Walk(map, from);
    boolean freeX = walk.alongX(vx);
    boolean freeZ = walk.alongZ(vz);
    boolean jumps = from.onGround() && action[JUMP_KEY] >= 0.5f;
    double vy = jumps ? JUMP : from.vy();
    boolean landed = walk.vertically(vy);
    double nextVy = landed || walk.headBumped ? -GRAVITY : (vy - GRAVITY) * DRAG;
    return new Player(
        walk.x,
        walk.y,
        walk.z,
        yaw,
        pitch,
        freeX ? vx : 0,
        nextVy,
        freeZ ? vz : 0,
        landed,
        (from.eyeLag() + walk.climbed) * EYE_CATCH_UP,
        from.work());
  }

  private static double axis(float[] action, int plus, int minus) {
    return (action[plus] >= 0.5f ? 1 : 0) - (action[minus] >= 0.5f ? 1 : 0);
  }

  private static double speed(float[] action) {
    if (action[SNEAK_KEY] >= 0.5f) {
      return SNEAK;
    }
    boolean sprints = action[SPRINT_KEY] >= 0.5f && action[FORWARD] >= 0.5f;
    return sprints ? SPRINT : WALK;
  }

  /** One frame's way through the map, an axis at a time. */
  private static final class Walk {
    private static final double GAP = 1e-6;

    private final WorldMap map;
    private final boolean standing;
    private double x;
    private double y;
    private double z;
    private double climbed;
    private boolean headBumped;

    Walk(WorldMap map, Player from) {
      this.map = map;
      this.standing = from.onGround();
      this.x = from.x();
      this.y = from.y();
      this.z = from.z();
    }

    boolean alongX(double by) {
      if (free(x + by, z)) {
        x += by;
        return true;
      }
      double edge = touching(x, by);
      if (Math.abs(edge - x) < Math.abs(by) && free(edge, z)) {
        x = edge;
      }
      return false;
    }

    boolean alongZ(double by) {
      if (free(x, z + by)) {
        z += by;
        return true;
      }
      double edge = touching(z, by);
      if (Math.abs(edge - z) < Math.abs(by) && free(x, edge)) {
        z = edge;
      }
      return false;
    }

    /** Moves up or down; tells whether the feet reached the ground. */
    boolean vertically(double by) {
      if (by > 0) {
        double room = map.ceiling(x, z, RADIUS, y + HEIGHT) - (y + HEIGHT);
        headBumped = room <= by;
        y += Math.min(by, Math.max(0, room));
        return false;
      }
      double floor = map.floor(x, z, RADIUS, y);
      boolean stepDown = standing && y - floor <= STEP_UP;
      boolean lands = stepDown || y + by <= floor;
      if (stepDown) {
        climbed -= y - floor;
      }
      y = lands ? floor : y + by;
      return lands;
    }

    private boolean free(double toX, double toZ) {
      double obstacle = map.obstacle(toX, toZ, RADIUS, y, y + HEIGHT);
      if (obstacle == Double.NEGATIVE_INFINITY) {
        return true;
      }
      double rise = obstacle - y;
      boolean steps =
          standing
              && rise <= STEP_UP
              && map.obstacle(toX, toZ, RADIUS, obstacle, obstacle + HEIGHT)
                  == Double.NEGATIVE_INFINITY;
      if (steps) {
        y = obstacle;
        climbed += rise;
      }
      return steps;
    }

    private static double touching(double from, double by) {
      return by > 0
          ? Math.floor(from + RADIUS) + 1 - RADIUS - GAP
          : Math.floor(from - RADIUS) + RADIUS + GAP;
    }
  }
}
