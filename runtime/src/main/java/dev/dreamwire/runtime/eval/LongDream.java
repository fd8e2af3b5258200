package dev.dreamwire.runtime.eval;

import dev.dreamwire.runtime.world.Player;
import dev.dreamwire.runtime.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;

/**
 * A dream of minutes beside true play, measured as it is dreamed. Sooner or later a dream is
 * somewhere else than the truth, and a key that leads the true player over open ground leads the
 * dreamed one into a wall; true play from another place under the same actions tells how much that
 * makes.
 *
 * @param dream a look a second
 * @param world the same of the true world, as the autoencoder shows it
 * @param blurred the same of the true world, halved and doubled
 * @param elsewhere the same of the true world from another place
 * @param turns frames to which an action led that turned the true view, and how many stood still
 * @param walks other frames to which an action led that walked, and how many stood still
 * @param walksElsewhere the same frames of the true world from another place
 * @param shownTruth pictures at the shown seconds
 * @param shownDream pictures at the shown seconds
 */
record LongDream(
    List<Look> dream,
    List<Look> world,
    List<Look> blurred,
    List<Look> elsewhere,
    Tally turns,
    Tally walks,
    Tally walksElsewhere,
    List<float[]> shownTruth,
    List<float[]> shownDream) {
  /** Seconds that are judged together; one second of true play can look like anything. */
  static final int WINDOW = 10;

  /**
   * How dreams are measured.
   *
   * @param play the true world
   * @param show makes of a true picture what the preset would show of it
   * @param meter of looks
   * @param stillness of pictures
   * @param shown seconds whose pictures are kept
   */
  record Gauge(
      WorldPlay play,
      UnaryOperator<float[]> show,
      LookMeter meter,
      Stillness stillness,
      List<Integer> shown) {
    private float[] truth(Player player) {
      return show.apply(play.picture(player));
    }

    private Look real(Player before, Player now) {
      return meter.look(truth(before), truth(now));
    }

    private Look blurred(Player before, Player now) {
      return meter.look(
          Pictures.blurred(truth(before), play.width()),
          Pictures.blurred(truth(now), play.width()));
    }

    private double still(float[] before, float[] now) {
      return stillness.holds(before, now) ? 1 : 0;
    }
  }

  /**
   * True play alone, a look a second.
   *
   * @param real as the autoencoder shows it
   * @param blurred halved and doubled
   */
  record Trueplay(List<Look> real, List<Look> blurred) {
    static Trueplay of(Gauge gauge, Player start, int seconds, long seed) {
      Stroll stroll = new Stroll(gauge.play().world(), start, seed);
      Trueplay out = new Trueplay(new ArrayList<>(), new ArrayList<>());
      for (int frame = 1; frame <= seconds * World.FPS; frame++) {
        Stroll.Step step = stroll.next();
        if (frame % World.FPS == 0) {
          out.real.add(gauge.real(step.before(), step.after()));
          out.blurred.add(gauge.blurred(step.before(), step.after()));
        }
      }
      return out;
    }
  }

  /**
   * Where a dream begins.
   *
   * @param start of the dream and of the true play beside it
   * @param elsewhere another place, from which true play follows the same actions
   * @param seed of the bot and the noise
   */
  record Beginning(Player start, Player elsewhere, long seed) {}

  /**
   * Dreams.
   *
   * @param seconds how long
   * @param progress is told the second that is done
   */
  static LongDream of(
      Gauge gauge, Dreamer dreamer, Beginning from, int seconds, IntConsumer progress) {
    WorldPlay play = gauge.play();
    Stroll stroll = new Stroll(play.world(), from.start(), from.seed());
    List<Look> dream = new ArrayList<>();
    List<Look> world = new ArrayList<>();
    List<Look> blurred = new ArrayList<>();
    List<Look> elsewhere = new ArrayList<>();
    List<float[]> shownTruth = new ArrayList<>();
    List<float[]> shownDream = new ArrayList<>();
    Tally turns = Tally.NONE;
    Tally walks = Tally.NONE;
    Tally walksElsewhere = Tally.NONE;
    Player there = from.elsewhere();
    float[] last = play.picture(from.start());
    dreamer.restart(last, from.start().pose(), from.seed());
    for (int frame = 1; frame <= seconds * World.FPS; frame++) {
      Stroll.Step step = stroll.next();
      float[] now = dreamer.next(step.action());
      Player wasThere = there;
      there = play.world().step(there, step.action());
      if (step.turns()) {
        turns = turns.plus(gauge.still(last, now));
      } else if (step.walks()) {
        walks = walks.plus(gauge.still(last, now));
        walksElsewhere =
            walksElsewhere.plus(gauge.still(play.picture(wasThere), play.picture(there)));
      }
      if (frame % World.FPS == 0) {
        int second = frame / World.FPS;
        dream.add(gauge.meter().look(last, now));
        world.add(gauge.real(step.before(), step.after()));
        blurred.add(gauge.blurred(step.before(), step.after()));
        elsewhere.add(gauge.real(wasThere, there));
        if (gauge.shown().contains(second)) {
          shownTruth.add(play.picture(step.after()));
          shownDream.add(now);
        }
        progress.accept(second);
      }
      last = now;
    }
    return new LongDream(
        List.copyOf(dream),
        List.copyOf(world),
        List.copyOf(blurred),
        List.copyOf(elsewhere),
        turns,
        walks,
        walksElsewhere,
        List.copyOf(shownTruth),
        List.copyOf(shownDream));
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
