package dev.dreamwire.editor.paint;

import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

/**
 * A soft shadow under boxes of any size, computed once and stretched: its corners are copied, its
 * edges drawn out. Drawing a blur for each box would cost a frame's time in software.
 */
final class Shadow {
  private static final int BLUR = 16;
  private static final int CORNER = 2 * BLUR + 8;
  private static final int SIZE = 2 * CORNER + 2;
  private static final double DROP = 5;

  private final WritableImage image = new WritableImage(SIZE, SIZE);

  /**
   * A shadow.
   *
   * @param strength its opacity where it is darkest, 0..1
   */
  Shadow(double strength) {
    PixelWriter pixels = image.getPixelWriter();
    double half = SIZE / 2.0 - BLUR;
    double radius = NodePainter.RADIUS + BLUR / 2.0;
    for (int y = 0; y < SIZE; y++) {
      for (int x = 0; x < SIZE; x++) {
        double dx = Math.max(0, Math.abs(x + 0.5 - SIZE / 2.0) - half + radius);
        double dy = Math.max(0, Math.abs(y + 0.5 - SIZE / 2.0) - half + radius);
        double outside = Math.hypot(dx, dy) - radius;
        double depth = Math.clamp((BLUR - outside) / (2 * BLUR), 0, 1);
        // Smooth at both ends, like a blurred edge.
        double alpha = strength * depth * depth * (3 - 2 * depth);
        pixels.setColor(x, y, Color.gray(0, alpha));
      }
    }
  }

  void paint(GraphicsContext g, Rectangle2D box) {
    double left = box.getMinX() - BLUR;
    double top = box.getMinY() - BLUR + DROP;
    double right = box.getMaxX() + BLUR - CORNER;
    double bottom = box.getMaxY() + BLUR + DROP - CORNER;
    double width = right - left - CORNER;
    double height = bottom - top - CORNER;
    double far = SIZE - CORNER;
    copy(g, 0, 0, CORNER, CORNER, left, top, CORNER, CORNER);
    copy(g, far, 0, CORNER, CORNER, right, top, CORNER, CORNER);
    copy(g, 0, far, CORNER, CORNER, left, bottom, CORNER, CORNER);
    copy(g, far, far, CORNER, CORNER, right, bottom, CORNER, CORNER);
    if (width > 0) {
      copy(g, CORNER, 0, 2, CORNER, left + CORNER, top, width, CORNER);
      copy(g, CORNER, far, 2, CORNER, left + CORNER, bottom, width, CORNER);
    }
    if (height > 0) {
      copy(g, 0, CORNER, CORNER, 2, left, top + CORNER, CORNER, height);
      copy(g, far, CORNER, CORNER, 2, right, top + CORNER, CORNER, height);
    }
  }

  private void copy(
      GraphicsContext g,
      double sx,
      double sy,
      double sw,
      double sh,
      double x,
      double y,
      double w,
      double h) {
    g.drawImage(image, sx, sy, sw, sh, x, y, w, h);
  }
}
