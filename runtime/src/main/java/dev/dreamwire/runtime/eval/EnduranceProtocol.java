package dev.dreamwire.runtime.eval;

import dev.dreamwire.runtime.data.Episode;
import dev.dreamwire.runtime.eval.report.Estimate;
import dev.dreamwire.runtime.eval.report.Figure;
import dev.dreamwire.runtime.eval.report.Film;
import dev.dreamwire.runtime.eval.report.Goal;
import dev.dreamwire.runtime.eval.report.Plot;
import dev.dreamwire.runtime.eval.report.Section;
import dev.dreamwire.runtime.eval.report.Unit;
import dev.dreamwire.runtime.world.Player;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Dreams of minutes. Where the truth has long gone another way, ten seconds at a time are compared
 * with the {@link RealBand} of true play as the preset would show it; their detail and motion with
 * those of the true world under the same actions; frames to which an action led that turns the view
 * must move ({@link Stillness}), and edges must stay edges ({@link Dissolution}). Controls: other
 * true play must lie in the band and not dissolve, the same blurred must not lie in it and
 * dissolve; and true play from another place under the same actions, as a dream that has gone
 * another way.
 */
final class EnduranceProtocol implements Protocol {
  private static final int STARTS = 4;
  private static final int BAND_STARTS = 7;
  private static final int BAND_PLAYS = 64;
  private static final int LEAST_BAND_SECONDS = 24;
  private static final int STILL_PLAYS = 4;
  private static final int LAST = 60;
  private static final List<Integer> MARKS = List.of(60, 120, 300, 600);
  private static final List<Integer> SHOWN = List.of(1, 5, 15, 30, 60, 120, 300, 600);
  private static final int POINTS = 60;

  /** Share of the progress that dreams take. */
  private static final double DREAMS = 0.9;

  @Override
  public Section measure(Lab lab, DoubleConsumer progress) throws IOException {
    Gauge gauge = gauge(lab);
    List<Trueplay> plays = plays(lab, gauge);
    List<Look> real = Trueplay.windows(plays);
    RealBand band = RealBand.of(real);
    Dissolution dissolution = Dissolution.of(real, Trueplay.blurredWindows(plays));
    progress.accept(1 - DREAMS);
    List<LongDream> dreams = dreams(lab, gauge, progress);
    return new Section(
        Measure.ENDURANCE.id(),
        figures(dreams, band, dissolution),
        List.of(),
        plots(dreams, band),
        films(lab, dreams));
  }

  private static Gauge gauge(Lab lab) {
    List<Episode> known = lab.episodes().stream().limit(STILL_PLAYS).map(lab::shown).toList();
    List<float[]> pictures =
        lab.episodes().stream().map(play -> lab.shown(Pictures.of(play, 0))).toList();
    return new Gauge(
        lab.play(),
        lab::shown,
        new LookMeter(lab.play().width(), pictures, lab::reconstruct),
        Stillness.of(known),
        SHOWN);
  }

  private static List<Trueplay> plays(Lab lab, Gauge gauge) {
    int all = lab.extent().longSeconds();
    int seconds = Math.min(all, Math.max(LEAST_BAND_SECONDS, all / 10));
    List<Stroll.Beginning> beginnings =
        beginnings(lab.starts(BAND_STARTS, BAND_PLAYS + 1), lab.seed() * BAND_STARTS);
    return beginnings.stream().map(from -> Trueplay.of(gauge, from, seconds)).toList();
  }

  /** From each place but the last, the stray from the next, which is in another region. */
  private static List<Stroll.Beginning> beginnings(List<Player> places, long seed) {
    return IntStream.range(0, places.size() - 1)
        .mapToObj(i -> new Stroll.Beginning(places.get(i), places.get(i + 1), seed + i))
        .toList();
  }

  private static List<LongDream> dreams(Lab lab, Gauge gauge, DoubleConsumer progress) {
    int count = lab.extent().longStarts();
    int seconds = lab.extent().longSeconds();
    List<LongDream> out = new ArrayList<>();
    for (Stroll.Beginning from : beginnings(lab.starts(STARTS, count + 1), lab.seed())) {
      int done = out.size();
      IntConsumer second =
          s -> progress.accept(1 - DREAMS + DREAMS * (done * seconds + s) / (count * seconds));
      out.add(LongDream.of(gauge, lab.dreamer(), from, seconds, second));
    }
    return out;
  }

