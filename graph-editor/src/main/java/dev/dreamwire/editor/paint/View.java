package dev.dreamwire.editor.paint;

import dev.dreamwire.editor.geometry.Camera;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;

/**
 * What a camera shows of the world on a surface of a size.
 *
 * @param width in screen pixels, as the camera counts them
 * @param height in screen pixels
 */
record View(Camera camera, double width, double height) {
  /** Less than any pixel: what sums of fractions are off by. */
  private static final double ROUNDING = 1e-3;

  /** Nothing of the world. */
  static final View NOTHING = new View(Camera.HOME, 0, 0);

  /** The part of the world that is shown. */
  Rectangle2D world() {
    return camera.visible(width, height);
  }

  /** Where the upper left corner is on the screen of a camera with the same zoom. */
  Point2D corner(Camera screen) {
    return screen.toScreen(new Point2D(camera.x(), camera.y()));
  }

  /** Whether it shows all that another does, at the same zoom. */
  boolean covers(View other) {
    Point2D corner = corner(other.camera);
    return camera.zoom() == other.camera.zoom()
        && corner.getX() <= ROUNDING
        && corner.getY() <= ROUNDING
        && corner.getX() + width >= other.width - ROUNDING
        && corner.getY() + height >= other.height - ROUNDING;
  }

  /** Grown by so many screen pixels at the left and right, and at the top and bottom. */
  View grown(double x, double y) {
    return new View(camera.dragged(x, y), width + 2 * x, height + 2 * y);
  }

  /** Moved over the world by so many screen pixels. */
  View moved(double x, double y) {
    return new View(camera.dragged(-x, -y), width, height);
  }
}
