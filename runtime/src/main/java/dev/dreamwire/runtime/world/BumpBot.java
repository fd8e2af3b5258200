package dev.dreamwire.runtime.world;

import java.util.SplittableRandom;

/** Walks straight on for long, into whatever stands there, slides along it and turns off. */
final class BumpBot implements Bot {
  private final SplittableRandom random;
  private int straight;
  private int turning;
  private double turn;
  private String aside = "";

  BumpBot(SplittableRandom random) {
    this.random = random;
  }

  @Override
  public float[] act(Player player) {
    if (straight == 0 && turning == 0) {
      straight = 30 + random.nextInt(40);
      turning = 4 + random.nextInt(16);
      turn = random.nextBoolean() ? 1 : -1;
      int slide = random.nextInt(4);
      aside = slide == 0 ? "left" : slide == 1 ? "right" : "";
    }
    Action action = Action.idle();
    if (straight > 0) {
      straight--;
      action.press("forward");
      if (straight < 14 && !aside.isEmpty()) {
        action.press(aside);
      }
    } else {
      turning--;
      action.turn(turn);
    }
    return action.vector();
  }
}
