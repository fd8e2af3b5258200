package dev.dreamwire.runtime.eval;

import dev.dreamwire.runtime.data.Episode;
import dev.dreamwire.runtime.eval.report.Estimate;
import dev.dreamwire.runtime.eval.report.Figure;
import dev.dreamwire.runtime.eval.report.Film;
import dev.dreamwire.runtime.eval.report.Goal;
import dev.dreamwire.runtime.eval.report.Section;
import dev.dreamwire.runtime.eval.report.Table;
import dev.dreamwire.runtime.eval.report.Unit;
import dev.dreamwire.runtime.world.Player;
import dev.dreamwire.runtime.world.World;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleConsumer;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * Whether what was left behind is still there: the view turns or walks away and back the same way.
 * Each picture on the way back is compared with the truth and with the dream's own picture of the
 * same view on the way out (ground truth and history comparison of Context-as-Memory, Yu et al.
 * 2025), by the seconds between. The autoencoder is the ceiling, the truth of another walk the
 * floor; a preset with memory is also led the way that decides without it. Views to which the true
 * player did not come back, because something stood in its way, do not count.
 */
final class RevisitProtocol implements Protocol {
  private static final int STARTS = 6;
  private static final String DECIDES = "turn-180";
  private static final double MEMORY_GAIN = 3;
  private static final int FILMS = 4;
  private static final int SHOWN = 10;
  private static final int NONE = -1;
  private static final double SAME_PLACE = 0.05;
  private static final double SAME_ANGLE = 0.5;

  /** Seconds between, from one bound to the next. */
  private static final List<Integer> GAPS = List.of(0, 1, 2, 8);

  private static final int LONGEST = 30;

  /** A walk that was dreamed, and for the one that decides the same without memory. */
  private record Visit(Walk walk, Rollout rollout, Optional<Episode> forgetful) {}

  /** PSNRs of one picture that is seen again; no gain where nothing was dreamed without memory. */
  private record Again(
      String walk,
      double gap,
      boolean last,
      double own,
      OptionalDouble gain,
      double truth,
      double ceiling,
      double floor) {}

  @Override
  public Section measure(Lab lab, DoubleConsumer progress) throws IOException {
    List<Visit> visits = visits(lab, progress);
    List<List<Again>> groups = new ArrayList<>();
    for (int i = 0; i < visits.size(); i++) {
      Visit other = visits.get((i + Walk.all(false).size()) % visits.size());
      groups.add(again(lab, visits.get(i), other));
    }
    return new Section(
        Measure.REVISIT.id(),
        figures(groups),
        List.of(gaps(groups), walks(groups)),
        List.of(),
        films(lab, visits));
  }

