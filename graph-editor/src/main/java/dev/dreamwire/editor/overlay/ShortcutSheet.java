package dev.dreamwire.editor.overlay;

import dev.dreamwire.editor.command.EditorAction;
import dev.dreamwire.editor.command.KeyBindings;
import dev.dreamwire.editor.text.EditorTexts;
import java.util.Arrays;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** A sheet of all keys and what they do. Any key closes it that does not scroll it. */
final class ShortcutSheet extends VBox {
  static final double WIDTH = 460;
  static final double HEIGHT = 520;

  private final ScrollPane scroll;

  /**
   * Shows key bindings.
   *
   * @param close takes the sheet away
   */
  ShortcutSheet(KeyBindings bindings, EditorTexts texts, Runnable close) {
    getStyleClass().addAll("search-pane", "shortcut-sheet");
    setAccessibleRole(AccessibleRole.DIALOG);
    setAccessibleText(texts.get("action.keys"));
    VBox groups = new VBox(12);
    groups.getStyleClass().add("shortcuts");
    for (EditorAction.Group group : EditorAction.Group.values()) {
      Label heading = new Label(texts.get(group.key()));
      heading.getStyleClass().add("shortcuts-heading");
      groups.getChildren().addAll(heading, table(group, bindings, texts));
    }
    scroll = new ScrollPane(groups);
    scroll.setFitToWidth(true);
    scroll.setAccessibleText(texts.get("action.keys"));
    getChildren().add(scroll);
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          switch (event.getCode()) {
            case UP, DOWN, PAGE_UP, PAGE_DOWN, HOME, END, SHIFT, CONTROL, ALT -> {}
            default -> {
              close.run();
              event.consume();
            }
          }
        });
  }

  private static GridPane table(EditorAction.Group group, KeyBindings bindings, EditorTexts texts) {
    GridPane table = new GridPane(24, 4);
    Arrays.stream(EditorAction.values())
        .filter(action -> action.group() == group)
        .forEach(
            action -> {
              Label title = new Label(texts.get(action.key()));
              title.setMinWidth(220);
              table.addRow(table.getRowCount(), title, new Label(bindings.text(action)));
            });
    return table;
  }

  /** Takes the keyboard. */
  void begin() {
    scroll.requestFocus();
  }
}
