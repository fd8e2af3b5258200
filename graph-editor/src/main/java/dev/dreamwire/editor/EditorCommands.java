package dev.dreamwire.editor;

import dev.dreamwire.editor.command.AnnotationCommands;
import dev.dreamwire.editor.command.Commands;
import dev.dreamwire.editor.command.StateCommands;
import dev.dreamwire.editor.command.SubgraphCommands;
import dev.dreamwire.editor.geometry.Camera;
import dev.dreamwire.editor.geometry.GraphLayout;
import dev.dreamwire.editor.geometry.Hit;
import dev.dreamwire.editor.geometry.NodeLayout;
import dev.dreamwire.editor.geometry.Snapping;
import dev.dreamwire.editor.geometry.Socket;
import dev.dreamwire.editor.gesture.GestureArbiter;
import dev.dreamwire.editor.gesture.KeyboardWiring;
import dev.dreamwire.editor.model.Annotations;
import dev.dreamwire.editor.model.Arrangement;
import dev.dreamwire.editor.model.AutoLayout;
import dev.dreamwire.editor.model.EditorModel;
import dev.dreamwire.editor.model.WireOffer;
import dev.dreamwire.editor.overlay.FileChoices;
import dev.dreamwire.editor.overlay.Overlay;
import dev.dreamwire.editor.text.EditorTexts;
import dev.dreamwire.runtime.graph.Annotation;
import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.GraphEdit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;

/** What keys and buttons do. */
final class EditorCommands implements Commands, Overlay.Host {
  private static final double BESIDE = 3 * Snapping.GRID;
  private static final double ASIDE = 8 * Snapping.GRID;
  private static final double READABLE = 0.8;

  private final GraphEditor editor;
  private final EditorModel model;
  private final GestureArbiter gestures;
  private final EditorTexts texts;
  private final SubgraphActions subgraphs;
  private final KeyboardWiring wiring;
  private final StateActions states;
  private final AnnotationActions annotations;
  private Overlay overlay;
  private final ClipboardActions clipboard;
  private final RerouteActions reroutes;
  private final RemovalActions removals;

  EditorCommands(
      GraphEditor editor, EditorModel model, GestureArbiter gestures, EditorTexts texts) {
    this.texts = texts;
    this.editor = editor;
    this.model = model;
    this.gestures = gestures;
    this.subgraphs = new SubgraphActions(model, editor, texts, () -> overlay);
    this.states = new StateActions(model, editor, texts, this::openMenu);
    this.annotations =
        new AnnotationActions(
            model, () -> gestures.pointer().orElseGet(this::middle), note -> overlay.edit(note));
    this.clipboard = new ClipboardActions(model, this::refuseHere);
    this.reroutes = new RerouteActions(model);
    this.removals = new RemovalActions(model, texts, this::refuseHere);
    this.wiring = new KeyboardWiring(model, this::revealPorts);
  }

  void attach(Overlay newOverlay) {
    overlay = newOverlay;
  }

  @Override
  public void refocus() {
    editor.refocus();
  }

  @Override
  public FileChoices files() {
    return editor.fileChoices();
  }

  @Override
  public void openPalette() {
    Optional<WireOffer> offer = wiring.offer();
    if (offer.isPresent()) {
      Point2D beside = beside(offer.get().anchor());
      wiring.leave();
      overlay.openPalette(beside, offer.get());
    } else {
      overlay.openPalette(gestures.pointer().orElseGet(this::middle));
    }
  }

  /** Where a node would be that is wired to a port, in pixels. */
  private Point2D beside(Socket anchor) {
    Point2D aside = new Point2D(anchor.output() ? ASIDE : -ASIDE, 0);
    return model.cameraProperty().get().toScreen(anchor.at().add(aside));
  }

  @Override
  public void wire() {
    current().ifPresent(wiring::begin);
  }

  NodeClipboard clipboard() {
    return clipboard.clipboard();
  }

  /** Leaves the ports, as when the pointer is used. */
  void leavePorts() {
    wiring.leave();
  }

  private void refuseHere(String reason) {
    editor.refuse(reason, gestures.pointer().orElseGet(this::middle));
  }

  @Override
  public void reroute() {
    if (!reroutes.add()) {
      refuseHere(texts.get("refusal.noWire"));
    }
  }

