package dev.dreamwire.editor.control;

import dev.dreamwire.editor.text.EditorTexts;
import dev.dreamwire.editor.text.KeyNames;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;

/**
 * Shows a key and waits for another when it is pressed: the next key or mouse button is taken. One
 * that something else has is named, and taken when it comes again; Backspace takes the key away,
 * and Escape ends the wait. Window thread only.
 */
public final class KeyControl extends VBox {
  private static final PseudoClass WAITS = PseudoClass.getPseudoClass("waits");

  private final EditorTexts texts;
  private final ValueEdits edits;
  private final Function<String, List<String>> others;
  private final Button button = new Button();
  private final Label says = new Label();
  private String shown = "";
  private String name = "";
  private boolean waits;
  private Optional<String> refused = Optional.empty();
  private Runnable cancelled = () -> {};

  /**
   * A control without a key.
   *
   * @param others what else has a key, for people
   */
  public KeyControl(EditorTexts texts, Function<String, List<String>> others, ValueEdits edits) {
    this.texts = texts;
    this.others = others;
    this.edits = edits;
    ControlStyle.dress(this, "key-control");
    button.setId("key-button");
    button.setMaxWidth(Double.MAX_VALUE);
    button.setOnAction(press -> await());
    says.setWrapText(true);
    says.setMinHeight(USE_PREF_SIZE);
    says.getStyleClass().add("key-says");
    getChildren().addAll(button, says);
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
    button
        .focusedProperty()
        .subscribe(
            focused -> {
              if (!focused) {
                rest();
              }
            });
    draw();
  }

  /** Shows a key by its name, empty for none. */
  public void show(String key) {
    shown = key;
    draw();
  }

  /** Tells people who cannot see it what the key is for. */
  public void describe(String purpose) {
    name = purpose;
    draw();
  }

  /** Waits for a key. */
  public void await() {
    waits = true;
    refused = Optional.empty();
    says.setText(texts.get("key.hint"));
    draw();
  }

  /** Called when Escape ends the wait. */
  public void setOnCancelled(Runnable action) {
    cancelled = action;
  }

  private void rest() {
    waits = false;
    says.setText("");
    draw();
  }

  private void draw() {
    String key = shown.isEmpty() ? texts.get("key.none") : KeyNames.of(shown, texts);
    button.setText(waits ? texts.get("key.press") : key);
    button.setAccessibleText(name.isEmpty() ? button.getText() : name + ": " + button.getText());
    button.pseudoClassStateChanged(WAITS, waits);
    says.setVisible(!says.getText().isEmpty());
    says.setManaged(says.isVisible());
  }

  private void pressed(KeyEvent event) {
    if (!waits) {
      return;
    }
    if (event.getCode() == KeyCode.ESCAPE) {
      rest();
      cancelled.run();
    } else if (event.getCode() == KeyCode.BACK_SPACE) {
      take("");
    } else if (event.getCode() != KeyCode.UNDEFINED) {
      offer(event.getCode().name());
    }
    event.consume();
  }

  private void pressed(MouseEvent event) {
    if (waits) {
      offer("MOUSE_" + event.getButton().name());
      event.consume();
    }
  }

  private void offer(String key) {
    List<String> has = key.equals(shown) ? List.of() : others.apply(key);
    if (has.isEmpty() || refused.filter(key::equals).isPresent()) {
      take(key);
    } else {
      refused = Optional.of(key);
      says.setText(texts.get("key.taken", KeyNames.of(key, texts), String.join(", ", has)));
      draw();
    }
  }

  private void take(String key) {
    shown = key;
    rest();
    edits.take(key);
  }

  /** Gives the keyboard to the button. */
  @Override
  public void requestFocus() {
    button.requestFocus();
  }
}
