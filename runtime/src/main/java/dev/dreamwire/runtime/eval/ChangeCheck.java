package dev.dreamwire.runtime.eval;

import dev.dreamwire.runtime.data.Episode;
import dev.dreamwire.runtime.eval.report.Estimate;
import dev.dreamwire.runtime.world.Action;
import dev.dreamwire.runtime.world.Player;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Whether what is dug or built is there, and stays while it is in view. From each start a player
 * who looks down works for some frames and then stands still. In what that changed in the true
 * world, the dream must be nearer to the world that was changed than to the one that was not; a
 * dream in which nobody works must not.
 */
final class ChangeCheck {
  /** Degrees below the horizon: at the ground, within reach. */
  private static final double LOOKS_DOWN = 30;

  private static final int WORKS = 5;

  /** How much of a picture must have changed, as a share, for a start to count. */
  private static final double LEAST = 0.01;

  private static final double VISIBLE = 0.2;

  private final WorldPlay play;
  private final float[] work;

  /**
   * What was measured.
   *
   * @param measurable starts at which the work changed what the true world shows
   * @param there share of them at which the dream shows the change, for each time; 0..1
   * @param idle the same of a dream in which nobody worked: the control
   */
  record Result(int measurable, List<Estimate> there, List<Double> idle) {}

  /** The frames of one start, by time: whether the dream shows the change. */
  private record Trial(List<Boolean> there, List<Boolean> idle) {}

  ChangeCheck(WorldPlay play, String button) {
    this.play = play;
    this.work = Action.idle().press(button).vector();
  }

  /**
   * Measures a dream.
   *
   * @param after frames that pass once the work is done, ascending
   * @throws EvalException if the work changes nothing at any of the starts
   */
  Result measure(List<Player> starts, Dreamer dreamer, List<Integer> after, long seed) {
    List<Trial> trials = new ArrayList<>();
    for (Player start : starts) {
      Player down = Player.at(start.x(), start.y(), start.z(), start.yaw(), LOOKS_DOWN);
      List<float[]> idle = actions(Action.idle().vector(), after.getLast());
      List<float[]> working = actions(work, after.getLast());
      Episode whole = play.follow(down, idle);
      Episode changed = play.follow(down, working);
      if (after.stream().allMatch(t -> changes(whole, changed, WORKS + t))) {
        Episode dream = Dreams.along(changed, dreamer, seed);
        Episode idleDream = Dreams.along(whole, dreamer, seed);
        trials.add(
            new Trial(
                after.stream().map(t -> shows(dream, whole, changed, WORKS + t)).toList(),
                after.stream().map(t -> shows(idleDream, whole, changed, WORKS + t)).toList()));
      }
    }
    if (trials.isEmpty()) {
      throw new EvalException("the work changes nothing at any of the starts; take more", null);
    }
    List<Estimate> there = new ArrayList<>();
    List<Double> idle = new ArrayList<>();
    for (int i = 0; i < after.size(); i++) {
      int time = i;
      there.add(Bootstrap.of(trials, some -> share(some, trial -> is(trial.there().get(time)))));
      idle.add(share(trials, trial -> is(trial.idle().get(time))));
    }
    return new Result(trials.size(), there, idle);
  }

  private static double is(boolean shown) {
    return shown ? 1 : 0;
  }

  private static double share(List<Trial> trials, ToDoubleFunction<Trial> which) {
    return trials.stream().mapToDouble(which).average().orElseThrow();
  }

  private static List<float[]> actions(float[] first, int after) {
    List<float[]> out = new ArrayList<>();
    for (int i = 0; i < WORKS + after; i++) {
      out.add(i < WORKS ? first : Action.idle().vector());
    }
    return out;
  }

  private static boolean changes(Episode whole, Episode changed, int frame) {
    float[] a = Pictures.of(whole, frame);
    float[] b = Pictures.of(changed, frame);
    int count = 0;
    for (int i = 0; i < a.length; i++) {
      count += Math.abs(a[i] - b[i]) > VISIBLE ? 1 : 0;
    }
    return count >= LEAST * a.length;
  }

  /** Whether a dream is nearer to the changed world, where that differs. */
  private static boolean shows(Episode dream, Episode whole, Episode changed, int frame) {
    float[] d = Pictures.of(dream, frame);
    float[] a = Pictures.of(whole, frame);
    float[] b = Pictures.of(changed, frame);
    double toWhole = 0;
    double toChanged = 0;
    for (int i = 0; i < d.length; i++) {
      if (Math.abs(a[i] - b[i]) > VISIBLE) {
        toWhole += (d[i] - a[i]) * (d[i] - a[i]);
        toChanged += (d[i] - b[i]) * (d[i] - b[i]);
      }
    }
    return toChanged < toWhole;
  }
}
