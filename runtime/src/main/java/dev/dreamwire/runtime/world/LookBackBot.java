package dev.dreamwire.runtime.world;

import java.util.SplittableRandom;

/** Turns away by 40 to 180 degrees, waits and turns back, walking a little now and then. */
final class LookBackBot implements Bot {
  private final SplittableRandom random;
  private double turn = 1;
  private int turning;
  private int waiting;
  private int returning;
  private int resting;
  private boolean walks;

  LookBackBot(SplittableRandom random) {
    this.random = random;
  }

  @Override
  public float[] act(Player player) {
    if (turning + waiting + returning + resting == 0) {
      choose();
    }
    Action action = Action.idle();
    if (turning > 0) {
      turning--;
      action.turn(turn);
    } else if (waiting > 0) {
      waiting--;
    } else if (returning > 0) {
      returning--;
      action.turn(-turn);
    } else {
      resting--;
      if (walks) {
        action.press("forward");
      }
    }
    return action.vector();
  }

  private void choose() {
    double speed = random.nextInt(3) == 0 ? 0.5 : 1;
    turn = random.nextBoolean() ? speed : -speed;
    turning = (int) ((5 + random.nextInt(18)) / speed);
    returning = turning;
    waiting = random.nextInt(6);
    resting = 1 + random.nextInt(14);
    walks = random.nextBoolean();
  }
}
