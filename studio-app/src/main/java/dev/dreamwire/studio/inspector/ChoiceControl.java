package dev.dreamwire.studio.inspector;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;

/** One of a few words. */
final class ChoiceControl implements ParamControl {
  private final ComboBox<String> box = new ComboBox<>();
  private boolean showing;

  ChoiceControl(List<String> choices, ParamEdits edits) {
    box.getItems().setAll(choices);
    box.setMaxWidth(Double.MAX_VALUE);
    box.getStyleClass().add(atlantafx.base.theme.Styles.SMALL);
    box.valueProperty()
        .subscribe(
            (was, is) -> {
              if (!showing && is != null) {
                edits.set(is, true);
              }
            });
  }

  @Override
  public Node node() {
    return box;
  }

  @Override
  public void show(Object value) {
    showing = true;
    box.setValue(String.valueOf(value));
    showing = false;
  }

  @Override
  public void describe(String name) {
    box.setAccessibleText(name);
  }
}
