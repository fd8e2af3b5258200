package dev.dreamwire.editor.gesture;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** What keys do while the canvas has the keyboard. */
public final class EditorKeys {
  /** What can be done by a key. */
  public interface Commands {
    void openPalette();

    void openWires();

    void edit();

    void delete();

    void duplicate();

    void copy();

    void cut();

    void paste();

    void undo();

    void redo();

    void selectAll();

    void escape();

    void fit();

    void zoomBy(double factor);

    void lifeSize();

    /** Selects the nearest node that way. */
    void go(int dx, int dy);

    /** Moves the selected nodes by steps of the grid. */
    void nudge(int dx, int dy);
  }

  private record Binding(KeyCombination keys, Runnable command) {}

  private static final double ZOOM_STEP = 1.25;

  private final List<Binding> bindings = new ArrayList<>();

  /** The usual keys. */
  public EditorKeys(Commands commands) {
    plain(KeyCode.TAB, commands::openPalette);
    plain(KeyCode.C, commands::openWires);
    plain(KeyCode.ENTER, commands::edit);
    plain(KeyCode.F2, commands::edit);
    plain(KeyCode.DELETE, commands::delete);
    plain(KeyCode.BACK_SPACE, commands::delete);
    plain(KeyCode.X, commands::delete);
    plain(KeyCode.ESCAPE, commands::escape);
    plain(KeyCode.F, commands::fit);
    plain(KeyCode.HOME, commands::fit);
    shortcut(KeyCode.D, commands::duplicate);
    shortcut(KeyCode.C, commands::copy);
    shortcut(KeyCode.X, commands::cut);
    shortcut(KeyCode.V, commands::paste);
    shortcut(KeyCode.A, commands::selectAll);
    shortcut(KeyCode.Z, commands::undo);
    shortcut(KeyCode.Y, commands::redo);
    bind(commands::redo, KeyCode.Z, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    shortcut(KeyCode.DIGIT0, commands::lifeSize);
    for (KeyCode plus : List.of(KeyCode.PLUS, KeyCode.EQUALS, KeyCode.ADD)) {
      shortcut(plus, () -> commands.zoomBy(ZOOM_STEP));
    }
    for (KeyCode minus : List.of(KeyCode.MINUS, KeyCode.SUBTRACT)) {
      shortcut(minus, () -> commands.zoomBy(1 / ZOOM_STEP));
    }
    arrow(KeyCode.LEFT, commands, -1, 0);
    arrow(KeyCode.RIGHT, commands, 1, 0);
    arrow(KeyCode.UP, commands, 0, -1);
    arrow(KeyCode.DOWN, commands, 0, 1);
  }

  private void arrow(KeyCode code, Commands commands, int dx, int dy) {
    plain(code, () -> commands.go(dx, dy));
    shortcut(code, () -> commands.nudge(dx, dy));
  }

  private void plain(KeyCode code, Runnable command) {
    bind(command, code);
  }

  private void shortcut(KeyCode code, Runnable command) {
    bind(command, code, KeyCombination.SHORTCUT_DOWN);
  }

  private void bind(Runnable command, KeyCode code, KeyCombination.Modifier... modifiers) {
    bindings.add(new Binding(new KeyCodeCombination(code, modifiers), command));
  }

  /** Does what a key stands for, and consumes it. */
  public void pressed(KeyEvent event) {
    for (Binding binding : bindings) {
      if (binding.keys().match(event)) {
        binding.command().run();
        event.consume();
        return;
      }
    }
  }
}
