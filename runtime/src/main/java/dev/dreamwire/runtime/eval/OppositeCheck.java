package dev.dreamwire.runtime.eval;

import dev.dreamwire.runtime.eval.report.Estimate;
import dev.dreamwire.runtime.world.Action;
import dev.dreamwire.runtime.world.Player;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Whether opposite keys do opposite things (the sign test of KCtrl): from each start both are held,
 * and the pictures must move both ways. Starts at which the true world's own pictures do not show
 * it are left out.
 */
final class OppositeCheck {
  /**
   * What was measured.
   *
   * @param measurable starts at which the true world shows both motions
   * @param right share of them at which the dream shows both; 0..1
   * @param ratio how far the dream moves, as a share of how far the world does
   * @param idle share of them at which a dream that stands still shows a motion: the control
   */
  record Result(int measurable, Estimate right, double ratio, double idle) {}

  /** What one start gave. */
  private record Trial(boolean right, double dreamed, double moved, boolean idleMoves) {}

  private final WorldPlay play;
  private final OppositePair pair;

  OppositeCheck(WorldPlay play, OppositePair pair) {
    this.play = play;
    this.pair = pair;
  }

  /**
   * Measures a dream.
   *
   * @throws EvalException if the world shows the pair at none of the starts
   */
  Result measure(List<Player> starts, Dreamer dreamer, long seed) {
    List<Trial> trials = new ArrayList<>();
    for (Player start : starts) {
      double one = pair.motion().applyAsDouble(world(start, pair.one()));
      double other = pair.motion().applyAsDouble(world(start, pair.other()));
      if (pair.holds(one, other)) {
        trials.add(trial(start, dreamer, seed, one - other));
      }
    }
    if (trials.isEmpty()) {
      throw new EvalException(
          "the world shows no \"" + pair.id() + "\" at any of the starts; take more starts", null);
    }
    return new Result(
        trials.size(),
        Bootstrap.of(trials, some -> share(some, Trial::right)),
        trials.stream().mapToDouble(Trial::dreamed).sum()
            / trials.stream().mapToDouble(Trial::moved).sum(),
        share(trials, Trial::idleMoves));
  }

  private Trial trial(Player start, Dreamer dreamer, long seed, double moved) {
    Function<float[], Double> dream =
        action -> pair.motion().applyAsDouble(dream(start, dreamer, action, seed));
    double one = dream.apply(pair.one());
    double other = dream.apply(pair.other());
    double idle = dream.apply(Action.idle().vector());
    return new Trial(pair.holds(one, other), one - other, moved, Math.abs(idle) >= pair.least());
  }

  private static double share(List<Trial> trials, Predicate<Trial> which) {
    return (double) trials.stream().filter(which).count() / trials.size();
  }

  private List<float[]> world(Player start, float[] action) {
    List<float[]> out = new ArrayList<>();
    Player player = start;
    out.add(play.picture(player));
    for (int i = 0; i < pair.frames(); i++) {
      player = play.world().step(player, action);
      out.add(play.picture(player));
    }
    return out;
  }

  private List<float[]> dream(Player start, Dreamer dreamer, float[] action, long seed) {
    List<float[]> out = new ArrayList<>();
    out.add(play.picture(start));
    dreamer.restart(out.getFirst(), start.pose(), seed);
    for (int i = 0; i < pair.frames(); i++) {
      out.add(dreamer.next(action));
    }
    return out;
  }
}
