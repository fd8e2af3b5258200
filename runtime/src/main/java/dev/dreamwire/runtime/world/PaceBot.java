package dev.dreamwire.runtime.world;

import java.util.Map;
import java.util.SplittableRandom;

/**
 * Walks ahead, back and to both sides, mostly without turning and often the same way back, so that
 * each way of walking shows by itself; back most often, for the other bots walk ahead. Where it is
 * told that it stands still, it turns round sooner.
 */
final class PaceBot implements Bot {
  private static final String[] WAYS = {"forward", "back", "back", "left", "right"};
  private static final Map<String, String> OPPOSITE =
      Map.of("forward", "back", "back", "forward", "left", "right", "right", "left");
  private static final double STANDS = 0.05;
  private static final int PATIENCE = 2;

  private final SplittableRandom random;
  private String way = "";
  private int walking;
  private boolean returns;
  private int resting;
  private int turning;
  private double turn;
  private boolean jumps;
  private String pace = "";
  private int still;

  PaceBot(SplittableRandom random) {
    this.random = random;
  }

  @Override
  public float[] act(Player player) {
    if (player != null && walking > 0 && blocked(player)) {
      walking = 0;
    }
    if (walking + resting + turning == 0) {
      choose();
    }
    if (walking > 0) {
      walking--;
      Action action = Action.idle().press(way);
      if (!pace.isEmpty()) {
        action.press(pace);
      }
      return (jumps ? action.press("jump") : action).vector();
    }
    if (turning > 0) {
      turning--;
      return Action.idle().turn(turn).vector();
    }
    resting--;
    return Action.idle().vector();
  }

  private boolean blocked(Player player) {
    still = Math.abs(player.vx()) + Math.abs(player.vz()) < STANDS ? still + 1 : 0;
    return still > PATIENCE;
  }

  private void choose() {
    still = 0;
    boolean back = returns;
    returns = !back && random.nextInt(3) > 0;
    way = back ? OPPOSITE.get(way) : WAYS[random.nextInt(WAYS.length)];
    walking = random.nextInt(6, 20);
    int style = random.nextInt(12);
    pace = style == 0 ? "sneak" : style < 4 && way.equals("forward") ? "sprint" : "";
    jumps = random.nextInt(8) == 0;
    resting = random.nextInt(4) == 0 ? random.nextInt(1, 4) : 0;
    turning = returns || random.nextBoolean() ? 0 : random.nextInt(3, 16);
    turn = (random.nextBoolean() ? 1 : -1) * (random.nextInt(4) == 0 ? 0.5 : 1);
  }
}
