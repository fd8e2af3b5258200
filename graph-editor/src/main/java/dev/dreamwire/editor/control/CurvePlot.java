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
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;

/**
 * A curve whose points are dragged. A double click makes a point, the other mouse button takes one
 * away; with the keyboard, Tab goes from point to point, arrows move (further with Shift), Insert
 * or plus makes one and Delete takes one away. Window thread only.
 */
final class CurvePlot extends Pane {
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
  private final CurveGround ground;
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
    ground = new CurveGround(kind);
    getChildren().addAll(area, line);
    getChildren().addAll(0, ground.nodes());
    area.setMouseTransparent(true);
    line.setMouseTransparent(true);
    setMinSize(120, 80);
    setPrefSize(280, 150);
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
    addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
    show(new Curve(List.of(new Point(kind.minX(), kind.minY()))));
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
    Point2D shares = ground.shares(at);
    return new Point(x(kind.minX(), shares.getX()), y(kind.minY(), shares.getY()));
  }

  @Override
  protected void layoutChildren() {
    ground.resize(getWidth(), getHeight());
    Point2D first = ground.place(curve.points().getFirst());
    Point2D last = ground.place(curve.points().getLast());
    List<Double> ends = new ArrayList<>(List.of(ground.left(), first.getY()));
    curve.points().stream()
        .map(ground::place)
        .forEach(p -> ends.addAll(List.of(p.getX(), p.getY())));
    ends.addAll(List.of(ground.right(), last.getY()));
    line.getPoints().setAll(ends);
    ends.addAll(List.of(ground.right(), ground.bottom(), ground.left(), ground.bottom()));
    area.getPoints().setAll(ends);
    for (int i = 0; i < handles.size(); i++) {
      Point2D at = ground.place(curve.points().get(i));
      handles.get(i).resizeRelocate(at.getX() - HANDLE / 2, at.getY() - HANDLE / 2, HANDLE, HANDLE);
    }
  }

  @Override
  public void requestFocus() {
    handles.getFirst().requestFocus();
  }
}
