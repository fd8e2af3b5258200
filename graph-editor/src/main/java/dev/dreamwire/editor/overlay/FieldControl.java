package dev.dreamwire.editor.overlay;

import dev.dreamwire.api.node.Param;
import dev.dreamwire.editor.geometry.NodeFace;
import dev.dreamwire.editor.gesture.Scrub;
import dev.dreamwire.editor.text.TextSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Control;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * A control for a parameter of some kind.
 *
 * @param control what a person types or chooses in
 * @param value what it says; empty while that is not allowed
 */
record FieldControl(Control control, Supplier<Optional<Object>> value) {
  /** Height of a line of a list. */
  static final double LINE = 28;

  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
  private static final int LEAP = 10;

  /**
   * A control that says a parameter's value.
   *
   * @param chosen called when a click has decided on a value
   */
  static FieldControl of(NodeFace face, Param param, TextSource names, Runnable chosen) {
    Object value = face.value(param);
    return switch (param.kind()) {
      case Param.IntKind kind -> number(kind, value);
      case Param.FloatKind kind -> number(kind, value);
      case Param.ChoiceKind kind -> choice(kind.choices(), face, param, names, chosen);
      case Param.BoolKind kind -> toggle(names.param(face.spec(), param), value);
      case Param.TextKind(boolean multiline) ->
          text(multiline ? new TextArea() : new TextField(), value);
      case Param.FileKind kind ->
          throw new IllegalArgumentException("files are chosen from a list");
      case Param.ColourKind kind -> throw new IllegalArgumentException("colours have a sheet");
      case Param.CurveKind kind -> throw new IllegalArgumentException("curves have a sheet");
      case Param.KeyKind kind -> throw new IllegalArgumentException("keys have a sheet");
    };
  }

  private static FieldControl toggle(String label, Object value) {
    CheckBox box = new CheckBox(label);
    box.setSelected(Boolean.TRUE.equals(value));
    return new FieldControl(box, () -> Optional.of(box.isSelected()));
  }

  private static FieldControl text(TextInputControl control, Object value) {
    control.setText(String.valueOf(value));
    control.selectAll();
    return new FieldControl(control, () -> Optional.of(control.getText()));
  }

  private static FieldControl number(Param.Kind kind, Object value) {
    TextField control = new TextField(String.valueOf(value));
    control.selectAll();
    control
        .textProperty()
        .addListener(
            typed ->
                control.pseudoClassStateChanged(WRONG, parse(kind, control.getText()).isEmpty()));
    control.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          int way = event.getCode() == KeyCode.UP ? 1 : event.getCode() == KeyCode.DOWN ? -1 : 0;
          if (way != 0) {
            step(kind, control, event.isShiftDown() ? LEAP * way : way);
            event.consume();
          }
        });
    return new FieldControl(control, () -> parse(kind, control.getText()));
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

  private static FieldControl choice(
      List<String> choices, NodeFace face, Param param, TextSource names, Runnable chosen) {
    ListView<String> list = new ListView<>();
    list.getItems().setAll(choices);
    list.setFixedCellSize(LINE);
    list.getStyleClass().add("choice-list");
    list.setCellFactory(
        view -> {
          ListCell<String> cell =
              new ListCell<>() {
                @Override
                protected void updateItem(String item, boolean empty) {
                  super.updateItem(item, empty);
                  setText(empty ? null : names.choice(face.spec(), param, item));
                }
              };
          cell.setOnMouseClicked(click -> chosen.run());
          return cell;
        });
    list.getSelectionModel().select(String.valueOf(face.value(param)));
    return new FieldControl(
        list, () -> Optional.<Object>ofNullable(list.getSelectionModel().getSelectedItem()));
  }
}
