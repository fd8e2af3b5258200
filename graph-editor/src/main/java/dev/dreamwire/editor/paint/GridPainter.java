package dev.dreamwire.editor.paint;

import dev.dreamwire.editor.geometry.Camera;
import dev.dreamwire.editor.geometry.Snapping;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;

/** Draws the ground: dots that stay apart at every zoom. */
final class GridPainter {
  private static final double LEAST_STEP = 18;
  private static final double DOT = 2;

  private GridPainter() {}

  /** Fills a part of the screen. */
  static void paint(Brush brush, Camera camera, Rectangle2D part) {
    GraphicsContext g = brush.g();
    g.setFill(brush.theme().canvas());
    g.fillRect(part.getMinX(), part.getMinY(), part.getWidth(), part.getHeight());
    double step = 2 * Snapping.GRID * camera.zoom();
    while (step < LEAST_STEP) {
      step *= 2;
    }
    double left = part.getMinX() + first(camera.x() * camera.zoom() + part.getMinX(), step);
    double top = part.getMinY() + first(camera.y() * camera.zoom() + part.getMinY(), step);
    g.setFill(EditorTheme.alpha(brush.theme().dot(), 0.8));
    for (double y = top; y < part.getMaxY(); y += step) {
      for (double x = left; x < part.getMaxX(); x += step) {
        g.fillRect(Math.rint(x), Math.rint(y), DOT, DOT);
      }
    }
  }

  /** Where the first line of a grid is on the screen, at or before its edge. */
  private static double first(double origin, double step) {
    return Math.floor(origin / step) * step - origin;
  }
}
