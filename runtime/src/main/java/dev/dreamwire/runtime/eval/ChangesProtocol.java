package dev.dreamwire.runtime.eval;

import dev.dreamwire.runtime.eval.report.Figure;
import dev.dreamwire.runtime.eval.report.Goal;
import dev.dreamwire.runtime.eval.report.Section;
import dev.dreamwire.runtime.eval.report.Table;
import dev.dreamwire.runtime.eval.report.Unit;
import dev.dreamwire.runtime.world.Player;
import dev.dreamwire.runtime.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;

/** Whether what is dug and built stays: the {@link ChangeCheck} of both. */
final class ChangesProtocol implements Protocol {
  private static final int STARTS = 8;
  private static final List<Integer> AFTER = List.of(1, World.FPS, 3 * World.FPS);
  private static final List<String> WORKS = List.of("attack", "use");
  private static final double GOAL = 90;

  @Override
  public Section measure(Lab lab, DoubleConsumer progress) {
    List<Player> starts = lab.starts(STARTS, lab.extent().starts());
    List<Figure> figures = new ArrayList<>();
    List<Table.Row> rows = new ArrayList<>();
    for (String work : WORKS) {
      ChangeCheck.Result result =
          new ChangeCheck(lab.play(), work).measure(starts, lab.dreamer(), AFTER, lab.seed());
      figures.add(
          Figure.of(work, result.there().getLast().percent(), Unit.PERCENT, Goal.atLeast(GOAL)));
      List<Double> row = new ArrayList<>();
      row.add((double) result.measurable());
      result.there().forEach(share -> row.add(100 * share.value()));
      row.add(100 * result.idle().getLast());
      rows.add(new Table.Row(work, row));
      progress.accept((double) rows.size() / WORKS.size());
    }
    Table table =
        new Table(
            "times", List.of("measurable", "at-once", "second-1", "second-3", "idle-change"), rows);
    return new Section(Measure.CHANGES.id(), figures, List.of(table), List.of(), List.of());
  }
}
