package dev.dreamwire.editor.control;

import dev.dreamwire.api.node.Colour;
import dev.dreamwire.api.node.Curve;
import dev.dreamwire.api.node.Param;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Polyline;

/** Small pictures of values that say more than words, for tables. */
public final class ValueGraphic {
  private static final double WIDTH = 44;
  private static final double HEIGHT = 14;

  private ValueGraphic() {}

  /** The picture of a value; empty for kinds without one and for what is not allowed. */
  public static Optional<Node> of(Param.Kind kind, Object value) {
    if (kind.problem(value) != null) {
      return Optional.empty();
    }
    return switch (kind) {
      case Param.ColourKind colour -> Optional.of(swatch(Colour.parse((String) value)));
      case Param.CurveKind range -> Optional.of(curve(range, Curve.parse((String) value)));
      default -> Optional.empty();
    };
  }

  private static Node swatch(Colour colour) {
    Region swatch = new Region();
    ControlStyle.dress(swatch, "colour-swatch");
    swatch.setStyle("-fx-background-color: " + colour.text() + ";");
    swatch.setMinSize(HEIGHT, HEIGHT);
    swatch.setPrefSize(HEIGHT, HEIGHT);
    swatch.setMaxSize(HEIGHT, HEIGHT);
    return swatch;
  }

  private static Node curve(Param.CurveKind kind, Curve curve) {
    Polyline line = new Polyline();
    line.getStyleClass().add("curve-line");
    for (Point2D at : line(kind, curve)) {
      line.getPoints().addAll(1 + at.getX() * (WIDTH - 2), 1 + at.getY() * (HEIGHT - 2));
    }
    Pane room = new Pane(line);
    ControlStyle.dress(room, "curve-small");
    room.setMinSize(WIDTH, HEIGHT);
    room.setMaxSize(WIDTH, HEIGHT);
    return room;
  }

  /** The corners of a curve in a box of size 1, from left to right, y down. */
  public static List<Point2D> line(Param.CurveKind kind, Curve curve) {
    List<Point2D> out = new ArrayList<>();
    out.add(at(kind, kind.minX(), curve.at(kind.minX())));
    for (Curve.Point point : curve.points()) {
      out.add(at(kind, point.x(), point.y()));
    }
    out.add(at(kind, kind.maxX(), curve.at(kind.maxX())));
    return out;
  }

  private static Point2D at(Param.CurveKind kind, double x, double y) {
    return new Point2D(
        (x - kind.minX()) / (kind.maxX() - kind.minX()),
        (kind.maxY() - y) / (kind.maxY() - kind.minY()));
  }
}
