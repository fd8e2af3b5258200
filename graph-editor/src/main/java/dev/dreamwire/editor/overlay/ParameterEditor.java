package dev.dreamwire.editor.overlay;

import dev.dreamwire.api.node.Param;
import dev.dreamwire.editor.geometry.Field;
import dev.dreamwire.editor.geometry.NodeLayout;
import dev.dreamwire.editor.model.EditorModel;
import dev.dreamwire.editor.text.EditorTexts;
import dev.dreamwire.editor.text.TextSource;
import dev.dreamwire.runtime.graph.GraphEdit;
import dev.dreamwire.runtime.graph.PortRef;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Control;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;

/**
 * Edits a parameter where it stands on its node, with a real control laid over it. Enter takes the
 * value, Escape leaves it, Tab takes it and goes on to the node's next one that no wire drives.
 * Window thread only.
 */
final class ParameterEditor {
  private static final double LEAST_WIDTH = 120;
  private static final double LEAST_HEIGHT = 28;
  private static final double TEXT_WIDTH = 260;
  private static final double TEXT_HEIGHT = 120;
  private static final int MOST_LINES = 9;

  /** The field being edited. */
  private record Open(Field field, FieldControl with) {
    Control control() {
      return with.control();
    }
  }

  private final EditorModel model;
  private final Pane layer;
  private final Callout callout;
  private final TextSource names;
  private final EditorTexts texts;
  private final Runnable refocus;
  private final Consumer<Field> apart;
  private Optional<Open> open = Optional.empty();

  /**
   * Edits parameters of a model.
   *
   * @param refocus gives the keyboard back to the canvas
   * @param apart edits those of kinds that do not fit over their row
   */
  ParameterEditor(
      EditorModel model,
      Pane layer,
      Callout callout,
      TextSource names,
      EditorTexts texts,
      Runnable refocus,
      Consumer<Field> apart) {
    this.apart = apart;
    this.model = model;
    this.layer = layer;
    this.callout = callout;
    this.names = names;
    this.texts = texts;
    this.refocus = refocus;
  }

  /** Opens a control over a field, taking the value of one that is open. */
  void edit(Field field) {
    settle();
    Param.Kind kind = field.param().kind();
    Optional<PortRef> driver = field.driver(model.graph());
    if (driver.isPresent()) {
      refuse(field, driver.get());
    } else if (kind instanceof Param.FileKind || ValuePopup.fits(kind)) {
      apart.accept(field);
    } else {
      model.layout().node(field.node()).ifPresent(node -> open(field, node));
    }
  }

  private void refuse(Field field, PortRef driver) {
    Rectangle2D r = model.cameraProperty().get().toScreen(field.bounds());
    callout.refuse(texts.get("field.driven", driver), new Point2D(r.getMinX(), r.getMaxY()));
  }

  private void open(Field field, NodeLayout node) {
    Open made = new Open(field, FieldControl.of(node.face(), field.param(), names, this::settle));
    open = Optional.of(made);
    Control control = made.control();
    control.setAccessibleText(names.param(node.face().spec(), field.param()));
    control.getStyleClass().add("parameter-editor");
    control.setManaged(false);
    layer.getChildren().add(control);
    place(control, model.cameraProperty().get().toScreen(field.bounds()));
    control.addEventFilter(KeyEvent.KEY_PRESSED, event -> key(made, event));
    control.requestFocus();
    control
        .focusedProperty()
        .addListener(
            (seen, was, now) -> {
              if (!now && open.filter(o -> o == made).isPresent()) {
                settle();
              }
            });
  }

  private void place(Control control, Rectangle2D r) {
    double width = Math.max(LEAST_WIDTH, r.getWidth());
    double height = Math.max(LEAST_HEIGHT, r.getHeight());
    double top = r.getMinY() + (r.getHeight() - height) / 2;
    if (control instanceof ListView<?> list) {
      height = Math.min(MOST_LINES, list.getItems().size()) * FieldControl.LINE + 10;
      top = r.getMaxY() + 2;
      if (top + height > layer.getHeight()) {
        top = Math.max(4, r.getMinY() - 2 - height);
      }
    } else if (control instanceof TextArea) {
      width = Math.max(width, TEXT_WIDTH);
      height = TEXT_HEIGHT;
    }
    control.resizeRelocate(
        Math.round(r.getMinX()), Math.round(top), Math.round(width), Math.round(height));
  }

  private void key(Open made, KeyEvent event) {
    boolean lines = made.control() instanceof TextArea && !event.isShortcutDown();
    switch (event.getCode()) {
      case ESCAPE -> {
        close();
        refocus.run();
      }
      case ENTER -> {
        if (lines) {
          return;
        }
        take(made);
      }
      case TAB -> {
        if (take(made)) {
          next(made.field(), event.isShiftDown() ? -1 : 1).ifPresent(this::edit);
        }
      }
      default -> {
        return;
      }
    }
    event.consume();
  }

  /** Takes the value if it is allowed, else says what is. */
  private boolean take(Open made) {
    if (made.with().value().get().isEmpty()) {
      callout.refuse(
          hint(made.field().param().kind()),
          new Point2D(made.control().getLayoutX(), made.control().getLayoutY() + LEAST_HEIGHT));
      return false;
    }
    settle();
    refocus.run();
    return true;
  }

  private String hint(Param.Kind kind) {
    return switch (kind) {
      case Param.IntKind(long min, long max) ->
          texts.get("field.whole", String.valueOf(min), String.valueOf(max));
      case Param.FloatKind(double min, double max) ->
          texts.get("field.number", String.valueOf(min), String.valueOf(max));
      default -> throw new IllegalArgumentException("every text is allowed for " + kind);
    };
  }

  private Optional<Field> next(Field field, int way) {
    List<Field> fields =
        model.layout().node(field.node()).map(NodeLayout::fields).orElse(List.of()).stream()
            .filter(f -> f.driver(model.graph()).isEmpty())
            .toList();
    int at = fields.stream().map(Field::param).toList().indexOf(field.param()) + way;
    return at >= 0 && at < fields.size() ? Optional.of(fields.get(at)) : Optional.empty();
  }

  /** Takes the value of the open control, if there is one and it is allowed, and closes it. */
  void settle() {
    Optional<Open> ended = open;
    close();
    ended.ifPresent(made -> made.with().value().get().ifPresent(value -> set(made.field(), value)));
  }

  /** Makes a value the parameter's, as one step. */
  void set(Field field, Object value) {
    Optional<NodeLayout> node = model.layout().node(field.node());
    if (node.isPresent() && !Objects.equals(node.get().face().value(field.param()), value)) {
      model.seal();
      model.apply(new GraphEdit.SetParam(field.node(), field.param().name(), value));
      model.seal();
    }
  }

  private void close() {
    Optional<Open> ended = open;
    open = Optional.empty();
    ended.ifPresent(made -> layer.getChildren().remove(made.control()));
  }
}
