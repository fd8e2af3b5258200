package dev.dreamwire.runtime.world;

import java.util.SplittableRandom;

/** Holds random combinations of keys and turns for 4 to 20 frames. */
final class StickyBot implements Bot {
  private static final double[] TURNS = {-1, -1, -0.5, 0.5, 1, 1};

  private final SplittableRandom random;
  private final Gaze gaze;
  private int left;
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

  private void choose() {
    left = 3 + random.nextInt(17);
    double walk = random.nextDouble();
    ahead = walk < 0.55 ? "forward" : walk < 0.7 ? "back" : "";
    double strafe = random.nextDouble();
    aside = strafe < 0.12 ? "left" : strafe < 0.24 ? "right" : "";
    sprint = ahead.equals("forward") && random.nextInt(5) == 0;
    jumpy = random.nextInt(6) == 0;
    turn = random.nextDouble() < 0.55 ? TURNS[random.nextInt(TURNS.length)] : 0;
    look = random.nextInt(6) == 0 ? (random.nextBoolean() ? 0.6 : -0.6) : 0;
  }
}
