package dev.dreamwire.editor.gesture;

import dev.dreamwire.api.node.Param;
import dev.dreamwire.editor.geometry.Field;
import dev.dreamwire.editor.geometry.NodeFace;
import dev.dreamwire.editor.model.EditorModel;
import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.GraphEdit;
import java.util.Set;
import javafx.scene.Cursor;

/** Drags a number up and down its range, ten times finer with Shift. Each move is heard at once. */
final class ScrubGesture implements Gesture {
  private final EditorModel model;
  private final Field field;
  private final Object before;
  private final double value;
  private final Pointer start;
  private boolean dragging;

  ScrubGesture(EditorModel model, Field field, NodeFace face, Pointer start) {
    this.model = model;
    this.field = field;
    this.before = face.node().params().get(field.param().name());
    this.value =
        face.value(field.param()) instanceof Number number
            ? number.doubleValue()
            : ((Number) field.param().defaultValue()).doubleValue();
    this.start = start;
    model.select(Set.of(field.node()));
    model.seal();
  }

  @Override
  public void drag(Pointer pointer) {
    dragging |= pointer.screen().distance(start.screen()) > THRESHOLD;
    if (dragging) {
      double pixels = pointer.screen().getX() - start.screen().getX();
      double width = field.bounds().getWidth() * model.cameraProperty().get().zoom();
      double share = pixels / width * (pointer.shift() ? 0.1 : 1);
      set(Scrub.moved(field.param().kind(), value, share));
    }
  }

  private void set(Object next) {
    model.apply(new GraphEdit.SetParam(field.node(), field.param().name(), next));
  }

  @Override
  public void release(Pointer pointer) {
    model.seal();
  }

  @Override
  public void cancel() {
    if (dragging) {
      set(before);
    }
    model.seal();
  }

  @Override
  public Cursor cursor() {
    return Cursor.H_RESIZE;
  }

  /** Whether a field is scrubbed: it is a number, and no wire drives it. */
  static boolean fits(Field field, Graph graph) {
    Param.Kind kind = field.param().kind();
    return (kind instanceof Param.IntKind || kind instanceof Param.FloatKind)
        && field.driver(graph).isEmpty();
  }
}
