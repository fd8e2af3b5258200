package dev.dreamwire.runtime.world;

import java.util.SplittableRandom;

/**
 * Walks towards the least visited of some random places, around what stands in its way, and gives
 * up a place that it does not come nearer to.
 */
final class ExplorerBot implements Bot {
  private static final int CELL = 4;
  private static final int CELLS = WorldMap.SIZE / CELL;
  private static final int CANDIDATES = 12;
  private static final double ARRIVED = 2;
  private static final double AIMED = 5;

  private final WorldMap map;
  private final SplittableRandom random;
  private final Gaze gaze;
  private final int[] visits = new int[CELLS * CELLS];
  private double goalX = -1;
  private double goalZ;
  private int patience;
  private int stuck;
  private int detour;
  private double detourTurn;
  private boolean sprint;
  private int glance;
  private double glanceTurn;

  ExplorerBot(World world, SplittableRandom random) {
    this.map = world.map();
    this.random = random;
    this.gaze = new Gaze(random);
  }

  @Override
  public float[] act(Player player) {
    visits[cell(player.x(), player.z())]++;
    double distance = Terrain.distance(player.x(), player.z(), goalX, goalZ);
    if (goalX < 0 || distance < ARRIVED || patience-- <= 0) {
      choose(player);
    }
    double speed = Math.abs(player.vx()) + Math.abs(player.vz());
    stuck = speed < 0.1 ? stuck + 1 : 0;
    if (stuck > 4 && detour == 0) {
      detour = 8 + random.nextInt(16);
      detourTurn = random.nextBoolean() ? 1 : -1;
      stuck = 0;
    }
    Action action = Action.idle().look(gaze.next(random.nextInt(60) == 0 ? wish() : 0));
    if (detour > 0) {
      detour(action);
    } else if (glance > 0) {
      glance--;
      action.press("forward").turn(glanceTurn);
    } else {
      walk(player, action);
    }
    if (player.onGround() && (stuck > 3 || random.nextInt(90) == 0)) {
      action.press("jump");
    }
    return action.vector();
  }

  private void detour(Action action) {
    detour--;
    if (detour > 6) {
      action.turn(detourTurn);
    }
    action.press("forward");
  }

  private void walk(Player player, Action action) {
    double wanted = Math.toDegrees(StrictMath.atan2(goalX - player.x(), player.z() - goalZ));
    double off = StrictMath.IEEEremainder(wanted - player.yaw(), 360);
    // Whole and half turns only: what a person's hand does, and what shows in a picture.
    if (Math.abs(off) > AIMED) {
      action.turn(Math.signum(off) * (Math.abs(off) > Movement.YAW ? 1 : 0.5));
    }
    if (Math.abs(off) < 75) {
      action.press("forward");
      if (sprint) {
        action.press("sprint");
      }
    }
    if (random.nextInt(80) == 0) {
      glance = 4 + random.nextInt(10);
      glanceTurn = random.nextBoolean() ? 1 : -1;
    }
  }

  private double wish() {
    return random.nextBoolean() ? 0.6 : -0.6;
  }

  private void choose(Player player) {
    int fewest = Integer.MAX_VALUE;
    double bestX = player.x();
    double bestZ = player.z();
    for (int i = 0; i < CANDIDATES; i++) {
      double x = 3 + random.nextDouble() * (WorldMap.SIZE - 6);
      double z = 3 + random.nextDouble() * (WorldMap.SIZE - 6);
      double far = Terrain.distance(x, z, player.x(), player.z());
      boolean land = map.open((int) x, (int) z) && map.ground((int) x, (int) z) > 1.5;
      int seen = visits[cell(x, z)];
      if (land && far > 6 && far < 45 && seen < fewest) {
        fewest = seen;
        bestX = x;
        bestZ = z;
      }
    }
    goalX = bestX;
    goalZ = bestZ;
    patience = 60 + random.nextInt(160);
    sprint = random.nextInt(3) == 0;
  }

  private static int cell(double x, double z) {
    int cx = Math.clamp((int) (x / CELL), 0, CELLS - 1);
    int cz = Math.clamp((int) (z / CELL), 0, CELLS - 1);
    return cz * CELLS + cx;
  }
}
