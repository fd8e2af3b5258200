package dev.dreamwire.editor.overlay;

import dev.dreamwire.api.node.Param;
import dev.dreamwire.editor.geometry.Field;
import dev.dreamwire.editor.geometry.NodeFace;
import dev.dreamwire.editor.geometry.NodeLayout;
import dev.dreamwire.editor.gesture.Scrub;
import dev.dreamwire.editor.model.EditorModel;
import dev.dreamwire.editor.text.EditorTexts;
import dev.dreamwire.editor.text.TextSource;
import dev.dreamwire.runtime.graph.GraphEdit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Control;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;

/**
 * Edits a parameter where it stands on its node, with a real control laid over it. Enter takes the
 * value, Escape leaves it, Tab takes it and goes on to the node's next one. Window thread only.
 */
final class ParameterEditor {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
  private static final double LEAST_WIDTH = 120;
  private static final double LEAST_HEIGHT = 28;
  private static final double LINE = 28;
  private static final int MOST_LINES = 9;

  /** The control that is open, and how its value is read; empty while it says nothing allowed. */
  private record Open(Field field, Control control, Supplier<Optional<Object>> value) {}

  private final EditorModel model;
  private final Pane layer;
  private final Callout callout;
  private final TextSource names;
  private final EditorTexts texts;
  private final Runnable refocus;
  private Optional<Open> open = Optional.empty();

  ParameterEditor(
      EditorModel model,
      Pane layer,
      Callout callout,
      TextSource names,
      EditorTexts texts,
      Runnable refocus) {
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
    model
        .layout()
        .node(field.node())
        .ifPresent(
            node -> {
              Open made = make(field, node.face());
              open = Optional.of(made);
              place(made);
            });
  }

  private void place(Open made) {
    Control control = made.control();
    Rectangle2D r = model.cameraProperty().get().toScreen(made.field().bounds());
    double width = Math.max(LEAST_WIDTH, r.getWidth());
    double height = Math.max(LEAST_HEIGHT, r.getHeight());
    double top = r.getMinY() + (r.getHeight() - height) / 2;
    if (control instanceof ListView<?> list) {
      height = Math.min(MOST_LINES, list.getItems().size()) * LINE + 10;
      top = r.getMaxY() + 2;
      if (top + height > layer.getHeight()) {
        top = Math.max(4, r.getMinY() - 2 - height);
      }
    } else if (control instanceof TextArea) {
      width = Math.max(width, 260);
      height = 120;
    }
    control.setAccessibleText(label(made.field()));
    control.getStyleClass().add("parameter-editor");
    control.setManaged(false);
    layer.getChildren().add(control);
    control.resizeRelocate(
        Math.round(r.getMinX()), Math.round(top), Math.round(width), Math.round(height));
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

  private String label(Field field) {
    return model
        .layout()
        .node(field.node())
        .map(n -> names.param(n.face().spec(), field.param()))
        .orElse(field.param().name());
  }

  private Open make(Field field, NodeFace face) {
    Param param = field.param();
    Object value = face.value(param);
    return switch (param.kind()) {
      case Param.IntKind kind -> number(field, value);
      case Param.FloatKind kind -> number(field, value);
      case Param.ChoiceKind(List<String> choices) -> choice(field, face, choices, value);
      case Param.BoolKind kind -> {
        CheckBox box = new CheckBox(label(field));
        box.setSelected(Boolean.TRUE.equals(value));
        yield new Open(field, box, () -> Optional.of(box.isSelected()));
      }
      case Param.TextKind(boolean multiline) ->
          text(field, multiline ? new TextArea() : new TextField(), value);
      case Param.FileKind kind -> text(field, new TextField(), value);
    };
  }

  private Open text(Field field, TextInputControl control, Object value) {
    control.setText(String.valueOf(value));
    control.selectAll();
    return new Open(field, control, () -> Optional.of(control.getText()));
  }

  private Open number(Field field, Object value) {
    TextField control = new TextField(String.valueOf(value));
    control.selectAll();
    control
        .textProperty()
        .addListener(
            typed ->
                control.pseudoClassStateChanged(
                    WRONG, parse(field.param().kind(), control.getText()).isEmpty()));
    control.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          int steps =
              event.getCode() == KeyCode.UP ? 1 : event.getCode() == KeyCode.DOWN ? -1 : 0;
          if (steps != 0) {
            step(field.param().kind(), control, event.isShiftDown() ? 10 * steps : steps);
            event.consume();
          }
        });
    return new Open(field, control, () -> parse(field.param().kind(), control.getText()));
  }

  private static void step(Param.Kind kind, TextField control, int steps) {
    parse(kind, control.getText())
        .ifPresent(
            value -> {
              control.setText(
                  String.valueOf(Scrub.stepped(kind, ((Number) value).doubleValue(), steps)));
              control.selectAll();
            });
  }

  private static Optional<Object> parse(Param.Kind kind, String text) {
    try {
      String number = text.strip().replace(',', '.');
      Object value =
          kind instanceof Param.IntKind
              ? (Object) Long.valueOf(number)
              : (Object) Double.valueOf(number);
      return kind.problem(value) == null ? Optional.of(value) : Optional.empty();
    } catch (NumberFormatException notANumber) {
      return Optional.empty();
    }
  }

  private Open choice(Field field, NodeFace face, List<String> choices, Object value) {
    ListView<String> list = new ListView<>();
    list.getItems().setAll(choices);
    list.setFixedCellSize(LINE);
    list.getStyleClass().add("choice-list");
    list.setCellFactory(
        view ->
            new ListCell<>() {
              {
                setOnMouseClicked(click -> settle());
              }

              @Override
              protected void updateItem(String item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty ? null : names.choice(face.spec(), field.param(), item));
              }
            });
    list.getSelectionModel().select(String.valueOf(value));
    return new Open(
        field,
        list,
        () -> Optional.<Object>ofNullable(list.getSelectionModel().getSelectedItem()));
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
    if (made.value().get().isEmpty()) {
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
        model.layout().node(field.node()).map(NodeLayout::fields).orElse(List.of());
    int at = -1;
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).param().equals(field.param())) {
        at = i + way;
      }
    }
    return at >= 0 && at < fields.size() ? Optional.of(fields.get(at)) : Optional.empty();
  }

  /** Takes the value of the open control, if there is one and it is allowed, and closes it. */
  void settle() {
    Optional<Open> ended = open;
    close();
    ended.ifPresent(made -> made.value().get().ifPresent(value -> set(made.field(), value)));
  }

  private void set(Field field, Object value) {
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
