package dev.dreamwire.editor.control;

import dev.dreamwire.api.node.Curve;
import dev.dreamwire.api.node.Curve.Point;
import dev.dreamwire.api.node.Param;
import dev.dreamwire.editor.gesture.Scrub;
import dev.dreamwire.editor.text.EditorTexts;
import dev.dreamwire.editor.text.ValueText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;

/**
 * A curve whose points are dragged. A double click makes a point, the other mouse button takes one
 * away; with the keyboard, Tab goes from point to point, arrows move (further with Shift), Insert
 * or plus makes one and Delete takes one away. Window thread only.
 */
final class CurvePlot extends Pane {
  private static final double MARGIN = 8;
  private static final double SCALE = 16;
  private static final double HANDLE = 11;
  private static final double STEP = 0.01;
  private static final double LEAP = 0.1;

  /** How near each other points may come, as a share of the range. */
  private static final double APART = 0.005;

  private final Param.CurveKind kind;
  private final EditorTexts texts;
  private final ValueEdits edits;
  private final Polygon area = new Polygon();
  private final Polyline line = new Polyline();
  private final List<Line> grid = new ArrayList<>();
  private final List<Label> scale = new ArrayList<>();
  private final List<Region> handles = new ArrayList<>();
  private Curve curve;
  private Optional<Region> held = Optional.empty();

  CurvePlot(Param.CurveKind kind, EditorTexts texts, ValueEdits edits) {
    this.kind = kind;
    this.texts = texts;
    this.edits = edits;
    getStyleClass().add("curve-plot");
    setAccessibleRole(AccessibleRole.PARENT);
    area.getStyleClass().add("curve-area");
    line.getStyleClass().add("curve-line");
    for (int i = 0; i < 6; i++) {
      Line rule = new Line();
      rule.getStyleClass().add("curve-grid");
      grid.add(rule);
    }
    for (double bound : new double[] {kind.maxY(), kind.minY(), kind.minX(), kind.maxX()}) {
      Label label = new Label(ValueText.number(bound));
      label.getStyleClass().add("curve-scale");
      label.setMouseTransparent(true);
      scale.add(label);
    }
    getChildren().addAll(grid);
    getChildren().addAll(area, line);
    getChildren().addAll(scale);
    area.setMouseTransparent(true);
    line.setMouseTransparent(true);
    setMinSize(120, 80);
    setPrefSize(280, 150);
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
    addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
    show(Curve.level(Math.clamp(0, kind.minY(), kind.maxY())));
  }

  /** The curve as it is drawn. */
  Curve curve() {
    return curve;
  }

  /** Draws another curve. */
  void show(Curve next) {
    curve = next;
    while (handles.size() > next.points().size()) {
      getChildren().remove(handles.removeLast());
    }
    while (handles.size() < next.points().size()) {
      Region handle = handle();
      handles.add(handle);
      getChildren().add(handle);
    }
    for (int i = 0; i < handles.size(); i++) {
      Point point = next.points().get(i);
      handles
          .get(i)
          .setAccessibleText(
              texts.get(
                  "curve.point",
                  i + 1,
                  handles.size(),
                  ValueText.number(point.x()),
                  ValueText.number(point.y())));
    }
    requestLayout();
  }

  private Region handle() {
    Region handle = new Region();
    handle.getStyleClass().add("curve-handle");
    handle.setFocusTraversable(true);
    handle.setAccessibleRole(AccessibleRole.BUTTON);
    handle.addEventHandler(
        MouseEvent.MOUSE_PRESSED,
        press -> {
          handle.requestFocus();
          if (press.getButton() == MouseButton.PRIMARY) {
            held = Optional.of(handle);
          } else if (press.getButton() == MouseButton.SECONDARY) {
            remove(handles.indexOf(handle));
          }
          press.consume();
        });
    handle.addEventHandler(KeyEvent.KEY_PRESSED, event -> key(handles.indexOf(handle), event));
    return handle;
  }

  private void pressed(MouseEvent press) {
    if (press.getClickCount() == 2 && press.getButton() == MouseButton.PRIMARY) {
      add(value(new Point2D(press.getX(), press.getY())));
    }
    press.consume();
  }

  private void dragged(MouseEvent drag) {
    held.map(handles::indexOf)
        .filter(at -> at >= 0)
        .ifPresent(
            at -> {
              move(at, value(sceneToLocal(drag.getSceneX(), drag.getSceneY())));
              edits.preview(curve.text());
            });
    drag.consume();
  }

  private void released(MouseEvent release) {
    if (held.isPresent() && release.getButton() == MouseButton.PRIMARY) {
      held = Optional.empty();
      edits.take(curve.text());
    }
    release.consume();
  }

