package dev.dreamwire.studio.evaluation;

import dev.dreamwire.runtime.eval.report.Figure;
import dev.dreamwire.runtime.eval.report.Film;
import dev.dreamwire.runtime.eval.report.Plot;
import dev.dreamwire.runtime.eval.report.Report;
import dev.dreamwire.runtime.eval.report.ReportTexts;
import dev.dreamwire.runtime.eval.report.Section;
import dev.dreamwire.runtime.eval.report.Table;
import dev.dreamwire.runtime.eval.report.TextTable;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * A report: for every protocol what it does, its numbers beside their goals, ceilings and controls,
 * its curves, and its film strips. For the window's thread.
 */
final class ReportView extends VBox {
  private static final double FILM_WIDTH = 900;
  private static final double MARGINS = 24;

  private final ReportTexts texts;
  private final Path folder;

  /**
   * A view of a report.
   *
   * @param folder that the films' files are in
   */
  ReportView(Report report, ReportTexts texts, Path folder) {
    this.texts = texts;
    this.folder = folder;
    getStyleClass().add("report");
    // Films follow the width that there is; they must not ask for what they have.
    setMinWidth(0);
    boolean goals =
        report.sections().stream()
            .flatMap(section -> section.figures().stream())
            .anyMatch(figure -> figure.goal() != null);
    if (goals) {
      Label verdict = label(texts.get(report.playable() ? "verdict.met" : "verdict.missed"));
      verdict.getStyleClass().addAll("report-verdict", report.playable() ? "met" : "missed");
      getChildren().add(verdict);
    }
    report.sections().forEach(section -> getChildren().add(section(section)));
  }

  private Node section(Section section) {
    VBox box = new VBox();
    box.setId("report-" + section.id());
    box.getStyleClass().add("report-section");
    Label title = label(texts.title(section.id()));
    title.getStyleClass().add("report-title");
    Label about = label(texts.about(section.id()));
    about.getStyleClass().add("report-about");
    box.getChildren().addAll(title, about, figures(section));
    section.tables().forEach(table -> box.getChildren().add(table(section.id(), table)));
    for (Plot plot : section.plots()) {
      if (plot.curves().stream().anyMatch(curve -> !curve.points().isEmpty())) {
        Label caption = label(texts.caption(section.id(), plot.id(), List.of()));
        box.getChildren().addAll(caption, PlotView.of(plot, texts));
      }
    }
    section.films().forEach(film -> box.getChildren().add(film(section.id(), film)));
    return box;
  }

  private Node figures(Section section) {
    GridPane grid = grid(4);
    List<String> heads = List.of("head.measure", "head.value", "head.interval", "head.goal");
    for (int i = 0; i < heads.size(); i++) {
      grid.add(head(texts.get(heads.get(i))), i, 0);
    }
    int row = 1;
    for (Figure figure : section.figures()) {
      Label name = label(texts.name(section.id(), figure));
      name.setTooltip(new Tooltip(texts.definition(section.id(), figure)));
      grid.add(name, 0, row);
      grid.add(label(texts.number(figure.estimate().value(), figure.unit())), 1, row);
      grid.add(label(TextTable.interval(figure, texts)), 2, row);
      grid.add(label(TextTable.goal(figure, texts)), 3, row);
      if (figure.goal() != null) {
        Label mark = label(TextTable.mark(figure, texts));
        mark.getStyleClass().add(figure.met() ? "met" : "missed");
        grid.add(mark, 4, row);
      }
      row++;
    }
    return grid;
  }

  private Node table(String section, Table table) {
    GridPane grid = grid(table.columns().size());
    grid.add(head(texts.caption(section, table.id(), List.of())), 0, 0);
    for (int c = 0; c < table.columns().size(); c++) {
      grid.add(head(texts.word(table.columns().get(c))), c + 1, 0);
    }
    for (int r = 0; r < table.rows().size(); r++) {
      Table.Row row = table.rows().get(r);
      grid.add(label(texts.word(row.name())), 0, r + 1);
      for (int c = 0; c < row.values().size(); c++) {
        grid.add(label(TextTable.number(row.values().get(c))), c + 1, r + 1);
      }
    }
    return grid;
  }

  /** A grid whose first column takes the room; the others hold numbers. */
  private static GridPane grid(int numbers) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("report-table");
    ColumnConstraints names = new ColumnConstraints();
    names.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().add(names);
    IntStream.range(0, numbers)
        .forEach(
            i -> {
              ColumnConstraints right = new ColumnConstraints();
              right.setHalignment(HPos.RIGHT);
              right.setMinWidth(Region.USE_PREF_SIZE);
              grid.getColumnConstraints().add(right);
            });
    return grid;
  }

  private Node film(String section, Film film) {
    Image image = new Image(folder.resolve(film.file()).toUri().toString());
    ImageView view = new ImageView(image);
    view.setPreserveRatio(true);
    view.setSmooth(false);
    view.fitWidthProperty().bind(Bindings.min(FILM_WIDTH, widthProperty().subtract(MARGINS)));
    String rows = String.join(" / ", film.rows().stream().map(texts::word).toList());
    view.setAccessibleText(rows);
    VBox box = new VBox(label(texts.caption(section, film.id(), film.of())));
    Label words = label(texts.get("film.rows", rows));
    words.getStyleClass().add("report-about");
    box.getChildren().add(words);
    if (!film.columns().isEmpty()) {
      Label columns = label(texts.get("film.columns", String.join(", ", film.columns())));
      columns.getStyleClass().add("report-about");
      box.getChildren().add(columns);
    }
    box.getChildren().add(view);
    return box;
  }

  private static Label head(String text) {
    Label head = label(text);
    head.getStyleClass().add("report-head");
    return head;
  }

  private static Label label(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    return label;
  }
}
