package dev.dreamwire.editor;

import dev.dreamwire.editor.geometry.Field;
import dev.dreamwire.editor.geometry.GraphLayout;
import dev.dreamwire.editor.geometry.NodeLayout;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.input.MouseButton;
import org.testfx.api.FxRobot;
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
    return screen(
        new Point2D(r.getMinX() + r.getWidth() / 2, r.getMinY() + r.getHeight() / 2));
  }

  EditorHand drag(Point2D from, Point2D to) {
    press(from, to);
    robot.release(MouseButton.PRIMARY);
    settle();
    return this;
  }

  /** Drags and holds on. */
  EditorHand press(Point2D from, Point2D to) {
    robot.moveTo(from).press(MouseButton.PRIMARY);
    robot.moveTo(from.interpolate(to, 0.5)).moveTo(to);
    settle();
    return this;
  }

  EditorHand click(Point2D at) {
    robot.clickOn(at);
    settle();
    return this;
  }

  EditorHand doubleClick(Point2D at) {
    robot.doubleClickOn(at);
    settle();
    return this;
  }

  void settle() {
    WaitForAsyncUtils.waitForFxEvents();
  }
}