  private void key(int at, KeyEvent event) {
    double by = event.isShiftDown() ? LEAP : STEP;
    switch (event.getCode()) {
      case LEFT -> nudge(at, -by, 0);
      case RIGHT -> nudge(at, by, 0);
      case UP -> nudge(at, 0, by);
      case DOWN -> nudge(at, 0, -by);
      case INSERT, PLUS, ADD, EQUALS -> add(beside(at));
      case DELETE, BACK_SPACE -> remove(at);
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void nudge(int at, double across, double up) {
    Point point = curve.points().get(at);
    move(at, new Point(x(point.x(), across), y(point.y(), up)));
    edits.take(curve.text());
  }

  /** Halfway to the next point, or to the one before the last. */
  private Point beside(int at) {
    List<Point> points = curve.points();
    double here = points.get(at).x();
    double there =
        at + 1 < points.size()
            ? points.get(at + 1).x()
            : here < kind.maxX() ? kind.maxX() : at > 0 ? points.get(at - 1).x() : kind.minX();
    double x = x((here + there) / 2, 0);
    return new Point(x, y(curve.at(x), 0));
  }

  private void add(Point point) {
    List<Point> points = new ArrayList<>(curve.points());
    int at = 0;
    while (at < points.size() && points.get(at).x() < point.x()) {
      at++;
    }
    boolean crowded = points.stream().anyMatch(p -> Math.abs(p.x() - point.x()) < APART * width());
    if (crowded || points.size() == Curve.MOST_POINTS) {
      return;
    }
    points.add(at, point);
    show(new Curve(points));
    handles.get(at).requestFocus();
    edits.take(curve.text());
  }

  private void remove(int at) {
    if (curve.points().size() > 1) {
      List<Point> points = new ArrayList<>(curve.points());
      points.remove(at);
      show(new Curve(points));
      handles.get(Math.min(at, handles.size() - 1)).requestFocus();
      edits.take(curve.text());
    }
  }

  /** Moves a point no further than between its neighbours. */
  private void move(int at, Point to) {
    List<Point> points = new ArrayList<>(curve.points());
    double apart = APART * width();
    double least = at == 0 ? kind.minX() : points.get(at - 1).x() + apart;
    double most = at + 1 == points.size() ? kind.maxX() : points.get(at + 1).x() - apart;
    if (least <= most) {
      points.set(at, new Point(Math.clamp(to.x(), least, most), to.y()));
      show(new Curve(points));
    }
  }

  private double width() {
    return kind.maxX() - kind.minX();
  }

  private double x(double value, double share) {
    return (Double) Scrub.moved(new Param.FloatKind(kind.minX(), kind.maxX()), value, share);
  }

  private double y(double value, double share) {
    return (Double) Scrub.moved(new Param.FloatKind(kind.minY(), kind.maxY()), value, share);
  }

  private Point value(Point2D at) {
    double across = (at.getX() - left()) / (right() - left());
    double up = (bottom() - at.getY()) / (bottom() - MARGIN);
    return new Point(x(kind.minX(), across), y(kind.minY(), up));
  }

  private Point2D place(Point point) {
    double across = (point.x() - kind.minX()) / width();
    double up = (point.y() - kind.minY()) / (kind.maxY() - kind.minY());
    return new Point2D(left() + across * (right() - left()), bottom() - up * (bottom() - MARGIN));
  }

  private double left() {
    return MARGIN + Math.max(scale.get(0).prefWidth(-1), scale.get(1).prefWidth(-1)) + 4;
  }

  private double right() {
    return getWidth() - MARGIN;
  }

  private double bottom() {
    return getHeight() - SCALE - 4;
  }

  @Override
  protected void layoutChildren() {
    Point2D first = place(curve.points().getFirst());
    Point2D last = place(curve.points().getLast());
    List<Double> ends = new ArrayList<>(List.of(left(), first.getY()));
    curve.points().stream().map(this::place).forEach(p -> ends.addAll(List.of(p.getX(), p.getY())));
    ends.addAll(List.of(right(), last.getY()));
    line.getPoints().setAll(ends);
    ends.addAll(List.of(right(), bottom(), left(), bottom()));
    area.getPoints().setAll(ends);
    for (int i = 0; i < 3; i++) {
      double x = left() + i * (right() - left()) / 2;
      double y = MARGIN + i * (bottom() - MARGIN) / 2;
      put(grid.get(i), x, MARGIN, x, bottom());
      put(grid.get(3 + i), left(), y, right(), y);
    }
    double middle = SCALE / 2;
    put(scale.get(0), left() - 4 - scale.get(0).prefWidth(-1), MARGIN - middle + 3);
    put(scale.get(1), left() - 4 - scale.get(1).prefWidth(-1), bottom() - middle - 3);
    put(scale.get(2), left(), bottom() + 2);
    put(scale.get(3), right() - scale.get(3).prefWidth(-1), bottom() + 2);
    for (int i = 0; i < handles.size(); i++) {
      Point2D at = place(curve.points().get(i));
      handles.get(i).resizeRelocate(at.getX() - HANDLE / 2, at.getY() - HANDLE / 2, HANDLE, HANDLE);
    }
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

  @Override
  public void requestFocus() {
    handles.getFirst().requestFocus();
  }
}
