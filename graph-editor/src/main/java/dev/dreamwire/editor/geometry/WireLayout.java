package dev.dreamwire.editor.geometry;

import dev.dreamwire.api.node.PortType;
import dev.dreamwire.runtime.graph.Conversion;
import dev.dreamwire.runtime.graph.Wire;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;

/**
 * A wire where it is on the canvas.
 *
 * @param wire the wire
 * @param type what flows through it
 * @param feedback whether its value is used one frame later
 * @param path its way
 * @param via the points that it is led through
 * @param bounds of the way
 * @param lane y of the lane below the nodes that it goes back through, or {@link #NO_LANE}
 * @param conversion what it makes of its value, if it does not hand it on as it is
 */
public record WireLayout(
    Wire wire,
    PortType type,
    boolean feedback,
    WirePath path,
    List<Point2D> via,
    Rectangle2D bounds,
    double lane,
    Optional<Conversion> conversion) {
  /** The lane of a wire that goes straight to its end. */
  public static final double NO_LANE = Double.NaN;

  WireLayout(
      Wire wire,
      PortType type,
      boolean feedback,
      WirePath path,
      List<Point2D> via,
      double lane,
      Optional<Conversion> conversion) {
    this(wire, type, feedback, path, via, path.bounds(), lane, conversion);
  }

  /** Where the badge of a conversion is: half way of the last stretch, where no other mark is. */
  public Point2D badge() {
    return path.curves().getLast().at(0.5);
  }

  /** Whether it goes back below the nodes. */
  public boolean returns() {
    return !Double.isNaN(lane);
  }
}
