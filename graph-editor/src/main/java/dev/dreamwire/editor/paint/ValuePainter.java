package dev.dreamwire.editor.paint;

import dev.dreamwire.api.node.Colour;
import dev.dreamwire.api.node.Curve;
import dev.dreamwire.api.node.Param;
import dev.dreamwire.editor.control.Colours;
import dev.dreamwire.editor.control.ValueGraphic;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineJoin;

/** Draws values that say more than words, up to a right edge; returns the width they took. */
final class ValuePainter {
  private static final double SWATCH = 30;
  private static final double SWATCH_HEIGHT = 14;
  private static final double CURVE = 72;
  private static final double CURVE_HEIGHT = 18;
  private static final double KEY_HEIGHT = 18;

  private ValuePainter() {}

  static double swatch(Brush brush, Colour colour, double right, double middle) {
    Rectangle2D r =
        new Rectangle2D(right - SWATCH, middle - SWATCH_HEIGHT / 2, SWATCH, SWATCH_HEIGHT);
    brush.fillRound(r, 4, Colours.of(colour));
    brush.strokeRound(Brush.grown(r, -0.5), 4, 1, EditorTheme.alpha(brush.theme().text(), 0.35));
    return SWATCH;
  }

  static double curve(
      Brush brush, Param.CurveKind kind, Curve curve, double right, double middle, Hue hue) {
    GraphicsContext g = brush.g();
    double left = right - CURVE;
    double top = middle - CURVE_HEIGHT / 2;
    g.setStroke(EditorTheme.alpha(brush.theme().muted(), 0.4));
    g.setLineWidth(1);
    g.strokeLine(left, middle + CURVE_HEIGHT / 2, right, middle + CURVE_HEIGHT / 2);
    g.setStroke(brush.theme().of(hue));
    g.setLineWidth(1.6);
    g.setLineJoin(StrokeLineJoin.ROUND);
    g.beginPath();
    boolean first = true;
    for (Point2D at : ValueGraphic.line(kind, curve)) {
      double x = left + at.getX() * CURVE;
      double y = top + at.getY() * CURVE_HEIGHT;
      if (first) {
        g.moveTo(x, y);
      } else {
        g.lineTo(x, y);
      }
      first = false;
    }
    g.stroke();
    return CURVE;
  }

  static double key(Brush brush, String name, double most, double right, double middle) {
    Color edge = EditorTheme.alpha(brush.theme().muted(), 0.6);
    double width = Math.max(KEY_HEIGHT, Math.min(most, brush.width(name, brush.strong()) + 12));
    Rectangle2D r = new Rectangle2D(right - width, middle - KEY_HEIGHT / 2, width, KEY_HEIGHT);
    brush.fillRound(r, 4, brush.theme().node());
    brush.strokeRound(Brush.grown(r, -0.5), 4, 1, edge);
    // A thicker lower edge makes it a key.
    brush.g().setFill(edge);
    brush.g().fillRect(r.getMinX() + 3, r.getMaxY() - 2, width - 6, 1);
    brush.centred(
        name, right - width / 2, middle - 0.5, width - 8, brush.strong(), brush.theme().text());
    return width;
  }
}
