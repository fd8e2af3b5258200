package dev.dreamwire.editor;

import dev.dreamwire.editor.geometry.Field;
import dev.dreamwire.editor.geometry.GraphLayout;
import dev.dreamwire.editor.geometry.NodeLayout;
import java.util.Set;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.testfx.api.FxRobot;
import org.testfx.robot.MouseRobot;
import org.testfx.util.WaitForAsyncUtils;

/** A person's hand over an editor: points at things by their names. */
final class EditorHand {
  private final FxRobot robot;
  private final GraphEditor editor;

  EditorHand(FxRobot robot, GraphEditor editor) {
    this.robot = robot;
    this.editor = editor;
  }

  private GraphLayout layout() {
    return GraphLayout.of(editor.getGraph(), DemoNodes.REGISTRY);
  }

  private NodeLayout node(String id) {
    return layout().node(id).orElseThrow();
  }

  /** A world point on the screen. */
  Point2D screen(Point2D world) {
    return editor.localToScreen(editor.cameraProperty().get().toScreen(world));
  }

  Point2D input(String ref) {
    return screen(layout().input(DemoNodes.ref(ref)).orElseThrow().at());
  }

  Point2D output(String ref) {
    return screen(layout().output(DemoNodes.ref(ref)).orElseThrow().at());
  }

  /** A place on a node's header. */
  Point2D header(String id) {
    Rectangle2D r = node(id).bounds();
    return screen(new Point2D(r.getMinX() + 90, r.getMinY() + NodeLayout.HEADER / 2));
  }

  Point2D badge(String id) {
    Rectangle2D r = node(id).badge();
    return screen(new Point2D(r.getMinX() + 9, r.getMinY() + 9));
  }

  /** The middle of a field written {@code node.param}. */
  Point2D field(String ref) {
    Rectangle2D r =
        node(DemoNodes.ref(ref).node()).fields().stream()
            .filter(f -> f.param().name().equals(DemoNodes.ref(ref).port()))
            .map(Field::bounds)
            .findFirst()
            .orElseThrow();
    return screen(new Point2D(r.getMinX() + r.getWidth() / 2, r.getMinY() + r.getHeight() / 2));
  }

  EditorHand drag(Point2D from, Point2D to) {
    press(from, to);
    mouse().release(MouseButton.PRIMARY);
    settle();
    return this;
  }

  /** Drags and holds on. */
  EditorHand press(Point2D from, Point2D to) {
    move(from);
    mouse().press(MouseButton.PRIMARY);
    move(from.interpolate(to, 0.5));
    move(to);
    return this;
  }

  EditorHand release() {
    mouse().release(MouseButton.PRIMARY);
    settle();
    return this;
  }

  /** Does something on the window's thread and lets the window draw. */
  EditorHand interactively(Runnable action) {
    robot.interact(action);
    settle();
    return this;
  }

  EditorHand move(Point2D to) {
    mouse().move(to);
    settle();
    return this;
  }

  EditorHand click(Point2D at) {
    move(at);
    mouse().press(MouseButton.PRIMARY);
    mouse().release(MouseButton.PRIMARY);
    settle();
    return this;
  }

  /** A double click; whether two clicks are one is told, not timed. */
  EditorHand doubleClick(Point2D at) {
    move(at);
    return click(at, 2, false);
  }

  private MouseRobot mouse() {
    return robot.robotContext().getMouseRobot();
  }

  /** A double click with Shift held. */
  EditorHand shiftDoubleClick(Point2D at) {
    return click(at, 2, true);
  }

  /** A click with Shift held; the headless platform's own mouse knows no modifiers. */
  EditorHand shiftClick(Point2D at) {
    return click(at, 1, true);
  }

  private EditorHand click(Point2D at, int count, boolean shift) {
    fire(MouseEvent.MOUSE_PRESSED, at, count, shift, false);
    fire(MouseEvent.MOUSE_RELEASED, at, count, shift, false);
    settle();
    return this;
  }

  /** Drags with Alt held. */
  EditorHand altDrag(Point2D from, Point2D to) {
    fire(MouseEvent.MOUSE_PRESSED, from, 1, false, true);
    fire(MouseEvent.MOUSE_DRAGGED, from.interpolate(to, 0.5), 1, false, true);
    fire(MouseEvent.MOUSE_DRAGGED, to, 1, false, true);
    fire(MouseEvent.MOUSE_RELEASED, to, 1, false, true);
    settle();
    return this;
  }

  private void fire(EventType<MouseEvent> type, Point2D at, int count, boolean shift, boolean alt) {
    Point2D local = editor.screenToLocal(at);
    fire(
        new MouseEvent(
            type,
            local.getX(),
            local.getY(),
            at.getX(),
            at.getY(),
            MouseButton.PRIMARY,
            count,
            shift,
            false,
            alt,
            false,
            true,
            false,
            false,
            false,
            false,
            true,
            null));
  }

  /** Turns the wheel with the shortcut key held. */
  EditorHand shortcutScroll(Point2D at, double pixels) {
    Point2D local = editor.screenToLocal(at);
    fire(
        new ScrollEvent(
            ScrollEvent.SCROLL,
            local.getX(),
            local.getY(),
            at.getX(),
            at.getY(),
            false,
            true,
            false,
            true,
            false,
            false,
            0,
            pixels,
            0,
            pixels,
            ScrollEvent.HorizontalTextScrollUnits.NONE,
            0,
            ScrollEvent.VerticalTextScrollUnits.NONE,
            0,
            0,
            null));
    return this;
  }

  private void fire(Event event) {
    robot.interact(() -> Event.fireEvent(editor.lookup(".graph-canvas"), event));
  }

  /** Selects nodes alone, with the keyboard at the editor. */
  void select(String... nodes) {
    interactively(() -> editor.selectionProperty().set(Set.of(nodes)));
    interactively(() -> editor.requestFocus());
  }

  /** Presses keys together. */
  void keys(KeyCode... codes) {
    for (KeyCode code : codes) {
      robot.press(code);
    }
    for (int i = codes.length - 1; i >= 0; i--) {
      robot.release(codes[i]);
    }
    settle();
  }

  void settle() {
    WaitForAsyncUtils.waitForFxEvents();
  }
}
