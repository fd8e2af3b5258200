package dev.dreamwire.editor.geometry;

import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;

/**
 * Where the canvas looks: {@code screen = (world − origin) · zoom}. Immutable.
 *
 * @param x world coordinate at the canvas's left edge
 * @param y world coordinate at the canvas's top edge
 * @param zoom screen pixels per world unit, {@link #MIN_ZOOM}..{@link #MAX_ZOOM}
 */
public record Camera(double x, double y, double zoom) {
  public static final double MIN_ZOOM = 0.1;
  public static final double MAX_ZOOM = 3;

  /** One pixel a unit, the origin at the top left. */
  public static final Camera HOME = new Camera(0, 0, 1);

  /** How far from the origin the camera goes; keeps coordinates exact enough to draw. */
  private static final double WORLD_LIMIT = 1e6;

  public Camera {
    x = Math.clamp(x, -WORLD_LIMIT, WORLD_LIMIT);
    y = Math.clamp(y, -WORLD_LIMIT, WORLD_LIMIT);
    zoom = Math.clamp(zoom, MIN_ZOOM, MAX_ZOOM);
  }

  /** The world point under a screen point. */
  public Point2D toWorld(Point2D screen) {
    return new Point2D(screen.getX() / zoom + x, screen.getY() / zoom + y);
  }

  /** The screen point of a world point. */
  public Point2D toScreen(Point2D world) {
    return new Point2D((world.getX() - x) * zoom, (world.getY() - y) * zoom);
  }

  /** The screen rectangle of a world rectangle. */
  public Rectangle2D toScreen(Rectangle2D world) {
    return new Rectangle2D(
        (world.getMinX() - x) * zoom,
        (world.getMinY() - y) * zoom,
        world.getWidth() * zoom,
        world.getHeight() * zoom);
  }

  /** The part of the world that a canvas of a size shows. */
  public Rectangle2D visible(double width, double height) {
    return new Rectangle2D(x, y, Math.max(0, width) / zoom, Math.max(0, height) / zoom);
  }

  /** Moved so that the content follows a drag by so many screen pixels. */
  public Camera dragged(double dx, double dy) {
    return new Camera(x - dx / zoom, y - dy / zoom, zoom);
  }

  /** Zoomed by a factor, within the limits; the world point under {@code screen} stays under it. */
  public Camera zoomedAbout(Point2D screen, double factor) {
    return withZoomAbout(screen, zoom * factor);
  }

  /** At a zoom, within the limits; the world point under {@code screen} stays under it. */
  public Camera withZoomAbout(Point2D screen, double newZoom) {
    double z = Math.clamp(newZoom, MIN_ZOOM, MAX_ZOOM);
    Point2D fixed = toWorld(screen);
    return new Camera(fixed.getX() - screen.getX() / z, fixed.getY() - screen.getY() / z, z);
  }

  /** With a world point in the middle of a canvas of a size. */
  public Camera centredOn(Point2D world, double width, double height) {
    return new Camera(world.getX() - width / 2 / zoom, world.getY() - height / 2 / zoom, zoom);
  }

  /**
   * Shows a world rectangle whole and in the middle of a canvas, never larger than life.
   *
   * @param margin screen pixels that stay free at each side
   */
  public static Camera fitting(Rectangle2D world, double width, double height, double margin) {
    double zoom =
        Math.min(
            1,
            Math.min(
                (width - 2 * margin) / Math.max(1, world.getWidth()),
                (height - 2 * margin) / Math.max(1, world.getHeight())));
    Point2D middle =
        new Point2D(
            world.getMinX() + world.getWidth() / 2, world.getMinY() + world.getHeight() / 2);
    return new Camera(0, 0, zoom).centredOn(middle, width, height);
  }
}
