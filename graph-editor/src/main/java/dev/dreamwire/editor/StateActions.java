package dev.dreamwire.editor;

import dev.dreamwire.editor.command.StateCommands;
import dev.dreamwire.editor.geometry.NodeLayout;
import dev.dreamwire.editor.model.EditorModel;
import dev.dreamwire.editor.model.StateEdits;
import dev.dreamwire.editor.text.EditorTexts;
import dev.dreamwire.runtime.graph.ActiveGraph;
import dev.dreamwire.runtime.graph.GraphEdit;
import dev.dreamwire.runtime.graph.NodeState.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.Point2D;

/** Sets the selected nodes aside, and says why one cannot be. */
final class StateActions implements StateCommands {
  private final EditorModel model;
  private final GraphEditor editor;
  private final EditorTexts texts;
  private final Consumer<Point2D> menu;

  /**
   * Acts on a model's selection.
   *
   * @param menu opens the menu of the selection beside a screen point
   */
  StateActions(EditorModel model, GraphEditor editor, EditorTexts texts, Consumer<Point2D> menu) {
    this.texts = texts;
    this.model = model;
    this.editor = editor;
    this.menu = menu;
  }

  private Set<String> selected() {
    return model.selectionProperty().get();
  }

  @Override
  public void toggle(Mode mode) {
    if (!StateEdits.sets(model.graph(), selected(), mode)) {
      applyAlone(StateEdits.mode(model.graph(), selected(), mode));
      return;
    }
    List<String> able = new ArrayList<>();
    for (String id : selected()) {
      Optional<String> refusal = ActiveGraph.refusal(model.graph(), model.registry(), id, mode);
      refusal.ifPresentOrElse(reason -> refuse(id, reason), () -> able.add(id));
    }
    if (!able.isEmpty() && StateEdits.sets(model.graph(), able, mode)) {
      applyAlone(StateEdits.mode(model.graph(), able, mode));
    }
  }

  private void refuse(String id, String reason) {
    model
        .layout()
        .node(id)
        .map(NodeLayout::badge)
        .ifPresent(
            badge ->
                editor.refuse(
                    reason,
                    model
                        .cameraProperty()
                        .get()
                        .toScreen(new Point2D(badge.getMinX(), badge.getMaxY()))));
  }

  private void applyAlone(GraphEdit edit) {
    model.seal();
    model.apply(edit);
    model.seal();
  }

  @Override
  public void collapse() {
    if (!selected().isEmpty()) {
      applyAlone(StateEdits.collapse(model.graph(), selected()));
    }
  }

  @Override
  public void pin() {
    if (!selected().isEmpty()) {
      applyAlone(StateEdits.pin(model.graph(), selected()));
    }
  }

  @Override
  public void picture() {
    List<String> able =
        selected().stream()
            .filter(id -> model.pictures().offers(model.graph().nodes().get(id)))
            .toList();
    if (!able.isEmpty()) {
      applyAlone(StateEdits.picture(model.graph(), able));
    } else {
      selected().forEach(id -> refuse(id, texts.get("refusal.noPicture")));
    }
  }

  @Override
  public void openMenu() {
    selected().stream()
        .findFirst()
        .flatMap(id -> model.layout().node(id))
        .map(node -> new Point2D(node.bounds().getMaxX() + 8, node.bounds().getMinY()))
        .map(model.cameraProperty().get()::toScreen)
        .ifPresent(menu);
  }
}
