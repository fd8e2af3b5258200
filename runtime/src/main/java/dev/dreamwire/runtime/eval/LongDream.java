package dev.dreamwire.runtime.eval;

import dev.dreamwire.runtime.world.Player;
import dev.dreamwire.runtime.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;

/**
 * A dream of minutes beside true play, measured as it is dreamed.
 *
 * @param dream a look a second
 * @param world the same of the true world, as the autoencoder shows it
 * @param blurred the same of the true world, halved and doubled
 * @param moving frames to which an action led that moved the true world
 * @param still those of them in which the picture did not move
 * @param shownTruth pictures at the shown seconds
 * @param shownDream pictures at the shown seconds
 */
record LongDream(
    List<Look> dream,
    List<Look> world,
    List<Look> blurred,
    long moving,
    long still,
    List<float[]> shownTruth,
    List<float[]> shownDream) {
  /** Seconds that are judged together; one second of true play can look like anything. */
  static final int WINDOW = 10;

  private static final double LEAST_DETAIL = 0.5;

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

    private Look blurred(Player before, Player now) {
      return meter.look(
          Pictures.halvedAndBack(truth(before), play.width()),
          Pictures.halvedAndBack(truth(now), play.width()));
    }
  }

  /** Looks of true play alone, one a second. */
  static List<Look> trueplay(Gauge gauge, Player start, int seconds, long seed) {
    Stroll stroll = new Stroll(gauge.play().world(), start, seed);
    List<Look> out = new ArrayList<>();
    for (int frame = 1; frame <= seconds * World.FPS; frame++) {
      Stroll.Step step = stroll.next();
      if (frame % World.FPS == 0) {
        out.add(gauge.meter().look(gauge.truth(step.before()), gauge.truth(step.after())));
      }
    }
    return out;
  }

  /**
   * Dreams.
   *
   * @param seconds how long
   * @param seed of the bot and the noise
   * @param progress is told the second that is done
   */
  static LongDream of(
      Gauge gauge, Dreamer dreamer, Player start, int seconds, long seed, IntConsumer progress) {
    WorldPlay play = gauge.play();
    Stroll stroll = new Stroll(play.world(), start, seed);
    LongDream out =
        new LongDream(
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            0,
            0,
            new ArrayList<>(),
            new ArrayList<>());
    long moving = 0;
    long still = 0;
    float[] last = play.picture(start);
    dreamer.restart(last, start.pose(), seed);
    for (int frame = 1; frame <= seconds * World.FPS; frame++) {
      Stroll.Step step = stroll.next();
      float[] now = dreamer.next(step.action());
      if (step.moves()) {
        moving++;
        still += gauge.stillness().holds(last, now) ? 1 : 0;
      }
      if (frame % World.FPS == 0) {
        out.dream.add(gauge.meter().look(last, now));
        out.world.add(gauge.meter().look(gauge.truth(step.before()), gauge.truth(step.after())));
        out.blurred.add(gauge.blurred(step.before(), step.after()));
        if (gauge.shown().contains(frame / World.FPS)) {
          out.shownTruth.add(play.picture(step.after()));
          out.shownDream.add(now);
        }
        progress.accept(frame / World.FPS);
      }
      last = now;
    }
    return new LongDream(
        List.copyOf(out.dream),
        List.copyOf(out.world),
        List.copyOf(out.blurred),
        moving,
        still,
        List.copyOf(out.shownTruth),
        List.copyOf(out.shownDream));
  }

  /** The mean look of every {@value #WINDOW} seconds in a row, each window named by its end. */
  static List<Look> windows(List<Look> seconds) {
    List<Look> out = new ArrayList<>();
    for (int from = 0; from + WINDOW <= seconds.size(); from++) {
      out.add(Look.mean(seconds.subList(from, from + WINDOW)));
    }
    return out;
  }

  /** Windows in which less than half of the true world's detail is left. */
  long dissolved() {
    List<Look> mine = windows(dream);
    List<Look> theirs = windows(world);
    long count = 0;
    for (int i = 0; i < mine.size(); i++) {
      double least = LEAST_DETAIL * theirs.get(i).get(Aspect.DETAIL);
      count += mine.get(i).get(Aspect.DETAIL) < least ? 1 : 0;
    }
    return count;
  }

  /** An aspect's sum over the last seconds. */
  static double sum(List<Look> looks, Aspect aspect, int seconds) {
    return looks.subList(Math.max(0, looks.size() - seconds), looks.size()).stream()
        .mapToDouble(look -> look.get(aspect))
        .sum();
  }
}
