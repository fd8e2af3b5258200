package dev.dreamwire.editor.geometry;

import javafx.geometry.Point2D;

/** A cubic Bézier curve from {@code a} to {@code d} with control points {@code b} and {@code c}. */
public record Cubic(Point2D a, Point2D b, Point2D c, Point2D d) {
  /** The straight line. */
  static Cubic line(Point2D a, Point2D d) {
    return new Cubic(a, a.interpolate(d, 1 / 3.0), a.interpolate(d, 2 / 3.0), d);
  }

  /** A quarter turn that leaves {@code a} towards {@code corner} and comes from it to {@code d}. */
  static Cubic corner(Point2D a, Point2D corner, Point2D d) {
    // 0.5523 makes a cubic follow a quarter circle within 0.03 % of its radius.
    return new Cubic(a, a.interpolate(corner, 0.5523), d.interpolate(corner, 0.5523), d);
  }

  /** The point at {@code t} in 0..1. */
  public Point2D at(double t) {
    double s = 1 - t;
    double wa = s * s * s;
    double wb = 3 * s * s * t;
    double wc = 3 * s * t * t;
    double wd = t * t * t;
    return new Point2D(
        wa * a.getX() + wb * b.getX() + wc * c.getX() + wd * d.getX(),
        wa * a.getY() + wb * b.getY() + wc * c.getY() + wd * d.getY());
  }
}
