package dev.dreamwire.runtime.world;

import java.util.SplittableRandom;

/**
 * Holds random combinations of keys and turns for 4 to 20 frames. Where it is told that it stands
 * before a wall, it soon turns off.
 */
final class StickyBot implements Bot {
  private static final double[] TURNS = {-1, -1, -0.5, 0.5, 1, 1};

  private static final int PATIENCE = 4;

  private final SplittableRandom random;
  private final Gaze gaze;
  private int left;
  private int stuck;
  private String ahead = "";
  private String aside = "";
  private boolean sprint;
  private double turn;
  private double look;
  private boolean jumpy;

  StickyBot(SplittableRandom random) {
    this.random = random;
    this.gaze = new Gaze(random);
  }

  @Override
  public float[] act(Player player) {
    if (left-- == 0) {
      choose();
    }
    if (player != null && blocked(player)) {
      turnOff();
    }
    Action action = Action.idle().turn(turn).look(gaze.next(look));
    if (!ahead.isEmpty()) {
      action.press(ahead);
    }
    if (!aside.isEmpty()) {
      action.press(aside);
    }
    if (sprint) {
      action.press("sprint");
    }
    if (jumpy && random.nextInt(6) == 0) {
      action.press("jump");
    }
    return action.vector();
  }

  private boolean blocked(Player player) {
    boolean still = Math.abs(player.vx()) + Math.abs(player.vz()) < 0.05;
    stuck = still && !ahead.isEmpty() ? stuck + 1 : 0;
    return stuck > PATIENCE;
  }

  private void turnOff() {
    stuck = 0;
    left = 8 + random.nextInt(12);
    ahead = ahead.equals("back") ? "forward" : random.nextBoolean() ? "back" : "";
    aside = "";
    turn = random.nextBoolean() ? 1 : -1;
  }

  private void choose() {
    left = 3 + random.nextInt(17);
    double walk = random.nextDouble();
    ahead = walk < 0.42 ? "forward" : walk < 0.7 ? "back" : "";
    double strafe = random.nextDouble();
    aside = strafe < 0.2 ? "left" : strafe < 0.4 ? "right" : "";
    sprint = ahead.equals("forward") && random.nextInt(5) == 0;
    jumpy = random.nextInt(4) == 0;
    turn = random.nextDouble() < 0.55 ? TURNS[random.nextInt(TURNS.length)] : 0;
    look = random.nextInt(6) == 0 ? (random.nextBoolean() ? 0.6 : -0.6) : 0;
  }
}
