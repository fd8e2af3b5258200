package dev.dreamwire.editor.overlay;

import dev.dreamwire.editor.command.EditorAction;
import dev.dreamwire.editor.command.KeyBindings;
import dev.dreamwire.editor.text.EditorTexts;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.ModifierValue;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * A sheet of all keys and what they do. A click on an action's keys, or Enter, waits for others: a
 * chord that another action has is named, and taken over when it is pressed again; Backspace takes
 * the keys away. Escape closes the sheet.
 */
final class ShortcutSheet extends VBox {
  static final double WIDTH = 500;
  static final double HEIGHT = 540;

  private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");

  private final ObjectProperty<KeyBindings> bindings;
  private final EditorTexts texts;
  private final Runnable close;
  private final Map<EditorAction, Button> keys = new EnumMap<>(EditorAction.class);
  private final Label says = new Label();
  private Optional<EditorAction> waiting = Optional.empty();
  private Optional<KeyCombination> refused = Optional.empty();

  /**
   * Shows key bindings and changes them.
   *
   * @param close takes the sheet away
   */
  ShortcutSheet(ObjectProperty<KeyBindings> bindings, EditorTexts texts, Runnable close) {
    this.bindings = bindings;
    this.texts = texts;
    this.close = close;
    getStyleClass().addAll("search-pane", "shortcut-sheet");
    setAccessibleRole(AccessibleRole.DIALOG);
    setAccessibleText(texts.get("action.keys"));
    VBox groups = new VBox(12);
    groups.getStyleClass().add("shortcuts");
    for (EditorAction.Group group : EditorAction.Group.values()) {
      Label heading = new Label(texts.get(group.key()));
      heading.getStyleClass().add("shortcuts-heading");
      groups.getChildren().addAll(heading, table(group));
    }
    ScrollPane scroll = new ScrollPane(groups);
    scroll.setFitToWidth(true);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    Button usual = new Button(texts.get("keys.usual"));
    usual.setOnAction(press -> change(KeyBindings.USUAL));
    HBox.setHgrow(says, Priority.ALWAYS);
    says.setMaxWidth(Double.MAX_VALUE);
    says.setWrapText(true);
    says.getStyleClass().add("search-help");
    HBox foot = new HBox(says, usual);
    foot.getStyleClass().add("shortcuts-foot");
    getChildren().addAll(scroll, foot);
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    show();
  }

  private GridPane table(EditorAction.Group group) {
    GridPane table = new GridPane(24, 4);
    Arrays.stream(EditorAction.values())
        .filter(action -> action.group() == group)
        .forEach(
            action -> {
              Label title = new Label(texts.get(action.key()));
              title.setMinWidth(230);
              Button button = new Button();
              button.getStyleClass().addAll("flat", "chord");
              button.setId("keys-" + action.name());
              button.setOnAction(press -> await(action));
              keys.put(action, button);
              table.addRow(table.getRowCount(), title, button);
            });
    return table;
  }

  /** Takes the keyboard. */
  void begin() {
    // What scrolls is not in the scene before it is styled, and cannot be focused.
    applyCss();
    layout();
    keys.get(EditorAction.ADD).requestFocus();
  }

  private void show() {
    keys.forEach(
        (action, button) -> {
          boolean waits = waiting.filter(action::equals).isPresent();
          String text = waits ? texts.get("keys.press") : bindings.get().text(action);
          boolean changed = !bindings.get().keys(action).equals(action.defaultKeys());
          button.setText(text.isEmpty() ? "—" : text);
          button.setAccessibleText(texts.get(action.key()) + ": " + button.getText());
          button.pseudoClassStateChanged(CHANGED, changed);
        });
    if (waiting.isEmpty()) {
      says.setText(texts.get("keys.hint"));
    }
  }

  private void await(EditorAction action) {
    waiting = Optional.of(action);
    refused = Optional.empty();
    says.setText(texts.get("keys.waits", texts.get(action.key())));
    show();
  }

  private void pressed(KeyEvent event) {
    if (waiting.isPresent()) {
      if (!event.getCode().isModifierKey()) {
        taken(waiting.get(), event);
      }
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE) {
      close.run();
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER && event.getTarget() instanceof Button button) {
      button.fire();
      event.consume();
    }
  }

  private void taken(EditorAction action, KeyEvent event) {
    boolean plain = !event.isShiftDown() && !event.isShortcutDown() && !event.isAltDown();
    if (plain && event.getCode() == KeyCode.ESCAPE) {
      waiting = Optional.empty();
      show();
    } else if (plain && event.getCode() == KeyCode.BACK_SPACE) {
      change(bindings.get().with(action, List.of()));
    } else {
      give(action, chord(event));
    }
  }

  private void give(EditorAction action, KeyCombination chord) {
    Optional<EditorAction> holder = bindings.get().holder(chord).filter(other -> other != action);
    if (holder.isPresent() && refused.filter(chord::equals).isEmpty()) {
      refused = Optional.of(chord);
      says.setText(texts.get("keys.taken", chord.getDisplayText(), texts.get(holder.get().key())));
    } else {
      change(bindings.get().with(action, List.of(chord)));
    }
  }

  private void change(KeyBindings next) {
    waiting = Optional.empty();
    bindings.set(next);
    show();
  }

  private static KeyCombination chord(KeyEvent event) {
    return new KeyCodeCombination(
        event.getCode(),
        held(event.isShiftDown()),
        ModifierValue.UP,
        held(event.isAltDown()),
        ModifierValue.UP,
        held(event.isShortcutDown()));
  }

  private static ModifierValue held(boolean down) {
    return down ? ModifierValue.DOWN : ModifierValue.UP;
  }
}
