package dev.dreamwire.editor.paint;

import dev.dreamwire.editor.geometry.Camera;
import dev.dreamwire.editor.model.Sketch;
import dev.dreamwire.runtime.graph.Wire;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;

/** Draws what follows the pointer while a gesture lasts, on a canvas of its own. */
final class SketchPainter {
  private final Brush brush;
  private final WirePainter wires;
  private boolean blank = true;

  SketchPainter(GraphicsContext g, WirePainter wires) {
    this.brush = new Brush(g);
    this.wires = wires;
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
      case Sketch.Cut(var trail, Set<Wire> cut) -> cut.isEmpty() ? List.of() : cut;
      case Sketch.LooseWire(var offer, var end, var target) -> List.of(offer, target);
    };
  }

  void paint(EditorTheme theme, Sketch sketch, Camera camera, double width, double height) {
    GraphicsContext g = brush.g();
    brush.use(theme);
    if (!blank) {
      g.clearRect(0, 0, width, height);
    }
    blank = sketch instanceof Sketch.Nothing;
    if (blank) {
      return;
    }
    g.save();
    g.translate(-camera.x() * camera.zoom(), -camera.y() * camera.zoom());
    g.scale(camera.zoom(), camera.zoom());
    draw(sketch, camera.visible(width, height), 1 / camera.zoom());
    g.restore();
  }

  private void draw(Sketch sketch, Rectangle2D visible, double hair) {
    EditorTheme theme = brush.theme();
    GraphicsContext g = brush.g();
    switch (sketch) {
      case Sketch.Nothing nothing -> {}
      case Sketch.Marquee(Rectangle2D area) -> {
        brush.fillRound(area, 3 * hair, EditorTheme.alpha(theme.accent(), 0.12));
        brush.strokeRound(area, 3 * hair, 1.2 * hair, theme.accent());
      }
      case Sketch.Cut(List<Point2D> trail, Set<Wire> cut) -> {
        g.setStroke(theme.accent());
        g.setLineWidth(1.6 * hair);
        g.strokePolyline(
            trail.stream().mapToDouble(Point2D::getX).toArray(),
            trail.stream().mapToDouble(Point2D::getY).toArray(),
            trail.size());
      }
      case Sketch.Guides(Optional<Double> column, Optional<Double> row, Optional<Wire> into) -> {
        g.setStroke(EditorTheme.alpha(theme.accent(), 0.6));
        g.setLineWidth(hair);
        column.ifPresent(x -> g.strokeLine(x, visible.getMinY(), x, visible.getMaxY()));
        row.ifPresent(y -> g.strokeLine(visible.getMinX(), y, visible.getMaxX(), y));
      }
      case Sketch.LooseWire loose -> wires.paintLoose(brush, loose);
    }
  }
}