  private static List<Visit> visits(Lab lab, DoubleConsumer progress) {
    List<Player> starts = lab.starts(STARTS, lab.extent().revisits());
    List<Visit> out = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      for (Walk walk : Walk.all(i % 2 == 1)) {
        Episode truth = lab.play().follow(starts.get(i), walk.actions());
        long seed = lab.seed() + i;
        out.add(
            new Visit(
                walk,
                new Rollout(truth, Dreams.along(truth, lab.dreamer(), seed)),
                walk.id().equals(DECIDES)
                    ? lab.forgetful().map(dreamer -> Dreams.along(truth, dreamer, seed))
                    : Optional.empty()));
      }
      progress.accept((i + 1.0) / starts.size());
    }
    return out;
  }

  private static List<Again> again(Lab lab, Visit visit, Visit other) {
    List<Again> out = new ArrayList<>();
    Episode truth = visit.rollout().truth();
    for (int frame = visit.walk().turned() + 1; frame < truth.frames(); frame++) {
      int before = counterpart(truth.players(), frame, visit.walk());
      if (before != NONE) {
        float[] now = Pictures.of(visit.rollout().dream(), frame);
        float[] real = Pictures.of(truth, frame);
        double own = psnr(now, Pictures.of(visit.rollout().dream(), before));
        float[] elsewhere = Pictures.of(other.rollout().truth(), frame);
        out.add(
            new Again(
                visit.walk().id(),
                (double) (frame - before) / World.FPS,
                frame == truth.frames() - 1,
                own,
                gain(own, visit.forgetful(), frame, before),
                psnr(now, real),
                psnr(lab.reconstruct(real), real),
                psnr(elsewhere, real)));
      }
    }
    return out;
  }

  private static OptionalDouble gain(
      double own, Optional<Episode> forgetful, int frame, int before) {
    return forgetful.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            own - psnr(Pictures.of(forgetful.get(), frame), Pictures.of(forgetful.get(), before)));
  }

  /** The last frame of the way out at which the true player stood and looked as it does now. */
  private static int counterpart(List<Player> players, int frame, Walk walk) {
    for (int before = walk.away(); before >= walk.settled(); before--) {
      if (same(players.get(before), players.get(frame))) {
        return before;
      }
    }
    return NONE;
  }

  /** Limited where pictures are the same to the last level, so that means exist. */
  private static double psnr(float[] a, float[] b) {
    return Pictures.psnr(Math.max(Pictures.mse(a, b), 1e-5));
  }

  private static boolean same(Player a, Player b) {
    double turn = Math.abs(a.yaw() - b.yaw()) % 360;
    return Math.hypot(a.x() - b.x(), a.z() - b.z()) < SAME_PLACE
        && Math.abs(a.y() - b.y()) < SAME_PLACE
        && Math.min(turn, 360 - turn) < SAME_ANGLE;
  }

  private static List<Figure> figures(List<List<Again>> groups) {
    Predicate<Again> decides = again -> again.last() && again.walk().equals(DECIDES);
    List<Figure> out = new ArrayList<>();
    out.add(Figure.of("own", mean(groups, decides, Again::own), Unit.DECIBEL, Goal.atLeast(20)));
    if (groups.stream().flatMap(List::stream).anyMatch(again -> again.gain().isPresent())) {
      Predicate<Again> both = decides.and(again -> again.gain().isPresent());
      ToDoubleFunction<Again> gain = again -> again.gain().getAsDouble();
      out.add(
          Figure.of("memory", mean(groups, both, gain), Unit.DECIBEL, Goal.atLeast(MEMORY_GAIN)));
    }
    out.add(Figure.of("truth", mean(groups, decides, Again::truth), Unit.DECIBEL));
    out.add(Figure.of("ceiling", mean(groups, decides, Again::ceiling), Unit.DECIBEL));
    out.add(Figure.of("floor", mean(groups, decides, Again::floor), Unit.DECIBEL));
    return out;
  }

  private static Estimate mean(
      List<List<Again>> groups, Predicate<Again> which, ToDoubleFunction<Again> number) {
    return Bootstrap.mean(
        groups.stream()
            .map(group -> group.stream().filter(which).mapToDouble(number).toArray())
            .filter(values -> values.length > 0)
            .map(values -> new Tally(Arrays.stream(values).sum(), values.length))
            .toList());
  }

  private static Table gaps(List<List<Again>> groups) {
    List<Table.Row> rows = new ArrayList<>();
    for (int i = 0; i < GAPS.size(); i++) {
      int from = GAPS.get(i);
      int to = i + 1 < GAPS.size() ? GAPS.get(i + 1) : LONGEST;
      rows.add(row("gap-" + from, groups, again -> again.gap() >= from && again.gap() < to));
    }
    return new Table("gaps", columns(), rows);
  }

  private static Table walks(List<List<Again>> groups) {
    List<Table.Row> rows =
        Walk.all(false).stream()
            .map(Walk::id)
            .map(id -> row(id, groups, again -> again.last() && again.walk().equals(id)))
            .toList();
    return new Table("walks", columns(), rows);
  }

  private static List<String> columns() {
    return List.of("count", "own", "own-worst", "truth", "ceiling", "floor");
  }

  private static Table.Row row(String name, List<List<Again>> groups, Predicate<Again> which) {
    List<Again> all = groups.stream().flatMap(List::stream).filter(which).toList();
    double[] own = all.stream().mapToDouble(Again::own).sorted().toArray();
    return new Table.Row(
        name,
        List.of(
            (double) all.size(),
            average(all, Again::own),
            own.length == 0 ? Double.NaN : own[own.length / 10],
            average(all, Again::truth),
            average(all, Again::ceiling),
            average(all, Again::floor)));
  }

  private static double average(List<Again> all, ToDoubleFunction<Again> number) {
    return all.stream().mapToDouble(number).average().orElse(Double.NaN);
  }

  private static List<Film> films(Lab lab, List<Visit> visits) throws IOException {
    List<Film> out = new ArrayList<>();
    for (Visit visit : visits) {
      if (visit.walk().id().equals(DECIDES) && out.size() < FILMS) {
        List<Integer> frames = new ArrayList<>();
        int last = visit.walk().actions().size();
        for (int i = 0; i < SHOWN; i++) {
          frames.add(visit.walk().settled() + i * (last - visit.walk().settled()) / (SHOWN - 1));
        }
        out.add(
            lab.films()
                .ghost(
                    "film",
                    "revisit-" + (out.size() + 1),
                    List.of(visit.walk().id()),
                    visit.rollout(),
                    frames));
      }
    }
    return out;
  }
}
