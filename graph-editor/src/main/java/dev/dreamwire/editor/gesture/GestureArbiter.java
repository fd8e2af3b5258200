package dev.dreamwire.editor.gesture;

import dev.dreamwire.editor.geometry.Camera;
import dev.dreamwire.editor.geometry.Field;
import dev.dreamwire.editor.geometry.Hit;
import dev.dreamwire.editor.geometry.Minimap;
import dev.dreamwire.editor.geometry.NodeLayout;
import dev.dreamwire.editor.model.EditorModel;
import dev.dreamwire.editor.model.Reroutes;
import dev.dreamwire.editor.paint.CanvasView;
import dev.dreamwire.editor.text.EditorTexts;
import dev.dreamwire.runtime.graph.GraphEdit;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;

/** Decides which gesture a press begins; there is one at a time. Window thread only. */
public final class GestureArbiter {
  private static final double TOLERANCE = 7;
  private static final double ZOOM_PER_PIXEL = 1.0022;

  private final EditorModel model;
  private final CanvasView canvas;
  private final Desk desk;
  private final EditorTexts texts;
  private Optional<Gesture> active = Optional.empty();
  private MouseButton button = MouseButton.NONE;
  private boolean panKey;
  private Optional<Point2D> pointer = Optional.empty();

  /** Listens to a canvas. */
  public GestureArbiter(EditorModel model, CanvasView canvas, Desk desk, EditorTexts texts) {
    this.model = model;
    this.canvas = canvas;
    this.desk = desk;
    this.texts = texts;
    canvas.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
    canvas.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
    canvas.addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
    canvas.addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
    canvas.addEventHandler(MouseEvent.MOUSE_EXITED, event -> unhover());
    canvas.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
    canvas.addEventHandler(ZoomEvent.ZOOM, this::pinched);
  }

  /** Where the pointer is on the canvas, in pixels; empty while it is elsewhere. */
  public Optional<Point2D> pointer() {
    return pointer;
  }

  /** While the key is held, every drag pans. */
  public void holdPanKey(boolean held) {
    panKey = held;
    showCursor();
  }

  /** Ends the gesture as if it had not been; says whether there was one. */
  public boolean cancel() {
    boolean was = active.isPresent();
    active.ifPresent(Gesture::cancel);
    active = Optional.empty();
    showCursor();
    return was;
  }

  private void pressed(MouseEvent event) {
    desk.settle();
    if (active.isPresent()) {
      return;
    }
    Pointer at = at(event);
    active = begin(event, at);
    button = event.getButton();
    showCursor();
    event.consume();
  }

  private Optional<Gesture> begin(MouseEvent event, Pointer at) {
    if (event.getButton() == MouseButton.MIDDLE
        || event.getButton() == MouseButton.PRIMARY && panKey) {
      return Optional.of(new PanGesture(model, at));
    }
    if (event.getButton() == MouseButton.SECONDARY && event.isShortcutDown()) {
      return Optional.of(new CutGesture(model, at));
    }
    if (event.getButton() == MouseButton.SECONDARY && hit(at) instanceof Hit.Background) {
      desk.openPalette(at.screen());
    }
    if (event.getButton() == MouseButton.SECONDARY
        && hit(at) instanceof Hit.OnAnnotation(var annotation, boolean corner)) {
      model.select(annotation);
      desk.openMenu(annotation, at.screen());
    }
    if (event.getButton() == MouseButton.SECONDARY) {
      nodeAt(hit(at)).ifPresent(node -> openMenu(node, at));
    }
    if (event.getButton() != MouseButton.PRIMARY) {
      return Optional.empty();
    }
    Optional<Minimap> map = desk.minimap().filter(m -> m.panel().contains(at.screen()));
    if (map.isPresent()) {
      return Optional.of(
          new MinimapGesture(
              model, map.get(), camera().visible(canvas.getWidth(), canvas.getHeight()), at));
    }
    return begin(hit(at), at, event.getClickCount() == 2);
  }

  private void applyAlone(GraphEdit edit) {
    model.seal();
    model.apply(edit);
    model.seal();
  }

  private static Optional<NodeLayout> nodeAt(Hit hit) {
    return switch (hit) {
      case Hit.OnNode(var node) -> Optional.of(node);
      case Hit.OnBadge(var node) -> Optional.of(node);
      default -> Optional.empty();
    };
  }

  private void openMenu(NodeLayout node, Pointer at) {
    if (!model.selectionProperty().get().contains(node.id())) {
      model.select(Set.of(node.id()));
    }
    desk.openMenu(at.screen());
  }

