package dev.dreamwire.editor.geometry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;

/**
 * The way of a wire over the canvas, as curves that join end to end.
 *
 * @param curves at least one
 */
public record WirePath(List<Cubic> curves) {
  private static final int LANE = 4;
  private static final int STEPS = 16;

  /** How far to the right an input must be for a wire to go there without turning back. */
  static final double LEAST_WAY = 30;

  private static final Point2D LEVEL = new Point2D(1, 0);
  private static final double STUB = 26;
  private static final double RADIUS = 14;

  public WirePath {
    curves = List.copyOf(curves);
  }

  /** From an output to an input: one curve that leaves and arrives level. */
  public static WirePath direct(Point2D from, Point2D to) {
    double dx = to.getX() - from.getX();
    double reach =
        dx >= 0
            ? Math.clamp(dx * 0.5, Math.min(40, Math.abs(to.getY() - from.getY())), 160)
            : Math.min(200, 60 - dx * 0.4);
    return new WirePath(List.of(new Cubic(from, from.add(reach, 0), to.add(-reach, 0), to)));
  }

  /**
   * From an output back to an input through a level lane: the way of a value that is used one frame
   * later.
   *
   * @param lane the lane's y, in world units
   */
  public static WirePath returning(Point2D from, Point2D to, double lane) {
    double right = from.getX() + STUB;
    double left = to.getX() - STUB;
    List<Point2D> corners =
        List.of(
            new Point2D(right, from.getY()),
            new Point2D(right, lane),
            new Point2D(left, lane),
            new Point2D(left, to.getY()));
    List<Cubic> curves = new ArrayList<>();
    Point2D at = from;
    for (int i = 0; i < corners.size(); i++) {
      Point2D corner = corners.get(i);
      Point2D next = i + 1 < corners.size() ? corners.get(i + 1) : to;
      double radius = Math.min(RADIUS, Math.min(at.distance(corner), corner.distance(next) / 2));
      Point2D in = towards(corner, at, radius);
      Point2D out = towards(corner, next, radius);
      curves.add(Cubic.line(at, in));
      curves.add(Cubic.corner(in, corner, out));
      at = out;
    }
    curves.add(Cubic.line(at, to));
    return new WirePath(curves);
  }

  /** From an output to an input through points, without a kink at them. */
  public static WirePath through(Point2D from, List<Point2D> points, Point2D to) {
    List<Point2D> stops = new ArrayList<>(points);
    stops.addFirst(from);
    stops.addLast(to);
    List<Cubic> curves = new ArrayList<>();
    for (int i = 0; i + 1 < stops.size(); i++) {
      Point2D a = stops.get(i);
      Point2D b = stops.get(i + 1);
      double reach = a.distance(b) / 3;
      Point2D out = i == 0 ? LEVEL : heading(stops.get(i - 1), b);
      Point2D in = i + 2 == stops.size() ? LEVEL : heading(a, stops.get(i + 2));
      curves.add(new Cubic(a, a.add(out.multiply(reach)), b.subtract(in.multiply(reach)), b));
    }
    return new WirePath(curves);
  }

  private static Point2D heading(Point2D from, Point2D to) {
    return to.equals(from) ? LEVEL : to.subtract(from).normalize();
  }

  /** Index of the curve that is nearest to a point. */
  public int nearest(Point2D point) {
    int best = 0;
    double least = Double.MAX_VALUE;
    for (int i = 0; i < curves.size(); i++) {
      double distance = new WirePath(List.of(curves.get(i))).distance(point);
      if (distance < least) {
        least = distance;
        best = i;
      }
    }
    return best;
  }

  private static Point2D towards(Point2D from, Point2D to, double distance) {
    double length = from.distance(to);
    return length == 0 ? from : from.interpolate(to, distance / length);
  }

  /** The level curve of a {@linkplain #returning returning} wire; empty for others. */
  public Optional<Cubic> lane() {
    return curves.size() > LANE ? Optional.of(curves.get(LANE)) : Optional.empty();
  }

  /** Where the wire begins. */
  public Point2D start() {
    return curves.getFirst().a();
  }

  /** Where the wire ends. */
  public Point2D end() {
    return curves.getLast().d();
  }

  /** How far a point is from the wire, in world units, within a small part of a unit. */
  public double distance(Point2D point) {
    double best = Double.MAX_VALUE;
    for (Cubic curve : curves) {
      Point2D before = curve.a();
      for (int i = 1; i <= STEPS; i++) {
        Point2D next = curve.at(i / (double) STEPS);
        best = Math.min(best, distance(point, before, next));
        before = next;
      }
    }
    return best;
  }

  /** Whether a straight line meets the wire. */
  public boolean crosses(Point2D from, Point2D to) {
    for (Cubic curve : curves) {
      Point2D before = curve.a();
      for (int i = 1; i <= STEPS; i++) {
        Point2D next = curve.at(i / (double) STEPS);
        if (apart(before, next, from, to) && apart(from, to, before, next)) {
          return true;
        }
        before = next;
      }
    }
    return false;
  }

  /** Whether some of the wire is in a rectangle, or it goes from one of its sides to another. */
  public boolean crosses(Rectangle2D area) {
    for (Cubic curve : curves) {
      for (int i = 0; i <= STEPS; i++) {
        if (area.contains(curve.at(i / (double) STEPS))) {
          return true;
        }
      }
    }
    return crosses(corner(area, true, true), corner(area, false, false))
        || crosses(corner(area, true, false), corner(area, false, true));
  }

  private static Point2D corner(Rectangle2D area, boolean left, boolean top) {
    return new Point2D(
        left ? area.getMinX() : area.getMaxX(), top ? area.getMinY() : area.getMaxY());
  }

  /** Whether two points are on different sides of the line through a and b. */
  private static boolean apart(Point2D a, Point2D b, Point2D one, Point2D other) {
    return side(a, b, one) >= 0 != side(a, b, other) >= 0;
  }

  private static double side(Point2D a, Point2D b, Point2D point) {
    Point2D along = b.subtract(a);
    Point2D aside = point.subtract(a);
    return along.getX() * aside.getY() - along.getY() * aside.getX();
  }

  private static double distance(Point2D point, Point2D a, Point2D b) {
    Point2D along = b.subtract(a);
    double square = along.dotProduct(along);
    double t = square == 0 ? 0 : Math.clamp(point.subtract(a).dotProduct(along) / square, 0, 1);
    return point.distance(a.interpolate(b, t));
  }

  /** A rectangle that holds the wire; control points included, so it may be larger than needed. */
  public Rectangle2D bounds() {
    double left = Double.MAX_VALUE;
    double top = Double.MAX_VALUE;
    double right = -Double.MAX_VALUE;
    double bottom = -Double.MAX_VALUE;
    for (Cubic curve : curves) {
      for (Point2D p : List.of(curve.a(), curve.b(), curve.c(), curve.d())) {
        left = Math.min(left, p.getX());
        top = Math.min(top, p.getY());
        right = Math.max(right, p.getX());
        bottom = Math.max(bottom, p.getY());
      }
    }
    return new Rectangle2D(left, top, right - left, bottom - top);
  }
}
