package dev.dreamwire.editor.control;

import dev.dreamwire.api.node.Curve.Point;
import dev.dreamwire.api.node.Param;
import dev.dreamwire.editor.text.ValueText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.shape.Line;

/** What a curve is drawn on: rules, the ends of both ranges, and where a value lies. */
final class CurveGround {
  private static final double MARGIN = 8;
  private static final double SCALE = 16;

  private final Param.CurveKind kind;
  private final List<Line> rules = new ArrayList<>();
  private final List<Label> scale = new ArrayList<>();
  private double width;
  private double height;

  CurveGround(Param.CurveKind kind) {
    this.kind = kind;
    for (int i = 0; i < 6; i++) {
      Line rule = new Line();
      rule.getStyleClass().add("curve-grid");
      rules.add(rule);
    }
    for (double bound : new double[] {kind.maxY(), kind.minY(), kind.minX(), kind.maxX()}) {
      Label label = new Label(ValueText.number(bound));
      label.getStyleClass().add("curve-scale");
      label.setMouseTransparent(true);
      scale.add(label);
    }
  }

  /** What is drawn. */
  List<Node> nodes() {
    return Stream.<Node>concat(rules.stream(), scale.stream()).toList();
  }

  /** How much room there is from now on. */
  void resize(double newWidth, double newHeight) {
    width = newWidth;
    height = newHeight;
    for (int i = 0; i < 3; i++) {
      double x = left() + i * (right() - left()) / 2;
      double y = MARGIN + i * (bottom() - MARGIN) / 2;
      put(rules.get(i), x, MARGIN, x, bottom());
      put(rules.get(3 + i), left(), y, right(), y);
    }
    double middle = SCALE / 2;
    put(scale.get(0), left() - 4 - scale.get(0).prefWidth(-1), MARGIN - middle + 3);
    put(scale.get(1), left() - 4 - scale.get(1).prefWidth(-1), bottom() - middle - 3);
    put(scale.get(2), left(), bottom() + 2);
    put(scale.get(3), right() - scale.get(3).prefWidth(-1), bottom() + 2);
  }

  /** How far along both ranges a place is; beyond 0..1 outside of them. */
  Point2D shares(Point2D at) {
    return new Point2D(
        (at.getX() - left()) / (right() - left()), (bottom() - at.getY()) / (bottom() - MARGIN));
  }

  /** Where a point is. */
  Point2D place(Point point) {
    double across = (point.x() - kind.minX()) / (kind.maxX() - kind.minX());
    double up = (point.y() - kind.minY()) / (kind.maxY() - kind.minY());
    return new Point2D(left() + across * (right() - left()), bottom() - up * (bottom() - MARGIN));
  }

  double left() {
    return MARGIN + Math.max(scale.get(0).prefWidth(-1), scale.get(1).prefWidth(-1)) + 4;
  }

  double right() {
    return width - MARGIN;
  }

  double bottom() {
    return height - SCALE - 4;
  }

  private static void put(Line rule, double fromX, double fromY, double toX, double toY) {
    rule.setStartX(Math.round(fromX));
    rule.setStartY(Math.round(fromY));
    rule.setEndX(Math.round(toX));
    rule.setEndY(Math.round(toY));
  }

  private static void put(Label label, double x, double y) {
    label.resizeRelocate(x, y, label.prefWidth(-1), SCALE);
  }
}
