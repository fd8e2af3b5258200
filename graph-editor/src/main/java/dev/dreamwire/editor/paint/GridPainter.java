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

  /** Fills a part of the screen, with dots on whole pixels wherever the camera is. */
  static void paint(Brush brush, Camera camera, Rectangle2D part, Fineness fineness) {
    GraphicsContext g = brush.g();
    g.setFill(brush.theme().canvas());
    g.fillRect(part.getMinX(), part.getMinY(), part.getWidth(), part.getHeight());
    double step = 2 * Snapping.GRID * camera.zoom();
    while (step < LEAST_STEP) {
      step *= 2;
    }
    double originX = camera.x() * camera.zoom();
    double originY = camera.y() * camera.zoom();
    g.setFill(EditorTheme.alpha(brush.theme().dot(), 0.8));
    for (long row = first(originY + part.getMinY(), step); ; row++) {
      double y = fineness.nearest(row * step) - originY;
      if (y >= part.getMaxY()) {
        return;
      }
      for (long column = first(originX + part.getMinX(), step); ; column++) {
        double x = fineness.nearest(column * step) - originX;
        if (x >= part.getMaxX()) {
          break;
        }
        g.fillRect(x, y, DOT, DOT);
      }
    }
  }

  /** Which line of a grid is the last at or before an edge. */
  private static long first(double edge, double step) {
    return (long) Math.floor(edge / step);
  }
}
