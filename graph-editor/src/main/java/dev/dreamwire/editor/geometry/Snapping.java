package dev.dreamwire.editor.geometry;

import java.util.Collection;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;

/**
 * Where a moved node settles: in line with another node's edge if one is near, else on the grid.
 *
 * @param at the settled top left corner, in world units
 * @param column x of a line to show, if it is in line with another node
 * @param row y of a line to show, if it is in line with another node
 */
public record Snapping(Point2D at, Optional<Double> column, Optional<Double> row) {
  /** Distance of the grid's lines, in world units. */
  public static final double GRID = 10;

  /**
   * Settles a top left corner.
   *
   * @param corner where the pointer has brought it
   * @param others the nodes that stay
   * @param reach how near an edge must be to pull, in world units
   */
  public static Snapping of(Point2D corner, Collection<Rectangle2D> others, double reach) {
    Optional<Double> column =
        nearest(corner.getX(), others.stream().map(Rectangle2D::getMinX).toList(), reach);
    Optional<Double> row =
        nearest(corner.getY(), others.stream().map(Rectangle2D::getMinY).toList(), reach);
    return new Snapping(
        new Point2D(
            column.orElseGet(() -> onGrid(corner.getX())),
            row.orElseGet(() -> onGrid(corner.getY()))),
        column,
        row);
  }

  /** The grid line nearest to a coordinate. */
  public static double onGrid(double value) {
    return Math.round(value / GRID) * GRID;
  }

  private static Optional<Double> nearest(double value, Collection<Double> lines, double reach) {
    double best = reach;
    Double found = null;
    for (double line : lines) {
      if (Math.abs(line - value) < best) {
        best = Math.abs(line - value);
        found = line;
      }
    }
    return Optional.ofNullable(found);
  }
}
