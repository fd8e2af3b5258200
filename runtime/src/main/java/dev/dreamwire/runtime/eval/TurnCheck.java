package dev.dreamwire.runtime.eval;

import dev.dreamwire.runtime.world.Action;
import dev.dreamwire.runtime.world.Player;
import java.util.List;

/**
 * Whether turning turns: from each start the view is turned right and left, and the picture must
 * move the other way. A start counts only if both are right; starts at which the true world's own
 * pictures do not show the turn are left out.
 */
final class TurnCheck {
  private static final int FRAMES = 4;

  /** Pixels over all frames that count as a turn. */
  private static final int LEAST_SHIFT = 2;

  /**
   * What was measured.
   *
   * @param starts tried
   * @param measurable starts at which the true world shows the turns
   * @param right share of the measurable starts that turn the right way, both ways
   * @param ratio how far the dream turns, as a share of how far the world turns
   */
  record Result(int starts, int measurable, double right, double ratio) {}

  private final WorldPlay play;
  private final HorizontalShift shift;

  TurnCheck(WorldPlay play) {
    this.play = play;
    this.shift = new HorizontalShift(play.width(), play.width() / 4);
  }

  /** Measures a dream. */
  Result measure(List<Player> starts, Dreamer dreamer, long seed) {
    int measurable = 0;
    int right = 0;
    double dreamed = 0;
    double turned = 0;
    for (Player start : starts) {
      int worldRight = world(start, 1);
      int worldLeft = world(start, -1);
      if (worldRight <= -LEAST_SHIFT && worldLeft >= LEAST_SHIFT) {
        measurable++;
        int dreamRight = dream(start, dreamer, 1, seed);
        int dreamLeft = dream(start, dreamer, -1, seed);
        if (dreamRight <= -LEAST_SHIFT && dreamLeft >= LEAST_SHIFT) {
          right++;
        }
        dreamed += dreamLeft - dreamRight;
        turned += worldLeft - worldRight;
      }
    }
    if (measurable == 0) {
      throw new EvalException(
          "the world shows no turn at any of the starts; take more starts", null);
    }
    return new Result(starts.size(), measurable, (double) right / measurable, dreamed / turned);
  }

  private int world(Player start, double turn) {
    float[] action = Action.idle().turn(turn).vector();
    Player player = start;
    float[] before = play.picture(player);
    int sum = 0;
    for (int i = 0; i < FRAMES; i++) {
      player = play.world().step(player, action);
      float[] now = play.picture(player);
      sum += shift.between(before, now);
      before = now;
    }
    return sum;
  }

  private int dream(Player start, Dreamer dreamer, double turn, long seed) {
    float[] action = Action.idle().turn(turn).vector();
    float[] before = play.picture(start);
    dreamer.restart(before, seed);
    int sum = 0;
    for (int i = 0; i < FRAMES; i++) {
      float[] now = dreamer.next(action);
      sum += shift.between(before, now);
      before = now;
    }
    return sum;
  }
}
