package dev.dreamwire.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.editor.command.EditorAction;
import dev.dreamwire.editor.command.KeyBindings;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** The sheet of keys, and changing them. */
class KeysTest extends EditorTest {
  @Start
  void start(Stage stage) {
    open(stage);
  }

  @Test
  void keysAreChangedInTheSheetAndAConflictIsNamed(FxRobot robot) {
    hand.click(hand.screen(new Point2D(400, 420)));
    robot.press(KeyCode.SHIFT).type(KeyCode.SLASH).release(KeyCode.SHIFT);
    hand.settle();
    robot.interact(() -> robot.lookup("#keys-ADD").<Button>query().fire());
    robot.type(KeyCode.R);
    String says = robot.lookup(".shortcuts-foot .label").<Labeled>query().getText();
    assertTrue(says.contains("Replace the node"), says);
    Pictures.take(robot, scene, "changing-keys");
    robot.type(KeyCode.R);
    KeyBindings keys = editor.keyBindingsProperty().get();
    assertEquals(List.of(new KeyCodeCombination(KeyCode.R)), keys.keys(EditorAction.ADD));
    assertTrue(keys.keys(EditorAction.REPLACE).isEmpty());
    robot.type(KeyCode.ESCAPE, KeyCode.R);
    hand.settle();
    assertTrue(robot.lookup(".search-pane").tryQuery().isPresent());
  }

  @Test
  void theSheetShowsTheKeysThatAPersonHasChosen(FxRobot robot) {
    KeyBindings mine =
        KeyBindings.USUAL.with(EditorAction.FIT, List.of(new KeyCodeCombination(KeyCode.C)));
    robot.interact(() -> editor.keyBindingsProperty().set(KeyBindings.of(mine.stored())));
    assertTrue(editor.keyBindingsProperty().get().keys(EditorAction.CONNECT).isEmpty());
    hand.click(hand.screen(new Point2D(400, 400)));
    robot.press(KeyCode.SHIFT).type(KeyCode.SLASH).release(KeyCode.SHIFT);
    hand.settle();
    Pictures.take(robot, scene, "keys");
    assertTrue(robot.lookup(".shortcut-sheet").tryQuery().isPresent());
    robot.type(KeyCode.ESCAPE);
    hand.settle();
    assertTrue(robot.lookup(".shortcut-sheet").tryQuery().isEmpty());
  }
}