  private Point2D middle() {
    return new Point2D(Math.round(editor.getWidth() / 2), Math.round(editor.getHeight() / 3));
  }

  private Optional<NodeLayout> current() {
    return model.selectionProperty().get().stream()
        .findFirst()
        .flatMap(id -> model.layout().node(id));
  }

  @Override
  public void openWires() {
    Optional<WireOffer> offer = wiring.offer();
    wiring.leave();
    offer.ifPresentOrElse(overlay::openPartners, () -> current().ifPresent(overlay::openWires));
  }

  @Override
  public void edit() {
    if (wiring.port().isPresent()) {
      pull();
      return;
    }
    current()
        .flatMap(
            node ->
                node.fields().stream().filter(f -> f.driver(model.graph()).isEmpty()).findFirst())
        .ifPresent(overlay::edit);
    selectedAnnotation().ifPresent(overlay::edit);
  }

  private Optional<Annotation> selectedAnnotation() {
    return model.selectedAnnotationProperty().get().map(id -> model.graph().annotations().get(id));
  }

  @Override
  public void rename() {
    current()
        .ifPresent(
            node -> {
              revealPorts(node);
              overlay.rename(node);
            });
    selectedAnnotation().ifPresent(overlay::edit);
  }

  private void pull() {
    if (!wiring.enter()) {
      wiring
          .port()
          .ifPresent(
              socket ->
                  editor.refuse(
                      texts.get("refusal.noTaker"),
                      model.cameraProperty().get().toScreen(socket.at())));
    }
  }

  @Override
  public void openReplacements() {
    current().filter(node -> !removals.refused()).ifPresent(overlay::openReplacements);
  }

  @Override
  public void openActions() {
    overlay.openActions(editor.keyBindingsProperty().get(), this);
  }

  @Override
  public StateCommands states() {
    return states;
  }

  @Override
  public SubgraphCommands subgraphs() {
    return subgraphs;
  }

  @Override
  public AnnotationCommands annotations() {
    return annotations;
  }

  /** Offers what can be done with the selected nodes. */
  void openMenu(Point2D screen) {
    overlay.openMenu(screen, editor.keyBindingsProperty().get(), this);
  }

  @Override
  public void openNodes() {
    overlay.openNodes(editor::focusHere, this::show);
  }

  private void show(Annotation annotation) {
    model.select(annotation);
    Annotation.Area area = annotation.area();
    reveal(new Rectangle2D(area.x(), area.y(), area.width(), area.height()));
    editor.requestFocus();
  }

  @Override
  public void openKeys() {
    overlay.openKeys(editor.keyBindingsProperty());
  }

  @Override
  public void dissolve() {
    if (selected().isEmpty()) {
      delete();
    } else {
      removals.dissolve();
    }
  }

  @Override
  public void detach() {
    removals.detach();
  }

  @Override
  public void reset() {
    if (model.hoverProperty().get() instanceof Hit.OnField(var field)) {
      model.seal();
      model.apply(new GraphEdit.SetParam(field.node(), field.param().name(), null));
      model.seal();
      return;
    }
    List<GraphEdit> edits =
        selected().stream()
            .map(model.graph().nodes()::get)
            .flatMap(
                node ->
                    node.params().keySet().stream()
                        .<GraphEdit>map(name -> new GraphEdit.SetParam(node.id(), name, null)))
            .toList();
    model.apply(new GraphEdit.Compound("edit.reset", edits));
  }

  @Override
  public void selectConnected() {
    model.select(Arrangement.connected(model.graph(), selected()));
  }

  @Override
  public void align(Arrangement.Line line) {
    Arrangement.align(model.layout(), selected(), line).ifPresent(model::apply);
  }

  @Override
  public void distribute(boolean across) {
    Arrangement.distribute(model.layout(), selected(), across).ifPresent(model::apply);
  }

  @Override
  public void arrange() {
    GraphLayout layout = model.layout();
    Graph arranged = model.graph();
    Set<String> ids = selected().size() > 1 ? selected() : Set.of();
    Thread.ofVirtual()
        .name("arrange")
        .start(
            () -> {
              Optional<GraphEdit> edit = AutoLayout.of(layout, ids);
              Platform.runLater(() -> edit.ifPresent(e -> arrange(arranged, e)));
            });
  }

