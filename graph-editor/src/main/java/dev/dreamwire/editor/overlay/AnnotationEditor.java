package dev.dreamwire.editor.overlay;

import dev.dreamwire.editor.model.Annotations;
import dev.dreamwire.editor.model.EditorModel;
import dev.dreamwire.editor.text.EditorTexts;
import dev.dreamwire.runtime.graph.Annotation;
import dev.dreamwire.runtime.graph.Annotation.Kind;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;

/**
 * Edits the text of a frame or a comment in place. Enter takes it (in a comment with Ctrl), and so
 * does leaving the control; Escape does not. Window thread only.
 */
final class AnnotationEditor {
  private static final double LEAST_WIDTH = 180;
  private static final double LINE = 30;

  private record Open(Annotation annotation, TextInputControl control) {}

  private final EditorModel model;
  private final Pane layer;
  private final EditorTexts texts;
  private final Runnable refocus;
  private Optional<Open> open = Optional.empty();

  AnnotationEditor(EditorModel model, Pane layer, EditorTexts texts, Runnable refocus) {
    this.model = model;
    this.layer = layer;
    this.texts = texts;
    this.refocus = refocus;
  }

  void edit(Annotation annotation) {
    boolean frame = annotation.kind() == Kind.FRAME;
    TextInputControl control =
        frame ? new TextField(annotation.text()) : wrapped(annotation.text());
    Open made = new Open(annotation, control);
    open = Optional.of(made);
    control.setAccessibleText(texts.get(frame ? "annotation.title" : "annotation.text"));
    control.setPromptText(control.getAccessibleText());
    control.getStyleClass().add("parameter-editor");
    control.setManaged(false);
    layer.getChildren().add(control);
    place(annotation, control);
    control.addEventFilter(KeyEvent.KEY_PRESSED, event -> key(frame, event));
    control.requestFocus();
    control.selectAll();
    control
        .focusedProperty()
        .addListener(
            (seen, was, now) -> {
              if (!now && open.filter(o -> o == made).isPresent()) {
                settle();
              }
            });
  }

  private static TextArea wrapped(String text) {
    TextArea area = new TextArea(text);
    area.setWrapText(true);
    return area;
  }

  private void place(Annotation annotation, TextInputControl control) {
    Annotation.Area area = annotation.area();
    Point2D corner = model.cameraProperty().get().toScreen(new Point2D(area.x(), area.y()));
    double zoom = model.cameraProperty().get().zoom();
    double height = control instanceof TextArea ? Math.max(3 * LINE, area.height() * zoom) : LINE;
    control.resizeRelocate(
        Math.round(corner.getX()),
        Math.round(corner.getY()),
        Math.round(Math.max(LEAST_WIDTH, area.width() * zoom)),
        Math.round(height));
  }

  private void key(boolean frame, KeyEvent event) {
    boolean takes = event.getCode() == KeyCode.ENTER && (frame || event.isShortcutDown());
    if (event.getCode() == KeyCode.ESCAPE) {
      close();
    } else if (takes) {
      settle();
    } else {
      return;
    }
    refocus.run();
    event.consume();
  }

  /** Takes the text of the open control, if there is one, and closes it. */
  void settle() {
    Optional<Open> ended = open;
    close();
    ended
        .filter(made -> model.graph().annotations().containsKey(made.annotation().id()))
        .ifPresent(
            made -> {
              model.seal();
              model.apply(
                  Annotations.put(
                      "edit.writeAnnotation",
                      model
                          .graph()
                          .annotations()
                          .get(made.annotation().id())
                          .withText(made.control().getText())));
              model.seal();
            });
  }

  private void close() {
    Optional<Open> ended = open;
    open = Optional.empty();
    ended.ifPresent(made -> layer.getChildren().remove(made.control()));
  }
}
