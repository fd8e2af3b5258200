package dev.dreamwire.editor.gesture;

import dev.dreamwire.editor.geometry.Camera;
import dev.dreamwire.editor.model.EditorModel;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;

/** Drags the ground. */
final class PanGesture implements Gesture {
  private final EditorModel model;
  private final Camera before;
  private final Point2D start;

  PanGesture(EditorModel model, Pointer start) {
    this.model = model;
    this.before = model.cameraProperty().get();
    this.start = start.screen();
  }

  @Override
  public void drag(Pointer pointer) {
    Point2D way = pointer.screen().subtract(start);
    model.cameraProperty().set(before.dragged(way.getX(), way.getY()));
  }

  @Override
  public void release(Pointer pointer) {
    drag(pointer);
  }

  @Override
  public void cancel() {
    model.cameraProperty().set(before);
  }

  @Override
  public Cursor cursor() {
    return Cursor.CLOSED_HAND;
  }
}
