package dev.dreamwire.editor.paint;

import dev.dreamwire.editor.geometry.Camera;
import dev.dreamwire.editor.geometry.Cubic;
import dev.dreamwire.editor.geometry.WirePath;
import dev.dreamwire.editor.model.Sketch;
import dev.dreamwire.runtime.graph.Wire;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.Line;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import javafx.scene.shape.StrokeLineCap;

/**
 * What follows the pointer while a gesture lasts, as a few shapes above the canvas: a window that
 * shows a wire elsewhere repaints where it was and is, not all of the graph.
 */
final class SketchLayer extends Pane {
  private static final double END = 4;
  private static final double WIRE = 2.2;

  private final PortPalette palette;
  private final Path glow = new Path();
  private final Path wire = new Path();
  private final Circle end = new Circle(END);
  private final Rectangle box = new Rectangle();
  private final Polyline cut = new Polyline();
  private final Line column = new Line();
  private final Line row = new Line();

  SketchLayer(PortPalette palette) {
    this.palette = palette;
    setManaged(false);
    setMouseTransparent(true);
    glow.setStrokeWidth(WIRE + 4);
    wire.setStrokeWidth(WIRE);
    for (Path path : List.of(glow, wire)) {
      path.setStrokeLineCap(StrokeLineCap.ROUND);
    }
    box.setArcWidth(6);
    box.setArcHeight(6);
    cut.setStrokeWidth(1.6);
    getChildren().addAll(box, column, row, cut, glow, wire, end);
    getChildren().forEach(shape -> shape.setVisible(false));
  }

  /** Whether the graph below looks the same under two sketches. */
  static boolean sameBelow(Sketch was, Sketch now) {
    return below(was).equals(below(now));
  }

  /** What of a sketch shows in the graph: ports that stand out, wires that are hit. */
  private static Object below(Sketch sketch) {
    return switch (sketch) {
      case Sketch.Nothing nothing -> List.of();
      case Sketch.Marquee marquee -> List.of();
      case Sketch.Guides(var column, var row, Optional<Wire> into) ->
          into.<Object>map(List::of).orElse(List.of());
      case Sketch.Cut(var trail, Set<Wire> wires) -> wires.isEmpty() ? List.of() : wires;
      case Sketch.LooseWire(var offer, var end, var target) -> List.of(offer, target);
    };
  }

  /** Shows a sketch, in pixels of the canvas. */
  void show(Sketch sketch, EditorTheme theme, Camera camera, double width, double height) {
    getChildren().forEach(shape -> shape.setVisible(false));
    switch (sketch) {
      case Sketch.Nothing nothing -> {}
      case Sketch.Marquee(Rectangle2D area) -> marquee(camera.toScreen(area), theme);
      case Sketch.Cut(List<Point2D> trail, Set<Wire> wires) -> {
        cut.getPoints()
            .setAll(
                trail.stream()
                    .map(camera::toScreen)
                    .flatMap(p -> List.of(p.getX(), p.getY()).stream())
                    .toList());
        appear(cut, theme.accent());
      }
      case Sketch.Guides(Optional<Double> x, Optional<Double> y, Optional<Wire> into) -> {
        Color color = EditorTheme.alpha(theme.accent(), 0.6);
        x.map(at -> camera.toScreen(new Point2D(at, 0)).getX())
            .ifPresent(at -> line(column, at, 0, at, height, color));
        y.map(at -> camera.toScreen(new Point2D(0, at)).getY())
            .ifPresent(at -> line(row, 0, at, width, at, color));
      }
      case Sketch.LooseWire loose -> loose(loose, theme, camera);
    }
  }

  private void marquee(Rectangle2D area, EditorTheme theme) {
    box.setX(area.getMinX());
    box.setY(area.getMinY());
    box.setWidth(area.getWidth());
    box.setHeight(area.getHeight());
    appear(box, theme.accent());
    box.setFill(EditorTheme.alpha(theme.accent(), 0.12));
  }

  private static void line(
      Line line, double fromX, double fromY, double toX, double toY, Color color) {
    line.setStartX(fromX);
    line.setStartY(fromY);
    line.setEndX(toX);
    line.setEndY(toY);
    appear(line, color);
  }

  private void loose(Sketch.LooseWire loose, EditorTheme theme, Camera camera) {
    Color color = theme.of(palette.of(loose.offer().anchor().port().type()));
    Point2D anchor = loose.offer().anchor().at();
    WirePath way =
        loose.offer().anchor().output()
            ? WirePath.direct(anchor, loose.end())
            : WirePath.direct(loose.end(), anchor);
    for (Path path : List.of(glow, wire)) {
      trace(path, way, camera);
    }
    appear(glow, EditorTheme.alpha(color, 0.25));
    appear(wire, color);
    Point2D tip = camera.toScreen(loose.end());
    end.setCenterX(tip.getX());
    end.setCenterY(tip.getY());
    appear(end, null);
    end.setFill(color);
  }

  private static void trace(Path path, WirePath way, Camera camera) {
    Point2D start = camera.toScreen(way.start());
    path.getElements().setAll(new MoveTo(start.getX(), start.getY()));
    for (Cubic curve : way.curves()) {
      Point2D b = camera.toScreen(curve.b());
      Point2D c = camera.toScreen(curve.c());
      Point2D d = camera.toScreen(curve.d());
      path.getElements()
          .add(new CubicCurveTo(b.getX(), b.getY(), c.getX(), c.getY(), d.getX(), d.getY()));
    }
  }

  private static void appear(Shape shape, Color stroke) {
    shape.setFill(null);
    shape.setStroke(stroke);
    shape.setVisible(true);
  }
}
