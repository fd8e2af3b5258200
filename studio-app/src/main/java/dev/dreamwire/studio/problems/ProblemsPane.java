package dev.dreamwire.studio.problems;

import static dev.dreamwire.studio.view.Following.follow;

import dev.dreamwire.runtime.graph.Problem;
import dev.dreamwire.studio.i18n.Messages;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The problems, one a row; a click or Enter goes to the node. */
public final class ProblemsPane extends VBox {
  private static final double ROW_HEIGHT = 30;

  private final ListView<Problem> list = new ListView<>();
  private final ProblemList problems;

  /**
   * A panel.
   *
   * @param jump goes to a node by its id
   */
  public ProblemsPane(ProblemList problems, Messages messages, Consumer<String> jump) {
    this.problems = problems;
    getStyleClass().add("problems");
    list.setId("problems-list");
    list.setAccessibleText(messages.get("problems.title"));
    list.setPlaceholder(placeholder(messages.get("problems.none")));
    list.setFixedCellSize(ROW_HEIGHT);
    list.setCellFactory(view -> new Cell());
    list.setOnMouseClicked(e -> go(jump));
    list.setOnKeyPressed(
        e -> {
          if (e.getCode() == KeyCode.ENTER) {
            go(jump);
          }
        });
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().add(list);
    follow(this, problems.reportProperty(), report -> refresh());
    follow(this, problems.failuresProperty(), failures -> refresh());
  }

  private void refresh() {
    list.getItems().setAll(problems.all());
  }

  private void go(Consumer<String> jump) {
    Problem problem = list.getSelectionModel().getSelectedItem();
    if (problem != null && !problem.node().isEmpty()) {
      jump.accept(problem.node());
    }
  }

  private static Label placeholder(String text) {
    Label label = new Label(text, new FontIcon(Feather.CHECK_CIRCLE));
    label.getStyleClass().add("placeholder");
    return label;
  }

  /** A row. */
  private static final class Cell extends ListCell<Problem> {
    private final FontIcon icon = new FontIcon(Feather.ALERT_OCTAGON);
    private final Label where = new Label();
    private final Label message = new Label();
    private final HBox box = new HBox(icon, where, message);

    private Cell() {
      box.getStyleClass().add("problem");
      where.getStyleClass().add("problem-where");
      where.setMinWidth(USE_PREF_SIZE);
    }

    @Override
    protected void updateItem(Problem problem, boolean none) {
      super.updateItem(problem, none);
      if (none || problem == null) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      boolean error = problem.severity() == Problem.Severity.ERROR;
      icon.setIconCode(error ? Feather.ALERT_OCTAGON : Feather.ALERT_TRIANGLE);
      box.getStyleClass().removeAll("error", "warning");
      box.getStyleClass().add(error ? "error" : "warning");
      where.setText(
          problem.port().isEmpty() ? problem.node() : problem.node() + "." + problem.port());
      where.setManaged(!problem.node().isEmpty());
      message.setText(problem.message());
      setAccessibleText(problem.toString());
      setGraphic(box);
    }
  }
}