  private Optional<Gesture> begin(Hit hit, Pointer at, boolean twice) {
    return switch (hit) {
      case Hit.Background ground when twice -> {
        desk.openPalette(at.screen());
        yield Optional.empty();
      }
      case Hit.Background ground when at.alt() -> Optional.of(new CutGesture(model, at));
      case Hit.Background ground -> Optional.of(new BoxSelectGesture(model, at));
      case Hit.OnReroute on when twice -> {
        applyAlone(Reroutes.remove(model.graph(), on.wire(), on.index()));
        yield Optional.empty();
      }
      case Hit.OnReroute on -> Optional.of(new RerouteGesture(model, on, at));
      case Hit.OnWire(var wire) when twice && at.shift() -> {
        model
            .layout()
            .wire(wire)
            .map(way -> Reroutes.add(model.graph(), way, at.world()))
            .ifPresent(this::applyAlone);
        yield Optional.empty();
      }
      case Hit.OnWire(var wire) when at.alt() -> Optional.of(new CutGesture(model, at));
      case Hit.OnWire(var wire) when twice -> {
        desk.openPalette(at.screen(), wire);
        yield Optional.empty();
      }
      case Hit.OnWire(var wire) -> {
        model.select(wire);
        yield Optional.empty();
      }
      case Hit.OnAnnotation on when twice -> {
        desk.edit(on.annotation());
        yield Optional.empty();
      }
      case Hit.OnAnnotation on -> Optional.of(new AnnotationGesture(model, on, at));
      case Hit.OnSocket(var socket) -> Optional.of(new WireGesture(model, desk, texts, socket, at));
      case Hit.OnField(var field) -> Optional.ofNullable(onField(field, at, twice));
      case Hit.OnNode(var node) when twice && desk.enter(node.id()) -> Optional.empty();
      case Hit.OnNode(var node) -> Optional.of(new MoveNodesGesture(model, node, at));
      case Hit.OnBadge(var node) -> Optional.of(new MoveNodesGesture(model, node, at));
    };
  }

  private Gesture onField(Field field, Pointer at, boolean twice) {
    NodeLayout node = model.layout().node(field.node()).orElseThrow();
    if (!ScrubGesture.fits(field, model.graph())) {
      return new FieldGesture(model, desk, node, field, at);
    }
    if (twice) {
      desk.edit(field);
      return null;
    }
    return new ScrubGesture(model, field, node.face(), at);
  }

  private void dragged(MouseEvent event) {
    Pointer at = at(event);
    active.ifPresent(gesture -> gesture.drag(at));
    showCursor();
    event.consume();
  }

  private void released(MouseEvent event) {
    if (event.getButton() != button) {
      return;
    }
    Pointer at = at(event);
    Optional<Gesture> ended = active;
    active = Optional.empty();
    button = MouseButton.NONE;
    ended.ifPresent(gesture -> gesture.release(at));
    hover(hit(at));
    showCursor();
    event.consume();
  }

  private void moved(MouseEvent event) {
    hover(hit(at(event)));
    showCursor();
  }

  private void unhover() {
    if (active.isEmpty()) {
      pointer = Optional.empty();
      hover(new Hit.Background());
    }
  }

  private void hover(Hit hit) {
    if (!hit.equals(model.hoverProperty().get())) {
      model.hoverProperty().set(hit);
    }
  }

  private void scrolled(ScrollEvent event) {
    desk.settle();
    if (event.isShortcutDown()) {
      zoom(
          new Point2D(event.getX(), event.getY()), Math.pow(ZOOM_PER_PIXEL, event.getDeltaY() * 2));
    } else {
      model.cameraProperty().set(camera().dragged(event.getDeltaX(), event.getDeltaY()));
    }
    event.consume();
  }

  private void pinched(ZoomEvent event) {
    desk.settle();
    zoom(new Point2D(event.getX(), event.getY()), event.getZoomFactor());
    event.consume();
  }

  private void zoom(Point2D about, double factor) {
    model.cameraProperty().set(camera().zoomedAbout(about, factor));
  }

  /** What is under the pointer; from far away a node has no parts. */
  private Hit hit(Pointer at) {
    Hit hit = model.layout().at(at.world(), TOLERANCE / camera().zoom());
    if (camera().zoom() >= CanvasView.FAR) {
      return hit;
    }
    Optional<NodeLayout> node =
        switch (hit) {
          case Hit.OnSocket(var socket) -> model.layout().node(socket.ref().node());
          case Hit.OnField(var field) -> model.layout().node(field.node());
          default -> Optional.empty();
        };
    return node.<Hit>map(Hit.OnNode::new).orElse(hit);
  }

  private Pointer at(MouseEvent event) {
    pointer = Optional.of(new Point2D(event.getX(), event.getY()));
    return Pointer.of(event, camera());
  }

  private Camera camera() {
    return model.cameraProperty().get();
  }

  private void showCursor() {
    Cursor cursor = active.map(Gesture::cursor).orElseGet(this::idleCursor);
    if (canvas.getCursor() != cursor) {
      canvas.setCursor(cursor);
    }
  }

  private Cursor idleCursor() {
    if (panKey) {
      return Cursor.OPEN_HAND;
    }
    return switch (model.hoverProperty().get()) {
      case Hit.OnSocket socket -> Cursor.CROSSHAIR;
      case Hit.OnField(var field) when ScrubGesture.fits(field, model.graph()) -> Cursor.H_RESIZE;
      case Hit.OnField field -> Cursor.HAND;
      case Hit.OnReroute on -> Cursor.MOVE;
      case Hit.OnAnnotation on when on.corner() -> Cursor.SE_RESIZE;
      default -> Cursor.DEFAULT;
    };
  }
}
