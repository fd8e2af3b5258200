package dev.dreamwire.studio.shell;

import dev.dreamwire.editor.GraphEditor;
import dev.dreamwire.editor.geometry.Field;
import dev.dreamwire.editor.geometry.GraphLayout;
import dev.dreamwire.editor.geometry.Socket;
import dev.dreamwire.runtime.graph.NodeRegistry;
import dev.dreamwire.runtime.graph.PortRef;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseButton;
import org.testfx.api.FxRobot;
import org.testfx.robot.Motion;
import org.testfx.util.WaitForAsyncUtils;

/** A person who has a mouse only. Points at things by their names. */
final class MouseAlone {
  private static final int STEPS = 4;
  private static final int PATIENCE = 40;
  private static final double MARGIN = 24;

  private final FxRobot robot;
  private final NodeRegistry registry;
  private final GraphEditor editor;
  private int gestures;

  MouseAlone(FxRobot robot, NodeRegistry registry) {
    this.robot = robot;
    this.registry = registry;
    this.editor = robot.lookup("#graph-editor").queryAs(GraphEditor.class);
  }

  /** Clicks, double clicks, drags and turns of the wheel so far. */
  int gestures() {
    return gestures;
  }

  /** Zooms out until there is room for the whole graph. */
  void lookFromAfar() {
    for (int i = 0; i < 3; i++) {
      click(tool(1));
    }
  }

  private Node tool(int place) {
    return robot.from(editor).lookup(".editor-tools .button-icon").nth(place).query();
  }

  private void click(Node node) {
    robot.clickOn(node, Motion.DIRECT);
    did();
  }

  private void did() {
    gestures++;
    WaitForAsyncUtils.waitForFxEvents();
  }

  private GraphLayout layout() {
    return GraphLayout.of(editor.getGraph(), registry);
  }

  private Point2D onScreen(Point2D world) {
    return editor.localToScreen(editor.cameraProperty().get().toScreen(world));
  }

  /** A place on the desk: so far from the corner that is seen, in world units. */
  private Point2D place(double x, double y) {
    Rectangle2D seen = editor.cameraProperty().get().visible(editor.getWidth(), editor.getHeight());
    return onScreen(new Point2D(seen.getMinX() + MARGIN + x, seen.getMinY() + MARGIN + y));
  }

  /** Adds a node from the palette. */
  void add(String title, double x, double y) {
    robot.doubleClickOn(place(x, y), Motion.DIRECT);
    did();
    choose(title);
  }

  /** Pulls a wire from a port to a place on the desk, and adds the node that takes it there. */
  void pull(String node, String port, boolean output, String title, double x, double y) {
    drag(at(new PortRef(node, port), output), place(x, y));
    choose(title);
  }

  /** Drags from an output to an input, both written {@code node.port}. */
  void wire(String from, String to) {
    drag(at(ref(from), true), at(ref(to), false));
  }

  private static PortRef ref(String text) {
    return new PortRef(text.substring(0, text.indexOf('.')), text.substring(text.indexOf('.') + 1));
  }

  private Point2D at(PortRef ref, boolean output) {
    GraphLayout layout = layout();
    Socket socket = (output ? layout.output(ref) : layout.input(ref)).orElseThrow();
    return onScreen(socket.at());
  }

  private void drag(Point2D from, Point2D to) {
    robot.moveTo(from, Motion.DIRECT).press(MouseButton.PRIMARY);
    for (int i = 1; i <= STEPS; i++) {
      robot.moveTo(from.interpolate(to, (double) i / STEPS), Motion.DIRECT);
    }
    robot.release(MouseButton.PRIMARY);
    did();
  }

  /** Clicks a line of the list that is open, after turning the wheel until it is seen. */
  private void choose(String title) {
    for (int i = 0; i < PATIENCE; i++) {
      Set<ListCell<?>> lines = robot.from(editor).lookup(".search-pane .list-cell").queryAll();
      var line = lines.stream().filter(cell -> seen(cell, title)).findFirst();
      if (line.isPresent()) {
        click(line.get());
        return;
      }
      robot.moveTo(robot.from(editor).lookup(".search-pane .list-view").queryAs(Node.class));
      robot.scroll(3, VerticalDirection.DOWN);
      did();
    }
    throw new AssertionError("the list has no " + title);
  }

  private static boolean seen(Labeled cell, String title) {
    boolean heading = cell.getStyleClass().contains("heading");
    boolean called = cell.getText() != null && cell.getText().startsWith(title);
    if (!cell.isVisible() || heading || !called) {
      return false;
    }
    Node list = cell.getParent().getParent().getParent();
    Bounds place = cell.localToScene(cell.getBoundsInLocal());
    return list.localToScene(list.getBoundsInLocal())
        .contains(place.getCenterX(), place.getCenterY());
  }

  private Point2D field(String node, String param) {
    Rectangle2D r =
        layout().node(node).orElseThrow().fields().stream()
            .filter(field -> field.param().name().equals(param))
            .map(Field::bounds)
            .findFirst()
            .orElseThrow();
    return onScreen(new Point2D(r.getMinX() + r.getWidth() / 2, r.getMinY() + r.getHeight() / 2));
  }

  /** Chooses a file for a parameter. */
  void file(String node, String param, String file) {
    robot.clickOn(field(node, param), Motion.DIRECT);
    did();
    choose(file);
  }

  /** Turns a switch. */
  void turn(String node, String param) {
    robot.clickOn(field(node, param), Motion.DIRECT);
    did();
  }

  /** Drags a number by so many pixels at life size, after looking at it from there. */
  void drag(String node, String param, double pixels) {
    if (editor.cameraProperty().get().zoom() < 1) {
      robot.clickOn(layout().node(node).map(n -> onScreen(header(n.bounds()))).orElseThrow());
      did();
      Point2D middle = onScreen(visibleMiddle());
      pan(field(node, param), middle);
      click(robot.from(editor).lookup(".editor-tools .zoom").queryAs(Node.class));
    }
    Point2D from = field(node, param);
    drag(from, from.add(pixels, 0));
  }

  private static Point2D header(Rectangle2D node) {
    return new Point2D(node.getMinX() + node.getWidth() / 2, node.getMinY() + 17);
  }

  private Point2D visibleMiddle() {
    Rectangle2D seen = editor.cameraProperty().get().visible(editor.getWidth(), editor.getHeight());
    return new Point2D(seen.getMinX() + seen.getWidth() / 2, seen.getMinY() + seen.getHeight() / 2);
  }

  private void pan(Point2D from, Point2D to) {
    robot
        .moveTo(from, Motion.DIRECT)
        .press(MouseButton.MIDDLE)
        .moveTo(to, Motion.DIRECT)
        .release(MouseButton.MIDDLE);
    did();
  }
}
