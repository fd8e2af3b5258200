package dev.dreamwire.editor.gesture;

import dev.dreamwire.editor.geometry.GraphLayout;
import dev.dreamwire.editor.geometry.Hit;
import dev.dreamwire.editor.geometry.Snapping;
import dev.dreamwire.editor.model.Annotations;
import dev.dreamwire.editor.model.EditorModel;
import dev.dreamwire.runtime.graph.Annotation;
import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.GraphEdit;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;

/** Moves a frame with what lies in it, or a comment; by its corner it is resized. */
final class AnnotationGesture implements Gesture {
  private final EditorModel model;
  private final Annotation pressed;
  private final boolean corner;
  private final Pointer start;
  private final Graph graph;
  private final GraphLayout layout;
  private Optional<GraphEdit> edit = Optional.empty();

  AnnotationGesture(EditorModel model, Hit.OnAnnotation hit, Pointer start) {
    this.model = model;
    this.pressed = hit.annotation();
    this.corner = hit.corner();
    this.start = start;
    this.graph = model.graph();
    this.layout = model.layout();
    model.select(pressed);
  }

  @Override
  public void drag(Pointer pointer) {
    if (edit.isEmpty() && pointer.screen().distance(start.screen()) <= THRESHOLD) {
      return;
    }
    Point2D way = pointer.world().subtract(start.world());
    edit =
        Optional.of(
            corner
                ? Annotations.resize(pressed, way.getX(), way.getY())
                : Annotations.move(
                    graph,
                    layout,
                    pressed,
                    settled(way.getX(), pointer),
                    settled(way.getY(), pointer)));
    model.preview(edit.get());
  }

  private static double settled(double way, Pointer pointer) {
    return pointer.alt() ? way : Math.round(way / Snapping.GRID) * Snapping.GRID;
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
    return corner ? Cursor.SE_RESIZE : Cursor.MOVE;
  }
}
