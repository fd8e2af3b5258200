package dev.dreamwire.runtime.eval;

import dev.dreamwire.runtime.eval.report.Estimate;
import dev.dreamwire.runtime.eval.report.Figure;
import dev.dreamwire.runtime.eval.report.Film;
import dev.dreamwire.runtime.eval.report.Goal;
import dev.dreamwire.runtime.eval.report.Plot;
import dev.dreamwire.runtime.eval.report.Section;
import dev.dreamwire.runtime.eval.report.Unit;
import dev.dreamwire.runtime.world.Scene;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How a dream departs from the true world that is driven by the same actions: at t frames the
 * pooled PSNR to the truth, and its gain over the copy baseline, the first frame held. Above it
 * stands the autoencoder, which no dream can beat.
 */
final class DriftProtocol implements Protocol {
  private static final List<Integer> HORIZONS = List.of(1, 2, 4, 8, 16, 32, 64);

  /** Squared errors of one rollout at one time. */
  private record Error(double dream, double copy, double ceiling) {}

  @Override
  public Section measure(Lab lab, DoubleConsumer progress) throws IOException {
    List<Rollout> rollouts = lab.rollouts();
    List<Integer> times = HORIZONS.stream().filter(t -> t <= lab.extent().rolloutFrames()).toList();
    List<List<Error>> errors = new ArrayList<>();
    for (int t : times) {
      errors.add(rollouts.stream().map(rollout -> error(lab, rollout, t)).toList());
      progress.accept((double) errors.size() / times.size());
    }
    List<Figure> figures = new ArrayList<>();
    figures.add(Figure.of("least", Estimate.of(least(rollouts)), Unit.DECIBEL, Goal.atLeast(0)));
    for (int i = 0; i < times.size(); i++) {
      figures.add(
          new Figure(
              "gain",
              List.of(String.valueOf(times.get(i))),
              Bootstrap.of(errors.get(i), DriftProtocol::gain),
              Unit.DECIBEL,
              null));
    }
    return new Section(
        Measure.DRIFT.id(),
        figures,
        List.of(),
        List.of(plot(times, errors)),
        films(lab, rollouts, times));
  }

  private static Error error(Lab lab, Rollout rollout, int t) {
    float[] truth = Pictures.of(rollout.truth(), t);
    return new Error(
        Pictures.mse(Pictures.of(rollout.dream(), t), truth),
        Pictures.mse(Pictures.of(rollout.truth(), 0), truth),
        Pictures.mse(lab.reconstruct(truth), truth));
  }

  private static double gain(List<Error> errors) {
    return 10 * Math.log10(sum(errors, Error::copy) / sum(errors, Error::dream));
  }

  /** The smallest gain at any of the frames. */
  private static double least(List<Rollout> rollouts) {
    return IntStream.range(1, rollouts.getFirst().truth().frames())
        .mapToDouble(
            t -> {
              double dream = 0;
              double copy = 0;
              for (Rollout rollout : rollouts) {
                float[] truth = Pictures.of(rollout.truth(), t);
                dream += Pictures.mse(Pictures.of(rollout.dream(), t), truth);
                copy += Pictures.mse(Pictures.of(rollout.truth(), 0), truth);
              }
              return 10 * Math.log10(copy / dream);
            })
        .min()
        .orElseThrow();
  }

  private static double sum(List<Error> errors, ToDoubleFunction<Error> which) {
    return errors.stream().mapToDouble(which).sum();
  }

  private static Plot plot(List<Integer> times, List<List<Error>> errors) {
    return new Plot(
        "psnr",
        "frame",
        "psnr",
        true,
        List.of(
            curve("dream", times, errors, Error::dream),
            curve("copy", times, errors, Error::copy),
            curve("ceiling", times, errors, Error::ceiling)),
        null);
  }

  private static Plot.Curve curve(
      String name, List<Integer> times, List<List<Error>> errors, ToDoubleFunction<Error> which) {
    List<Plot.Point> points = new ArrayList<>();
    for (int i = 0; i < times.size(); i++) {
      Estimate psnr =
          Bootstrap.of(errors.get(i), some -> Pictures.psnr(sum(some, which) / some.size()));
      points.add(new Plot.Point(times.get(i), psnr));
    }
    return new Plot.Curve(name, points);
  }

  /** One of each region. */
  private static List<Film> films(Lab lab, List<Rollout> rollouts, List<Integer> times)
      throws IOException {
    List<Film> out = new ArrayList<>();
    int regions = Math.min(lab.play().world().scenes().size(), rollouts.size());
    for (int i = 0; i < regions; i++) {
      Rollout rollout = rollouts.get(i);
      Scene region = Starts.region(lab.play().world(), rollout.truth().players().getFirst());
      out.add(
          lab.films()
              .ghost("film", "drift-" + region.name(), List.of(region.name()), rollout, times));
    }
    return out;
  }
}
