package dev.dreamwire.runtime.world;

import java.util.SplittableRandom;

/** Stands still; every few seconds it turns a little. */
final class IdleBot implements Bot {
  private final SplittableRandom random;
  private int still;
  private int turning;
  private double turn;

  IdleBot(SplittableRandom random) {
    this.random = random;
    this.still = 10 + random.nextInt(30);
  }

  @Override
  public float[] act(Player player) {
    if (still > 0) {
      still--;
      return Action.idle().vector();
    }
    if (turning == 0) {
      turning = 4 + random.nextInt(8);
      turn = random.nextBoolean() ? 1 : -1;
    }
    turning--;
    if (turning == 0) {
      still = 20 + random.nextInt(40);
    }
    return Action.idle().turn(turn).vector();
  }
}
