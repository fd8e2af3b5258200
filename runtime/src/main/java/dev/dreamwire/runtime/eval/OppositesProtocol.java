package dev.dreamwire.runtime.eval;

import dev.dreamwire.runtime.eval.report.Figure;
import dev.dreamwire.runtime.eval.report.Goal;
import dev.dreamwire.runtime.eval.report.Section;
import dev.dreamwire.runtime.eval.report.Table;
import dev.dreamwire.runtime.eval.report.Unit;
import dev.dreamwire.runtime.world.Player;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;

/**
 * Left and right, forward and back, up and down: the {@link OppositeCheck} of every pair. The
 * control is a dream that stands still, in which no motion may be seen.
 */
final class OppositesProtocol implements Protocol {
  private static final int STARTS = 2;
  private static final Map<String, Goal> GOALS =
      Map.of("turn", Goal.atLeast(98), "walk", Goal.atLeast(95));

  @Override
  public Section measure(Lab lab, DoubleConsumer progress) {
    List<Player> starts = lab.starts(STARTS, lab.extent().starts());
    List<OppositePair> pairs = OppositePair.all(lab.play().width(), lab.play().height());
    List<Figure> figures = new ArrayList<>();
    List<Table.Row> rows = new ArrayList<>();
    for (OppositePair pair : pairs) {
      OppositeCheck.Result result =
          new OppositeCheck(lab.play(), pair).measure(starts, lab.dreamer(), lab.seed());
      figures.add(
          Figure.of(pair.id(), result.right().percent(), Unit.PERCENT, GOALS.get(pair.id())));
      rows.add(
          new Table.Row(
              pair.id(),
              List.of((double) result.measurable(), 100 * result.ratio(), 100 * result.idle())));
      progress.accept((double) rows.size() / pairs.size());
    }
    Table table = new Table("pairs", List.of("measurable", "ratio", "idle"), rows);
    return new Section(Measure.OPPOSITES.id(), figures, List.of(table), List.of(), List.of());
  }
}
