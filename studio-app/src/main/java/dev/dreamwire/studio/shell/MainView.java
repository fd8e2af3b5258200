package dev.dreamwire.studio.shell;

import static dev.dreamwire.studio.view.Following.follow;

import dev.dreamwire.studio.document.Dialogs;
import dev.dreamwire.studio.document.DocumentFiles;
import dev.dreamwire.studio.errors.NoticeBar;
import dev.dreamwire.studio.i18n.Messages;
import dev.dreamwire.studio.inspector.InspectorPane;
import dev.dreamwire.studio.library.NodeLibrary;
import dev.dreamwire.studio.preferences.Preferences;
import dev.dreamwire.studio.problems.ProblemsPane;
import dev.dreamwire.studio.scenes.ScenePicker;
import dev.dreamwire.studio.settings.SettingItems;
import dev.dreamwire.studio.viewport.ViewportActions;
import dev.dreamwire.studio.viewport.ViewportPane;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.geometry.Orientation;
import javafx.scene.Node;
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
  private static final double LEFT_LEAST = 228;

  /** Of a narrow window the left column takes no larger share. */
  private static final double LEFT_MOST = 0.22;

  private static final double RIGHT_LEAST = 340;
  private static final double MIDDLE_LEAST = 150;
  private static final double VIEWPORT_SHARE = 0.5;
  private static final double SCENES_SHARE = 0.345;
  private static final double OUTLINE_SHARE = 0.6;
  private static final double PROBLEMS_SHARE = 0.78;

  private final Studio studio;
  private final GraphCanvas canvas;
  private final ViewportPane viewport;
  private final StackPane viewportSlot = new StackPane();
  private final SplitPane middle = new SplitPane();
  private final ProblemsPane problems;
  private final SplitPane columns = new SplitPane();

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
    SettingItems settings =
        new SettingItems(studio.playSettings(), messages, dialogs::settingTitle);
    viewport =
        new ViewportPane(
            messages,
            studio.session(),
            settings,
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
    middle.setMinWidth(MIDDLE_LEAST);
    middle.setOrientation(Orientation.VERTICAL);
    middle.getItems().add(graph);
    canvas.outlineShownProperty().bindBidirectional(actions.outlineShown());
    follow(
        this, actions.outlineShown(), shown -> showBelow(canvas.outline(), shown, OUTLINE_SHARE));
    follow(this, actions.problemsShown(), shown -> showBelow(problems, shown, PROBLEMS_SHARE));

    SplitPane left = left(messages);
    SplitPane right = right(messages, dialogs);
    SplitPane.setResizableWithParent(left, false);
    SplitPane.setResizableWithParent(right, false);
    follow(this, actions.leftShown(), shown -> showColumns(shown, left, columnShown(right), right));
    follow(this, actions.rightShown(), shown -> showColumns(columnShown(left), left, shown, right));
    follow(this, studio.preferences().property().map(Preferences::scale), scale -> divide());
    BorderPane content = new BorderPane(columns);
    MainMenu menu = new MainMenu(studio, files, actions, settings, canvas.picturesShownProperty());
    content.setTop(new VBox(menu, new NoticeBar(studio.notices(), messages)));
    content.setBottom(new StatusBar(studio, actions.problemsShown()));
    getChildren().add(content);

    follow(this, studio.problems().reportProperty(), found -> showBadges());
    follow(this, studio.problems().failuresProperty(), found -> showBadges());
    follow(this, studio.session().statsProperty(), stats -> canvas.showMillis(stats.nodeMillis()));
  }

  private boolean columnShown(SplitPane column) {
    return columns.getItems().contains(column);
  }

  private void showColumns(boolean leftShown, SplitPane left, boolean rightShown, SplitPane right) {
    List<Node> shown = new ArrayList<>(List.of(middle));
    if (leftShown) {
      shown.addFirst(left);
    }
    if (rightShown) {
      shown.add(right);
    }
    columns.getItems().setAll(shown);
    divide();
  }

  /** Gives the columns their usual shares, also once there is room for new ones. */
  private void divide() {
    columns.setDividerPositions(shares());
    Platform.runLater(() -> columns.setDividerPositions(shares()));
  }

  private double[] shares() {
    List<Node> shown = columns.getItems();
    return DoubleStream.concat(
            shown.getFirst() == middle ? DoubleStream.empty() : DoubleStream.of(LEFT_SHARE),
            shown.getLast() == middle ? DoubleStream.empty() : DoubleStream.of(RIGHT_SHARE))
        .toArray();
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
    NodeLibrary library = new NodeLibrary(studio.registry(), canvas::offers, messages, canvas::add);
    follow(library, canvas.graphProperty(), graph -> library.refresh());
    follow(library, studio.subgraphs().partsProperty(), parts -> library.refresh());
    follow(library, studio.subgraphs().failuresProperty(), library::showUnread);
    VBox top = Panels.titled(messages.get("scenes.title"), scenes);
    VBox bottom = Panels.titled(messages.get("library.title"), library);
    SplitPane column = new SplitPane(top, bottom);
    column.setOrientation(Orientation.VERTICAL);
    column.setDividerPositions(SCENES_SHARE);
    column
        .minWidthProperty()
        .bind(columns.widthProperty().map(w -> Math.min(LEFT_LEAST, LEFT_MOST * w.doubleValue())));
    return column;
  }

  private SplitPane right(Messages messages, Dialogs dialogs) {
    InspectorPane inspector =
        new InspectorPane(
            studio.document(),
            studio.registry(),
            dialogs,
            messages,
            canvas.graphProperty(),
            canvas::apply,
            canvas.selectedProperty(),
            studio.session().statsProperty());
    VBox bottom = Panels.titled(messages.get("inspector.title"), inspector);
    SplitPane column = new SplitPane(viewportSlot, bottom);
    column.setOrientation(Orientation.VERTICAL);
    column.setDividerPositions(VIEWPORT_SHARE);
    column.setMinWidth(RIGHT_LEAST);
    return column;
  }

  /** Opens a panel below the graph, or closes it. */
  private void showBelow(Node panel, boolean shown, double share) {
    boolean there = middle.getItems().contains(panel);
    if (shown && !there) {
      middle.getItems().add(panel);
      middle.setDividerPosition(middle.getDividers().size() - 1, share);
    } else if (!shown) {
      middle.getItems().remove(panel);
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
