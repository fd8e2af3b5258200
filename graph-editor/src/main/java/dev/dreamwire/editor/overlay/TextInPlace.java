package dev.dreamwire.editor.overlay;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;

/**
 * A text that is written where it stands. Enter takes it (with the shortcut key, if it has lines),
 * and so does going elsewhere; Escape leaves it as it was. Window thread only.
 */
final class TextInPlace {
  private record Open(TextInputControl control, Consumer<String> take) {}

  private final Pane layer;
  private final Runnable refocus;
  private Optional<Open> open = Optional.empty();

  /**
   * Writes on a layer.
   *
   * @param refocus gives the keyboard back
   */
  TextInPlace(Pane layer, Runnable refocus) {
    this.layer = layer;
    this.refocus = refocus;
  }

  /**
   * Opens a control.
   *
   * @param place on the layer
   * @param lines whether Enter begins a new line
   * @param take gets the text, once
   */
  void open(TextInputControl control, Rectangle2D place, boolean lines, Consumer<String> take) {
    Open made = new Open(control, take);
    open = Optional.of(made);
    control.getStyleClass().add("parameter-editor");
    control.setManaged(false);
    layer.getChildren().add(control);
    control.resizeRelocate(
        Math.round(place.getMinX()),
        Math.round(place.getMinY()),
        Math.round(place.getWidth()),
        Math.round(place.getHeight()));
    control.addEventFilter(KeyEvent.KEY_PRESSED, event -> key(lines, event));
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

  private void key(boolean lines, KeyEvent event) {
    boolean takes = event.getCode() == KeyCode.ENTER && (!lines || event.isShortcutDown());
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
    ended.ifPresent(made -> made.take().accept(made.control().getText()));
  }

  private void close() {
    Optional<Open> ended = open;
    open = Optional.empty();
    ended.ifPresent(made -> layer.getChildren().remove(made.control()));
  }
}
