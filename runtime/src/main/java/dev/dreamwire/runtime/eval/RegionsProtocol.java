package dev.dreamwire.runtime.eval;

import dev.dreamwire.runtime.data.Episode;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Whether a dream still knows where it began. Dreams of all regions get the same actions and the
 * same noise; a dream that forgets its place becomes the same picture everywhere, however real it
 * looks. How different the dreams are from each other is compared with how different the true
 * worlds are that are led the same way.
 */
final class RegionsProtocol implements Protocol {
  /** Half of the true differences. */
  private static final double GOAL = -3;

  private static final List<Integer> SECONDS = List.of(1, 5, 15, 30, 60);
  private static final int PURPOSE = 7;

  /**
   * What the same actions lead to from each of some places: the pictures of some seconds, since
   * whole plays of a minute take tens of megabytes each.
   */
  record Group(List<Map<Integer, float[]>> dreams, List<Map<Integer, float[]>> truths) {
    /** Leads dreams and the true world as a bot strolls from the first place. */
    static Group led(
        WorldPlay play, Dreamer dreamer, List<Player> starts, List<Integer> seconds, long seed) {
      Player first = starts.getFirst();
      Stroll stroll = new Stroll(play.world(), new Stroll.Beginning(first, first, seed));
      List<float[]> actions =
          Stream.generate(() -> stroll.next().action())
              .limit((long) seconds.getLast() * World.FPS)
              .toList();
      List<Map<Integer, float[]>> dreams = new ArrayList<>();
      List<Map<Integer, float[]>> truths = new ArrayList<>();
      for (Player start : starts) {
        Episode truth = play.follow(start, actions);
        truths.add(pictures(truth, seconds));
        dreams.add(pictures(Dreams.along(truth, dreamer, seed), seconds));
      }
      return new Group(dreams, truths);
    }

    private static Map<Integer, float[]> pictures(Episode play, List<Integer> seconds) {
      Map<Integer, float[]> out = new HashMap<>();
      seconds.forEach(second -> out.put(second, Pictures.of(play, second * World.FPS)));
      return out;
    }
  }

  @Override
  public Section measure(Lab lab, DoubleConsumer progress) throws IOException {
    List<Integer> seconds =
        SECONDS.stream().filter(second -> second <= lab.extent().longSeconds()).toList();
    int regions = lab.play().world().scenes().size();
    int count = lab.extent().longStarts();
    List<Player> starts = lab.starts(PURPOSE, count * regions);
    List<Group> groups = new ArrayList<>();
    for (int g = 0; g < count; g++) {
      List<Player> these = starts.subList(g * regions, (g + 1) * regions);
      groups.add(Group.led(lab.play(), lab.dreamer(), these, seconds, lab.seed() + g));
      progress.accept((g + 1.0) / count);
    }
    List<Table.Row> rows = seconds.stream().map(second -> row(groups, second)).toList();
    return new Section(
        Measure.REGIONS.id(),
        List.of(
            Figure.of(
                "kept",
                Bootstrap.of(groups, some -> kept(some, seconds.getLast())),
                Unit.DECIBEL,
                Goal.atLeast(GOAL))),
        List.of(new Table("apart", List.of("kept", "dream", "truth"), rows)),
        List.of(),
        List.of(film(lab, groups.getFirst(), seconds)));
  }

  private static Table.Row row(List<Group> groups, int second) {
    return new Table.Row(
        "second-" + second,
        List.of(
            kept(groups, second),
            Pictures.psnr(apart(groups, Group::dreams, second)),
            Pictures.psnr(apart(groups, Group::truths, second))));
  }

  /** How different dreams are, against how different the true worlds are; 0 for equally, in dB. */
  static double kept(List<Group> groups, int second) {
    return 10
        * Math.log10(apart(groups, Group::dreams, second) / apart(groups, Group::truths, second));
  }

  /** Mean squared difference between two regions. */
  private static double apart(
      List<Group> groups, Function<Group, List<Map<Integer, float[]>>> which, int second) {
    double sum = 0;
    int pairs = 0;
    for (Group group : groups) {
      List<Map<Integer, float[]>> plays = which.apply(group);
      for (int a = 0; a < plays.size(); a++) {
        for (int b = 0; b < a; b++) {
          sum += Pictures.mse(plays.get(a).get(second), plays.get(b).get(second));
          pairs++;
        }
      }
    }
    return Math.max(sum / pairs, 1e-9);
  }

  private static Film film(Lab lab, Group group, List<Integer> seconds) throws IOException {
    List<Films.Row> rows = new ArrayList<>();
    for (int i = 0; i < group.dreams().size(); i++) {
      rows.add(row("truth", group.truths().get(i), seconds));
      rows.add(row("dream", group.dreams().get(i), seconds));
    }
    return lab.films()
        .write("film", "regions", List.of(), rows, seconds.stream().map(String::valueOf).toList());
  }

  private static Films.Row row(String name, Map<Integer, float[]> play, List<Integer> seconds) {
    return new Films.Row(name, seconds.stream().map(play::get).toList());
  }
}
