package dev.dreamwire.studio.shell;

import dev.dreamwire.editor.GraphEditor;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** A person who has a keyboard only, and hears what a screen reader says of the canvas. */
final class KeysAlone {
  private static final int PATIENCE = 12;

  private final FxRobot robot;
  private final GraphEditor editor;
  private int strokes;

  KeysAlone(FxRobot robot) {
    this.robot = robot;
    this.editor = robot.lookup("#graph-editor").queryAs(GraphEditor.class);
    robot.interact(editor::requestFocus);
  }

  /** Keys that were pressed so far, each letter and each modifier counted. */
  int strokes() {
    return strokes;
  }

  void type(KeyCode... codes) {
    for (KeyCode code : codes) {
      robot.type(code);
      strokes++;
    }
  }

  void write(String text) {
    robot.write(text, 0);
    strokes += text.length();
  }

  private void choose(String text) {
    write(text);
    type(KeyCode.ENTER);
  }

  private String heard() {
    return editor.getAccessibleText();
  }

  /** Adds a node by a few letters of its type. */
  void add(String type) {
    type(KeyCode.TAB);
    choose(type);
  }

  /** Goes to a node by a few letters of its title. */
  void go(String title) {
    robot.press(KeyCode.CONTROL).type(KeyCode.F).release(KeyCode.CONTROL);
    strokes += 2;
    WaitForAsyncUtils.waitForFxEvents();
    choose(title.toLowerCase(Locale.ROOT));
  }

  /** Rests on a port of the selected node. */
  private void rest(String port) {
    type(KeyCode.W);
    boolean across = false;
    for (int i = 0; !heard().matches("(?i)[^,]*, (in|out)put " + port + ",.*"); i++) {
      if (i > PATIENCE) {
        throw new AssertionError("no port " + port + " is near: " + heard());
      }
      if (!across && heard().contains(", output ")) {
        type(KeyCode.LEFT);
        across = true;
      } else {
        type(KeyCode.DOWN);
      }
    }
  }

  /** Adds a node at the other end of a wire from a port of the selected node. */
  void pull(String port, String type) {
    rest(port);
    add(type);
  }

  /** Wires a port of the selected node to one that is called by its node's title and its name. */
  void wire(String port, String partner) {
    rest(port);
    type(KeyCode.ENTER);
    for (int i = 0; !heard().toLowerCase(Locale.ROOT).contains(partner); i++) {
      if (i > PATIENCE) {
        throw new AssertionError(partner + " does not take the wire: " + heard());
      }
      type(KeyCode.DOWN);
    }
    type(KeyCode.ENTER, KeyCode.ESCAPE);
  }
}