  /** The graph may have been edited while it was being arranged; then it stays as it is. */
  private void arrange(Graph arranged, GraphEdit edit) {
    if (model.graph() == arranged) {
      model.apply(edit);
      if (selected().size() < 2) {
        editor.fit();
      }
    }
  }

  @Override
  public void fitSelection() {
    model.layout().bounds(selected()).ifPresent(editor::fit);
  }

  private Set<String> selected() {
    return model.selectionProperty().get();
  }

  @Override
  public void delete() {
    if (wiring.port().isPresent()) {
      wiring.disconnect();
    } else if (!reroutes.remove()) {
      removals.delete();
    }
  }

  @Override
  public void duplicate() {
    clipboard.duplicate();
  }

  @Override
  public void copy() {
    clipboard.copy();
  }

  @Override
  public void cut() {
    if (!removals.refused()) {
      clipboard.cut();
    }
  }

  @Override
  public void paste() {
    clipboard.paste();
  }

  @Override
  public void undo() {
    editor.undo();
  }

  @Override
  public void redo() {
    editor.redo();
  }

  @Override
  public void selectAll() {
    model.select(model.graph().nodes().keySet());
  }

  @Override
  public void escape() {
    if (!gestures.cancel() && !wiring.cancel()) {
      overlay.settle();
      model.select(Set.of());
    }
  }

  @Override
  public void fit() {
    editor.fit();
  }

  @Override
  public void zoomBy(double factor) {
    Camera camera = model.cameraProperty().get();
    zoomTo(camera.zoom() * factor);
  }

  @Override
  public void lifeSize() {
    zoomTo(1);
  }

  @Override
  public void toggleOutline() {
    editor.outlineShownProperty().set(!editor.outlineShownProperty().get());
  }

  @Override
  public void togglePictures() {
    editor.picturesShownProperty().set(!editor.picturesShownProperty().get());
  }

  private void zoomTo(double zoom) {
    Point2D middle = new Point2D(editor.getWidth() / 2, editor.getHeight() / 2);
    model.cameraProperty().set(model.cameraProperty().get().withZoomAbout(middle, zoom));
  }

  @Override
  public void go(int dx, int dy) {
    if (wiring.port().isPresent()) {
      wiring.go(dx, dy);
      return;
    }
    Optional<String> next =
        current()
            .map(node -> model.layout().neighbour(node.id(), dx, dy))
            .orElseGet(() -> model.graph().nodes().keySet().stream().findFirst());
    next.ifPresent(
        id -> {
          model.select(Set.of(id));
          reveal(model.layout().node(id).orElseThrow().bounds());
        });
  }

  /** Ports are too small to be seen from far away. */
  void revealPorts(NodeLayout node) {
    if (model.cameraProperty().get().zoom() < READABLE) {
      editor.centre(node.bounds(), READABLE);
    }
    reveal(node.bounds());
  }

  /** Moves the camera no more than it must for a node to be seen whole. */
  private void reveal(Rectangle2D bounds) {
    Camera camera = model.cameraProperty().get();
    Rectangle2D seen = camera.visible(editor.getWidth(), editor.getHeight());
    double dx = needed(bounds.getMinX(), bounds.getMaxX(), seen.getMinX(), seen.getMaxX());
    double dy = needed(bounds.getMinY(), bounds.getMaxY(), seen.getMinY(), seen.getMaxY());
    if (dx != 0 || dy != 0) {
      model.cameraProperty().set(new Camera(camera.x() + dx, camera.y() + dy, camera.zoom()));
    }
  }

  private static double needed(double low, double high, double seenLow, double seenHigh) {
    if (low < seenLow) {
      return low - seenLow - BESIDE;
    }
    return high > seenHigh ? high - seenHigh + BESIDE : 0;
  }

  @Override
  public void nudge(int dx, int dy) {
    if (reroutes.nudge(dx, dy)) {
      return;
    }
    double right = dx * Snapping.GRID;
    double down = dy * Snapping.GRID;
    selectedAnnotation()
        .map(note -> Annotations.move(model.graph(), model.layout(), note, right, down))
        .ifPresent(model::apply);
    Map<String, GraphEdit.Position> places = new HashMap<>();
    for (String id : selected()) {
      var node = model.graph().nodes().get(id);
      places.put(id, new GraphEdit.Position(node.x() + right, node.y() + down));
    }
    if (!places.isEmpty()) {
      model.apply(new GraphEdit.MoveNodes(places));
    }
  }
}
