package dev.dreamwire.editor.geometry;

import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;

/**
 * A small picture of the whole graph in the canvas's lower right corner.
 *
 * @param panel where it is, in screen pixels
 * @param camera how the world is seen in it, relative to the panel's corner
 */
public record Minimap(Rectangle2D panel, Overview camera) {
  private static final double WIDTH = 176;
  private static final double HEIGHT = 112;
  private static final double MARGIN = 14;
  private static final double PADDING = 10;

  /**
   * A camera without the canvas's zoom limits.
   *
   * @param x world coordinate at the left edge
   * @param y world coordinate at the top edge
   * @param scale screen pixels per world unit
   */
  public record Overview(double x, double y, double scale) {}

  /** The map of a world that shows all of {@code content} and of what the canvas shows. */
  public static Minimap of(Rectangle2D content, double width, double height) {
    Rectangle2D panel =
        new Rectangle2D(
            Math.max(0, width - WIDTH - MARGIN),
            Math.max(0, height - HEIGHT - MARGIN),
            WIDTH,
            HEIGHT);
    double scale =
        Math.min(
            (WIDTH - 2 * PADDING) / Math.max(1, content.getWidth()),
            (HEIGHT - 2 * PADDING) / Math.max(1, content.getHeight()));
    double x = content.getMinX() + content.getWidth() / 2 - WIDTH / 2 / scale;
    double y = content.getMinY() + content.getHeight() / 2 - HEIGHT / 2 / scale;
    return new Minimap(panel, new Overview(x, y, scale));
  }

  /** The world point under a screen point. */
  public Point2D toWorld(Point2D screen) {
    return new Point2D(
        (screen.getX() - panel.getMinX()) / camera.scale() + camera.x(),
        (screen.getY() - panel.getMinY()) / camera.scale() + camera.y());
  }

  /** The screen rectangle of a world rectangle. */
  public Rectangle2D toScreen(Rectangle2D world) {
    return new Rectangle2D(
        (world.getMinX() - camera.x()) * camera.scale() + panel.getMinX(),
        (world.getMinY() - camera.y()) * camera.scale() + panel.getMinY(),
        world.getWidth() * camera.scale(),
        world.getHeight() * camera.scale());
  }
}
