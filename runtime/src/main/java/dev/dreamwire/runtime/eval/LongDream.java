package dev.dreamwire.runtime.eval;

import dev.dreamwire.runtime.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * A dream of minutes beside true play, measured as it is dreamed. Sooner or later a dream is
 * somewhere else than the truth, and a key that leads the true player over open ground leads the
 * dreamed one into a wall; the {@link Stroll}'s stray tells how much that makes.
 *
 * @param dream a look a second
 * @param truth the same of true play under the same actions
 * @param turns frames to which an action led that turned the true view, and how many stood still
 * @param walks other frames to which an action led that walked, and how many stood still
 * @param strayWalks the same frames of the stray
 * @param shownTruth pictures at the marked seconds
 * @param shownDream pictures at the marked seconds
 */
record LongDream(
    List<Look> dream,
    Trueplay truth,
    Tally turns,
    Tally walks,
    Tally strayWalks,
    List<float[]> shownTruth,
    List<float[]> shownDream) {
  /** Seconds that are judged together; one second of true play can look like anything. */
  static final int WINDOW = 10;

  LongDream {
    dream = List.copyOf(dream);
    shownTruth = List.copyOf(shownTruth);
    shownDream = List.copyOf(shownDream);
  }

  /**
   * Dreams.
   *
   * @param seconds how long
   * @param progress is told the second that is done
   */
  static LongDream of(
      Gauge gauge, Dreamer dreamer, Stroll.Beginning from, int seconds, IntConsumer progress) {
    WorldPlay play = gauge.play();
    Stroll stroll = new Stroll(play.world(), from);
    Trueplay.Notes notes = new Trueplay.Notes(gauge);
    List<Look> dream = new ArrayList<>();
    List<float[]> shownTruth = new ArrayList<>();
    List<float[]> shownDream = new ArrayList<>();
    Tally turns = Tally.NONE;
    Tally walks = Tally.NONE;
    Tally strayWalks = Tally.NONE;
    float[] last = play.picture(from.start());
    dreamer.restart(last, from.start().pose(), from.seed());
    for (int frame = 1; frame <= seconds * World.FPS; frame++) {
      Stroll.Step step = stroll.next();
      float[] now = dreamer.next(step.action());
      if (step.turns()) {
        turns = turns.plus(gauge.still(last, now));
      } else if (step.walks()) {
        walks = walks.plus(gauge.still(last, now));
        strayWalks =
            strayWalks.plus(
                gauge.still(play.picture(step.strayBefore()), play.picture(step.strayAfter())));
      }
      if (frame % World.FPS == 0) {
        int second = frame / World.FPS;
        dream.add(gauge.meter().look(last, now));
        notes.add(step);
        if (gauge.marks().contains(second)) {
          shownTruth.add(play.picture(step.after()));
          shownDream.add(now);
        }
        progress.accept(second);
      }
      last = now;
    }
    return new LongDream(dream, notes.written(), turns, walks, strayWalks, shownTruth, shownDream);
  }

  List<Look> played() {
    return truth.played();
  }

  List<Look> strayed() {
    return truth.strayed();
  }

  List<Look> blurred() {
    return truth.blurred();
  }

  /** The mean look of every {@value #WINDOW} seconds in a row, each window named by its end. */
  static List<Look> windows(List<Look> seconds) {
    List<Look> out = new ArrayList<>();
    for (int from = 0; from + WINDOW <= seconds.size(); from++) {
      out.add(Look.mean(seconds.subList(from, from + WINDOW)));
    }
    return out;
  }

  /** An aspect's sum over the last seconds. */
  static double sum(List<Look> looks, Aspect aspect, int seconds) {
    return looks.subList(Math.max(0, looks.size() - seconds), looks.size()).stream()
        .mapToDouble(look -> look.get(aspect))
        .sum();
  }
}
