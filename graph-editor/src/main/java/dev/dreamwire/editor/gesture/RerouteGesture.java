package dev.dreamwire.editor.gesture;

import dev.dreamwire.editor.geometry.Hit;
import dev.dreamwire.editor.geometry.Snapping;
import dev.dreamwire.editor.model.EditorModel;
import dev.dreamwire.editor.model.Reroutes;
import dev.dreamwire.runtime.graph.GraphEdit;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;

/** Moves a point that a wire is led through, settling it on the grid (not with Alt held). */
final class RerouteGesture implements Gesture {
  private final EditorModel model;
  private final Hit.OnReroute pressed;
  private final Pointer start;
  private Optional<GraphEdit> edit = Optional.empty();

  RerouteGesture(EditorModel model, Hit.OnReroute pressed, Pointer start) {
    this.model = model;
    this.pressed = pressed;
    this.start = start;
    model.select(pressed.wire());
  }

  @Override
  public void drag(Pointer pointer) {
    if (edit.isEmpty() && pointer.screen().distance(start.screen()) <= THRESHOLD) {
      return;
    }
    Point2D to = pointer.alt() ? pointer.world() : settled(pointer.world());
    edit = Optional.of(Reroutes.move(model.graph(), pressed.wire(), pressed.index(), to));
    model.preview(edit.get());
  }

  private static Point2D settled(Point2D point) {
    return new Point2D(
        Math.round(point.getX() / Snapping.GRID) * Snapping.GRID,
        Math.round(point.getY() / Snapping.GRID) * Snapping.GRID);
  }

  @Override
  public void release(Pointer pointer) {
    model.seal();
    edit.ifPresent(model::apply);
    model.seal();
  }

  @Override
  public void cancel() {
    model.endPreview();
  }

  @Override
  public Cursor cursor() {
    return Cursor.MOVE;
  }
}
