package dev.dreamwire.studio.shell;

import static dev.dreamwire.studio.view.Following.follow;

import dev.dreamwire.studio.document.Dialogs;
import dev.dreamwire.studio.document.DocumentFiles;
import dev.dreamwire.studio.errors.NoticeBar;
import dev.dreamwire.studio.i18n.Messages;
import dev.dreamwire.studio.inspector.InspectorPane;
import dev.dreamwire.studio.library.NodeLibrary;
import dev.dreamwire.studio.problems.ProblemsPane;
import dev.dreamwire.studio.scenes.ScenePicker;
import dev.dreamwire.studio.viewport.ViewportActions;
import dev.dreamwire.studio.viewport.ViewportPane;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.geometry.Orientation;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * What fills the window: menus, scenes and library at the left, the graph in the middle, viewport
 * and inspector at the right, problems and status below. Made anew for another language.
 */
final class MainView extends StackPane {
  private static final double LEFT_SHARE = 0.18;
  private static final double RIGHT_SHARE = 0.675;
  private static final double VIEWPORT_SHARE = 0.5;
  private static final double SCENES_SHARE = 0.345;
  private static final double PROBLEMS_SHARE = 0.78;

  private final Studio studio;
  private final GraphCanvas canvas;
  private final ViewportPane viewport;
  private final StackPane viewportSlot = new StackPane();
  private final SplitPane middle = new SplitPane();
  private final ProblemsPane problems;

  MainView(
      Studio studio,
      DocumentFiles files,
      Dialogs dialogs,
      GraphCanvas canvas,
      WindowActions actions,
      ReadOnlyBooleanProperty recording) {
    this.studio = studio;
    this.canvas = canvas;
    Messages messages = studio.messages();
    getStyleClass().add("studio");
    viewport =
        new ViewportPane(
            messages,
            studio.session(),
            new ViewportActions(
                actions.smooth(),
                actions.overlay(),
                recording,
                actions.screenshot(),
                actions.record(),
                actions.fullscreen()));
    viewportSlot.getChildren().add(viewport);
    problems = new ProblemsPane(studio.problems(), messages, canvas::reveal);
    problems.setMinHeight(60);

    BorderPane graph = new BorderPane(canvas.view());
    graph.setTop(new DocumentTabs(studio.document(), files));
    graph.getStyleClass().add("graph-slot");
    middle.setOrientation(Orientation.VERTICAL);
    middle.getItems().add(graph);
    follow(this, actions.problemsShown(), this::showProblems);

    SplitPane columns = new SplitPane(left(messages), middle, right(messages, dialogs));
    columns.setDividerPositions(LEFT_SHARE, RIGHT_SHARE);
    columns.getItems().forEach(item -> SplitPane.setResizableWithParent(item, item == middle));
    BorderPane content = new BorderPane(columns);
    MainMenu menu = new MainMenu(studio, files, actions);
    content.setTop(new VBox(menu, new NoticeBar(studio.notices(), messages)));
    content.setBottom(new StatusBar(studio, actions.problemsShown()));
    getChildren().add(content);

    follow(this, studio.problems().reportProperty(), found -> showBadges());
    follow(this, studio.problems().failuresProperty(), found -> showBadges());
    follow(this, studio.session().statsProperty(), stats -> canvas.showMillis(stats.nodeMillis()));
  }

  private void showBadges() {
    canvas.showProblems(studio.problems().all());
  }

  private SplitPane left(Messages messages) {
    ScenePicker scenes =
        new ScenePicker(
            studio.document().sourceProperty(),
            studio.startScene().nameProperty(),
            messages,
            studio.tasks(),
            studio.startScene()::choose);
    NodeLibrary library = new NodeLibrary(studio.registry(), messages, canvas::add);
    VBox top = Panels.titled(messages.get("scenes.title"), scenes);
    VBox bottom = Panels.titled(messages.get("library.title"), library);
    SplitPane column = new SplitPane(top, bottom);
    column.setOrientation(Orientation.VERTICAL);
    column.setDividerPositions(SCENES_SHARE);
    SplitPane.setResizableWithParent(top, false);
    column.setMinWidth(228);
    return column;
  }

  private SplitPane right(Messages messages, Dialogs dialogs) {
    InspectorPane inspector =
        new InspectorPane(
            studio.document(),
            studio.registry(),
            dialogs,
            messages,
            canvas.selectedProperty(),
            studio.session().statsProperty());
    VBox bottom = Panels.titled(messages.get("inspector.title"), inspector);
    SplitPane column = new SplitPane(viewportSlot, bottom);
    column.setOrientation(Orientation.VERTICAL);
    column.setDividerPositions(VIEWPORT_SHARE);
    column.setMinWidth(340);
    return column;
  }

  private void showProblems(boolean shown) {
    if (shown && middle.getItems().size() == 1) {
      middle.getItems().add(problems);
      middle.setDividerPositions(PROBLEMS_SHARE);
    } else if (!shown) {
      middle.getItems().remove(problems);
    }
  }

  /** The picture that is played in. */
  ViewportPane viewport() {
    return viewport;
  }

  /** Where the graph is edited. */
  GraphCanvas canvas() {
    return canvas;
  }

  /** Fills the view with the viewport, or puts it back. */
  void fillWithViewport(boolean fill) {
    if (fill) {
      viewportSlot.getChildren().remove(viewport);
      getChildren().add(viewport);
    } else {
      getChildren().remove(viewport);
      viewportSlot.getChildren().setAll(viewport);
    }
    viewport.requestFocus();
  }
}
