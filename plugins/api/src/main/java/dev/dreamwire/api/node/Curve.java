package dev.dreamwire.api.node;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A line through points, straight between them and level before the first and after the last.
 * Immutable.
 *
 * @param points at least one, from left to right, no two above each other
 */
public record Curve(List<Point> points) {
  /** The most points that a curve has. */
  public static final int MOST_POINTS = 64;

  /** A point of a curve; both numbers are finite. */
  public record Point(double x, double y) {
    @Override
    public String toString() {
      return number(x) + ":" + number(y);
    }
  }

  /**
   * Checks the points.
   *
   * @throws IllegalArgumentException if they are no curve
   */
  public Curve {
    points = List.copyOf(points);
    if (points.isEmpty() || points.size() > MOST_POINTS) {
      throw new IllegalArgumentException("a curve has 1 to " + MOST_POINTS + " points");
    }
    double before = Double.NEGATIVE_INFINITY;
    for (Point point : points) {
      if (!Double.isFinite(point.x()) || !Double.isFinite(point.y()) || point.x() <= before) {
        throw new IllegalArgumentException("a curve's points go from left to right, not " + points);
      }
      before = point.x();
    }
  }

  /** A curve that has one value everywhere. */
  public static Curve level(double y) {
    return new Curve(List.of(new Point(0, y)));
  }

  /**
   * Reads points such as {@code 0:0.3 0.5:0.1 1:0.05}.
   *
   * @throws IllegalArgumentException if the text is no curve
   */
  public static Curve parse(String text) {
    List<Point> points = new ArrayList<>();
    for (String word : text.strip().split("\\s+")) {
      String[] pair = word.split(":", -1);
      if (pair.length != 2) {
        throw new IllegalArgumentException("a curve's point is written x:y, not " + word);
      }
      points.add(new Point(Double.parseDouble(pair[0]), Double.parseDouble(pair[1])));
    }
    return new Curve(points);
  }

  /** As it is stored. */
  public String text() {
    return points.stream().map(Point::toString).collect(Collectors.joining(" "));
  }

  /** The value above {@code x}. */
  public double at(double x) {
    Point left = points.get(0);
    if (x <= left.x()) {
      return left.y();
    }
    for (Point right : points.subList(1, points.size())) {
      if (x <= right.x()) {
        double share = (x - left.x()) / (right.x() - left.x());
        return left.y() + share * (right.y() - left.y());
      }
      left = right;
    }
    return left.y();
  }

  /** Whether it has one value everywhere. */
  public boolean isLevel() {
    return points.stream().allMatch(point -> point.y() == points.get(0).y());
  }

  private static String number(double value) {
    return value == 0 ? "0" : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}
