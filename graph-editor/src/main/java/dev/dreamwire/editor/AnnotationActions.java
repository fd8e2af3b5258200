package dev.dreamwire.editor;

import dev.dreamwire.editor.command.AnnotationCommands;
import dev.dreamwire.editor.model.Annotations;
import dev.dreamwire.editor.model.EditorModel;
import dev.dreamwire.runtime.graph.Annotation;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Point2D;

/** Makes frames and comments, and has their text written at once. */
final class AnnotationActions implements AnnotationCommands {
  private final EditorModel model;
  private final Supplier<Point2D> pointer;
  private final Consumer<Annotation> write;

  /**
   * Acts on a model.
   *
   * @param pointer where something new comes to be, in pixels
   * @param write edits the text of an annotation in place
   */
  AnnotationActions(EditorModel model, Supplier<Point2D> pointer, Consumer<Annotation> write) {
    this.model = model;
    this.pointer = pointer;
    this.write = write;
  }

  @Override
  public void frame() {
    add(
        "edit.addFrame",
        Annotations.frame(
            model.graph(), model.layout().bounds(model.selectionProperty().get()), at()));
  }

  @Override
  public void comment() {
    add("edit.addComment", Annotations.comment(model.graph(), at()));
  }

  private Point2D at() {
    return model.cameraProperty().get().toWorld(pointer.get());
  }

  private void add(String label, Annotation annotation) {
    model.seal();
    model.apply(Annotations.put(label, annotation));
    model.seal();
    model.select(annotation);
    write.accept(annotation);
  }
}