  private static List<Figure> figures(
      List<LongDream> dreams, RealBand band, Dissolution dissolution) {
    int all = dreams.getFirst().dream().size();
    List<Figure> out = new ArrayList<>();
    out.add(
        Figure.of(
            "inside", inside(dreams, LongDream::dream, band, all), Unit.PERCENT, Goal.atLeast(95)));
    out.add(Figure.of("frozen", share(dreams, LongDream::turns), Unit.PERCENT, Goal.atMost(5)));
    out.add(
        Figure.of(
            "dissolved",
            dissolved(dreams, LongDream::dream, dissolution),
            Unit.PERCENT,
            Goal.atMost(5)));
    for (int mark : MARKS) {
      if (mark <= all) {
        Estimate until = inside(dreams, LongDream::dream, band, mark);
        out.add(new Figure("inside.at", List.of(String.valueOf(mark)), until, Unit.PERCENT, null));
      }
    }
    out.add(Figure.of("standing", share(dreams, LongDream::walks), Unit.PERCENT));
    out.add(Figure.of("detail.end", ratio(dreams, Aspect.DETAIL), Unit.PERCENT));
    out.add(Figure.of("motion.end", ratio(dreams, Aspect.MOTION), Unit.PERCENT));
    out.add(Figure.of("real", inside(dreams, LongDream::played, band, all), Unit.PERCENT));
    out.add(Figure.of("elsewhere", inside(dreams, LongDream::strayed, band, all), Unit.PERCENT));
    out.add(Figure.of("blurred", inside(dreams, LongDream::blurred, band, all), Unit.PERCENT));
    out.add(Figure.of("standing.elsewhere", share(dreams, LongDream::strayWalks), Unit.PERCENT));
    out.add(
        Figure.of(
            "dissolved.elsewhere",
            dissolved(dreams, LongDream::strayed, dissolution),
            Unit.PERCENT));
    out.add(
        Figure.of(
            "dissolved.blurred", dissolved(dreams, LongDream::blurred, dissolution), Unit.PERCENT));
    return out;
  }

  private static Estimate share(List<LongDream> dreams, Function<LongDream, Tally> which) {
    return Bootstrap.mean(dreams.stream().map(which).toList()).percent();
  }

  /** Share of the windows up to a second that lie in the band. */
  private static Estimate inside(
      List<LongDream> dreams, Function<LongDream, List<Look>> which, RealBand band, int until) {
    return windows(dreams, dream -> which.apply(dream).subList(0, until), band::holds);
  }

  private static Estimate dissolved(
      List<LongDream> dreams, Function<LongDream, List<Look>> which, Dissolution dissolution) {
    return windows(dreams, which, dissolution::holds);
  }

  /** Share of the windows of which something is true. */
  private static Estimate windows(
      List<LongDream> dreams, Function<LongDream, List<Look>> which, Predicate<Look> holds) {
    return Bootstrap.mean(
            dreams.stream()
                .map(dream -> LongDream.windows(which.apply(dream)))
                .map(w -> new Tally(w.stream().filter(holds).count(), w.size()))
                .toList())
        .percent();
  }

  /** How much of an aspect there is in the last minute, against the true world. */
  private static Estimate ratio(List<LongDream> dreams, Aspect aspect) {
    return Bootstrap.of(
            dreams,
            some ->
                some.stream().mapToDouble(d -> LongDream.sum(d.dream(), aspect, LAST)).sum()
                    / some.stream().mapToDouble(d -> LongDream.sum(d.played(), aspect, LAST)).sum())
        .percent();
  }

  private static List<Plot> plots(List<LongDream> dreams, RealBand band) {
    List<Plot> out = new ArrayList<>();
    for (Aspect aspect : Aspect.values()) {
      List<Plot.Curve> curves = new ArrayList<>();
      for (int i = 0; i < dreams.size(); i++) {
        curves.add(curve(String.valueOf(i + 1), dreams.get(i), aspect));
      }
      RealBand.Range range = band.range(aspect);
      out.add(
          new Plot(
              aspect.id(),
              "second",
              aspect.id(),
              false,
              curves,
              new Estimate.Interval(range.low(), range.high())));
    }
    return out;
  }

  /** One curve with a point every few seconds. */
  private static Plot.Curve curve(String name, LongDream dream, Aspect aspect) {
    int every = Math.max(1, dream.dream().size() / POINTS);
    List<Plot.Point> points = new ArrayList<>();
    for (int from = 0; from + every <= dream.dream().size(); from += every) {
      Look look = Look.mean(dream.dream().subList(from, from + every));
      points.add(new Plot.Point(from + every, Estimate.of(look.get(aspect))));
    }
    return new Plot.Curve(name, points);
  }

  private static List<Film> films(Lab lab, List<LongDream> dreams) throws IOException {
    List<String> shown =
        SHOWN.stream()
            .filter(second -> second <= lab.extent().longSeconds())
            .map(String::valueOf)
            .toList();
    List<Film> out = new ArrayList<>();
    for (int i = 0; i < dreams.size(); i++) {
      LongDream dream = dreams.get(i);
      out.add(
          lab.films()
              .write(
                  "film",
                  "endurance-" + (i + 1),
                  List.of(String.join(", ", shown)),
                  List.of(
                      new Films.Row("truth", dream.shownTruth()),
                      new Films.Row("dream", dream.shownDream())),
                  shown));
    }
    return out;
  }
}
