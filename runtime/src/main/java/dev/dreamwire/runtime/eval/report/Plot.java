package dev.dreamwire.runtime.eval.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * Curves over a common axis.
 *
 * @param id within its section
 * @param x word for what goes to the right
 * @param y word for what goes up
 * @param logarithmic whether x grows by factors
 * @param curves in the order of the legend
 * @param band values that are good or real, from low to high; null for none
 */
public record Plot(
    String id,
    String x,
    String y,
    boolean logarithmic,
    List<Curve> curves,
    @JsonInclude(JsonInclude.Include.NON_NULL) Estimate.Interval band) {
  /**
   * A line.
   *
   * @param name a word
   * @param points from the left
   */
  public record Curve(String name, List<Point> points) {
    public Curve {
      points = List.copyOf(points);
    }
  }

  /** A place on a line, and how sure it is. */
  public record Point(double x, Estimate y) {}

  public Plot {
    curves = List.copyOf(curves);
  }
}
