package dev.dreamwire.editor.bench;

import dev.dreamwire.editor.geometry.GraphLayout;
import dev.dreamwire.editor.geometry.NodeLayout;
import dev.dreamwire.editor.geometry.Socket;
import dev.dreamwire.editor.geometry.WireLayout;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Point2D;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.CubicCurve;
import javafx.scene.shape.Rectangle;

/**
 * The same graph as a scene with a region for each node, a label for each text, a circle for each
 * port and a curve for each wire: what a graph editor looks like that lets the scene graph do the
 * work.
 */
final class PlainScene extends Pane {
  private static final double REACH = 60;

  private final Group world = new Group();
  private final Map<String, Region> nodes = new HashMap<>();
  private final Map<String, List<Runnable>> follow = new HashMap<>();
  private final CubicCurve loose = curve();

  PlainScene(GraphLayout layout) {
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    setClip(clip);
    setStyle("-fx-background-color: -color-bg-default;");
    getChildren().add(world);
    for (WireLayout wire : layout.wires()) {
      add(wire);
    }
    layout.nodes().forEach(this::add);
    loose.setVisible(false);
    world.getChildren().add(loose);
  }

  private static CubicCurve curve() {
    CubicCurve curve = new CubicCurve();
    curve.setFill(null);
    curve.setStroke(Color.ORANGE);
    curve.setStrokeWidth(2.2);
    return curve;
  }

  private void add(WireLayout wire) {
    CubicCurve curve = curve();
    place(curve, wire.path().start(), wire.path().end());
    world.getChildren().add(curve);
    String from = wire.wire().from().node();
    String to = wire.wire().to().node();
    Runnable update =
        () -> place(curve, wire.path().start().add(shift(from)), wire.path().end().add(shift(to)));
    follow.computeIfAbsent(from, k -> new ArrayList<>()).add(update);
    follow.computeIfAbsent(to, k -> new ArrayList<>()).add(update);
  }

  private Point2D shift(String node) {
    Region region = nodes.get(node);
    return new Point2D(region.getTranslateX(), region.getTranslateY());
  }

  private static void place(CubicCurve curve, Point2D from, Point2D to) {
    curve.setStartX(from.getX());
    curve.setStartY(from.getY());
    curve.setControlX1(from.getX() + REACH);
    curve.setControlY1(from.getY());
    curve.setControlX2(to.getX() - REACH);
    curve.setControlY2(to.getY());
    curve.setEndX(to.getX());
    curve.setEndY(to.getY());
  }

  private void add(NodeLayout node) {
    Pane box = new Pane();
    box.setStyle(
        "-fx-background-color: -color-bg-subtle; -fx-background-radius: 10;"
            + " -fx-border-color: -color-border-default; -fx-border-radius: 10;");
    box.resizeRelocate(
        node.bounds().getMinX(),
        node.bounds().getMinY(),
        node.bounds().getWidth(),
        node.bounds().getHeight());
    box.setManaged(false);
    Point2D corner = new Point2D(node.bounds().getMinX(), node.bounds().getMinY());
    box.getChildren().add(text(node.face().spec().title(), 30, 8));
    for (Socket socket : node.sockets().toList()) {
      Point2D at = socket.at().subtract(corner);
      box.getChildren().add(new Circle(at.getX(), at.getY(), 5, Color.ORANGE));
      box.getChildren().add(text(socket.port().name(), socket.output() ? 140 : 12, at.getY() - 8));
    }
    node.fields()
        .forEach(
            field -> {
              double y = field.bounds().getMinY() - corner.getY();
              box.getChildren().add(text(field.param().name(), 16, y + 4));
              String value = String.valueOf(node.face().value(field.param()));
              box.getChildren().add(text(value, 140, y + 4));
            });
    nodes.put(node.id(), box);
    world.getChildren().add(box);
  }

  private static Label text(String text, double x, double y) {
    Label label = new Label(text);
    label.relocate(x, y);
    return label;
  }

  void look(double x, double y, double zoom) {
    world.setScaleX(zoom);
    world.setScaleY(zoom);
    // A group scales about its middle.
    double dx = world.getBoundsInLocal().getCenterX() * (1 - zoom);
    double dy = world.getBoundsInLocal().getCenterY() * (1 - zoom);
    world.setTranslateX(-x * zoom - dx);
    world.setTranslateY(-y * zoom - dy);
  }

  void move(String node, double dx, double dy) {
    Region region = nodes.get(node);
    region.setTranslateX(dx);
    region.setTranslateY(dy);
    follow.getOrDefault(node, List.of()).forEach(Runnable::run);
  }

  void pull(Point2D from, Point2D to) {
    loose.setVisible(true);
    place(loose, from, to);
  }
}
