package dev.dreamwire.editor.paint;

import dev.dreamwire.editor.geometry.Cubic;
import dev.dreamwire.editor.geometry.WireLayout;
import dev.dreamwire.editor.geometry.WirePath;
import dev.dreamwire.runtime.graph.Conversion;
import javafx.geometry.Point2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import org.kordamp.ikonli.feather.Feather;

/**
 * Draws wires: those that carry a value to the next frame are dashed, and what converts its value
 * has a badge.
 */
final class WirePainter {
  private static final double WIDTH = 2.2;
  private static final double DOT = 5;

  /** Radius of a badge, in world units. */
  private static final double BADGE = 9;

  private final PortPalette palette;

  WirePainter(PortPalette palette) {
    this.palette = palette;
  }

  void paint(Brush brush, WireLayout wire, boolean selected, boolean hovered) {
    EditorTheme theme = brush.theme();
    Color color = theme.of(palette.of(wire.type()));
    GraphicsContext g = brush.g();
    g.setLineCap(StrokeLineCap.ROUND);
    trace(g, wire.path());
    stroke(g, WIDTH + 3.5, theme.canvas());
    if (selected || hovered) {
      Color glow = selected ? theme.accent() : color;
      stroke(g, WIDTH + 5, EditorTheme.alpha(glow, 0.35));
    }
    if (wire.feedback()) {
      g.setLineDashes(7, 6);
    }
    stroke(g, selected ? WIDTH + 0.8 : WIDTH, selected ? theme.accent() : color);
    g.setLineDashes();
    Color shown = selected ? theme.accent() : color;
    if (wire.returns()) {
      wire.path().lane().ifPresent(lane -> arrow(g, lane, shown));
    }
    wire.via().forEach(point -> dot(g, point, theme.canvas(), shown));
  }

  /** Draws what a wire converts, on all wires. */
  void badge(Brush brush, WireLayout wire, Conversion conversion) {
    EditorTheme theme = brush.theme();
    Color color = theme.of(palette.of(wire.type()));
    Point2D at = wire.badge();
    GraphicsContext g = brush.g();
    g.setFill(theme.node());
    g.fillOval(at.getX() - BADGE, at.getY() - BADGE, 2 * BADGE, 2 * BADGE);
    g.setLineWidth(1.4);
    g.setStroke(color);
    g.strokeOval(at.getX() - BADGE, at.getY() - BADGE, 2 * BADGE, 2 * BADGE);
    brush.icon(icon(conversion), at.getX(), at.getY(), 11, theme.text());
  }

  private static Feather icon(Conversion conversion) {
    return switch (conversion) {
      case NEWEST_PICTURE, NEWEST_LATENT -> Feather.SKIP_FORWARD;
      case CHANNELS -> Feather.GRID;
      case ROUNDED -> Feather.HASH;
      case SWITCHED -> Feather.TOGGLE_RIGHT;
    };
  }

  /** Draws a wire from far away, between two screen points. */
  void paintFar(Brush brush, WireLayout wire, Point2D from, Point2D to, boolean selected) {
    GraphicsContext g = brush.g();
    Color color = selected ? brush.theme().accent() : brush.theme().of(palette.of(wire.type()));
    g.setStroke(EditorTheme.alpha(color, 0.8));
    g.setLineWidth(selected ? 2 : 1);
    g.strokeLine(from.getX(), from.getY(), to.getX(), to.getY());
  }

  private static void stroke(GraphicsContext g, double width, Color color) {
    g.setLineWidth(width);
    g.setStroke(color);
    g.stroke();
  }

  private static void trace(GraphicsContext g, WirePath path) {
    g.beginPath();
    g.moveTo(path.start().getX(), path.start().getY());
    for (Cubic c : path.curves()) {
      g.bezierCurveTo(
          c.b().getX(), c.b().getY(), c.c().getX(), c.c().getY(), c.d().getX(), c.d().getY());
    }
  }

  private static void dot(GraphicsContext g, Point2D at, Color ground, Color color) {
    g.setFill(ground);
    g.fillOval(at.getX() - DOT - 2, at.getY() - DOT - 2, 2 * DOT + 4, 2 * DOT + 4);
    g.setFill(color);
    g.fillOval(at.getX() - DOT, at.getY() - DOT, 2 * DOT, 2 * DOT);
  }

  private static void arrow(GraphicsContext g, Cubic lane, Color color) {
    Point2D at = lane.at(0.5);
    double way = Math.signum(lane.d().getX() - lane.a().getX());
    g.setFill(color);
    g.fillPolygon(
        new double[] {at.getX() + 6 * way, at.getX() - 5 * way, at.getX() - 5 * way},
        new double[] {at.getY(), at.getY() - 5.5, at.getY() + 5.5},
        3);
  }
}
