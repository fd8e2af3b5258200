package dev.dreamwire.studio.inspector;

import atlantafx.base.theme.Styles;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;

/** Text: a line or an area. Takes effect when a person leaves it, a line also on Enter. */
final class TextValueControl implements ParamControl {
  private static final int ROWS = 6;

  private final TextInputControl input;
  private String shown = "";

  TextValueControl(boolean multiline, ParamEdits edits) {
    if (multiline) {
      TextArea area = new TextArea();
      area.setPrefRowCount(ROWS);
      area.getStyleClass().add("code-area");
      input = area;
    } else {
      TextField field = new TextField();
      field.getStyleClass().add(Styles.SMALL);
      field.setOnAction(e -> edits.set(field.getText(), true));
      input = field;
    }
    input
        .focusedProperty()
        .subscribe(
            focused -> {
              if (!focused && !input.getText().equals(shown)) {
                edits.set(input.getText(), true);
              }
            });
  }

  @Override
  public Node node() {
    return input;
  }

  @Override
  public void show(Object value) {
    shown = String.valueOf(value);
    if (!input.getText().equals(shown)) {
      input.setText(shown);
    }
  }

  @Override
  public void describe(String name) {
    input.setAccessibleText(name);
  }
}
