package dev.dreamwire.editor.overlay;

import dev.dreamwire.editor.model.Annotations;
import dev.dreamwire.editor.model.EditorModel;
import dev.dreamwire.editor.text.EditorTexts;
import dev.dreamwire.runtime.graph.Annotation;
import dev.dreamwire.runtime.graph.Annotation.Kind;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;

/**
 * Edits the text of a frame or a comment in place. Enter takes it (in a comment with Ctrl), and so
 * does leaving the control; Escape does not. Window thread only.
 */
final class AnnotationEditor {
  private static final double LEAST_WIDTH = 180;
  private static final double LINE = 30;

  private final EditorModel model;
  private final EditorTexts texts;
  private final TextInPlace place;

  AnnotationEditor(EditorModel model, TextInPlace place, EditorTexts texts) {
    this.model = model;
    this.place = place;
    this.texts = texts;
  }

  void edit(Annotation annotation) {
    boolean frame = annotation.kind() == Kind.FRAME;
    TextInputControl control =
        frame ? new TextField(annotation.text()) : wrapped(annotation.text());
    control.setAccessibleText(texts.get(frame ? "annotation.title" : "annotation.text"));
    control.setPromptText(control.getAccessibleText());
    place.open(control, room(annotation), !frame, text -> write(annotation.id(), text));
  }

  private static TextArea wrapped(String text) {
    TextArea area = new TextArea(text);
    area.setWrapText(true);
    return area;
  }

  private Rectangle2D room(Annotation annotation) {
    Annotation.Area area = annotation.area();
    Point2D corner = model.cameraProperty().get().toScreen(new Point2D(area.x(), area.y()));
    double zoom = model.cameraProperty().get().zoom();
    boolean frame = annotation.kind() == Kind.FRAME;
    return new Rectangle2D(
        corner.getX(),
        corner.getY(),
        Math.max(LEAST_WIDTH, area.width() * zoom),
        frame ? LINE : Math.max(3 * LINE, area.height() * zoom));
  }

  private void write(String id, String text) {
    Annotation now = model.graph().annotations().get(id);
    if (now != null) {
      model.seal();
      model.apply(Annotations.put("edit.writeAnnotation", now.withText(text)));
      model.seal();
    }
  }
}
