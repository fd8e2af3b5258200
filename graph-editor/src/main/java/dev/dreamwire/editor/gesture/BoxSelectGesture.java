package dev.dreamwire.editor.gesture;

import dev.dreamwire.editor.model.EditorModel;
import dev.dreamwire.editor.model.Sketch;
import java.util.HashSet;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;

/** Selects what a box touches; with Shift, besides what is selected already. */
final class BoxSelectGesture implements Gesture {
  private final EditorModel model;
  private final Point2D start;
  private final Set<String> before;
  private final Set<String> kept;

  BoxSelectGesture(EditorModel model, Pointer start) {
    this.model = model;
    this.start = start.world();
    this.before = model.selectionProperty().get();
    this.kept = start.shift() ? before : Set.of();
    model.select(kept);
  }

  @Override
  public void drag(Pointer pointer) {
    Rectangle2D area = between(start, pointer.world());
    Set<String> touched = new HashSet<>(kept);
    touched.addAll(model.layout().touching(area));
    model.sketchProperty().set(new Sketch.Marquee(area));
    if (!touched.equals(model.selectionProperty().get())) {
      model.select(touched);
    }
  }

  private static Rectangle2D between(Point2D a, Point2D b) {
    return new Rectangle2D(
        Math.min(a.getX(), b.getX()),
        Math.min(a.getY(), b.getY()),
        Math.abs(a.getX() - b.getX()),
        Math.abs(a.getY() - b.getY()));
  }

  @Override
  public void release(Pointer pointer) {
    model.sketchProperty().set(new Sketch.Nothing());
  }

  @Override
  public void cancel() {
    model.select(before);
    model.sketchProperty().set(new Sketch.Nothing());
  }
}
