package dev.dreamwire.editor;

import static dev.dreamwire.editor.DemoNodes.wire;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Lists that are searched by typing: node types, actions, replacements. */
class PaletteTest extends EditorTest {
  @Start
  void start(Stage stage) {
    open(stage);
  }

  @Test
  void thePaletteFindsATypeByAFewLettersAndAddsIt(FxRobot robot) {
    hand.click(hand.screen(new Point2D(400, 400)));
    robot.type(KeyCode.TAB);
    robot.write("pmet");
    hand.settle();
    Pictures.take(robot, scene, "palette-search");
    robot.type(KeyCode.ENTER);
    hand.settle();
    assertEquals("demo:meter", node("meter2").type());
    assertEquals(Set.of("meter2"), editor.selectionProperty().get());
    assertTrue(robot.lookup(".search-pane").tryQuery().isEmpty());
  }

  @Test
  void doubleClickOnTheGroundOpensThePaletteAndEscapeClosesIt(FxRobot robot) {
    hand.doubleClick(hand.screen(new Point2D(400, 400)));
    assertTrue(robot.lookup(".search-pane").tryQuery().isPresent());
    robot.type(KeyCode.ESCAPE);
    hand.settle();
    assertTrue(robot.lookup(".search-pane").tryQuery().isEmpty());
    assertTrue(editor.isFocused());
  }

  @Test
  void aFavouriteIsShownFirstAndToldToTheProgram(FxRobot robot) {
    hand.click(hand.screen(new Point2D(400, 420)));
    robot.type(KeyCode.TAB);
    robot.write("meter");
    robot.press(KeyCode.CONTROL).type(KeyCode.D).release(KeyCode.CONTROL);
    hand.settle();
    assertEquals(List.of("demo:meter"), editor.favouritesProperty().get());
    robot.type(KeyCode.ESCAPE, KeyCode.TAB);
    Pictures.take(robot, scene, "favourites");
    robot.type(KeyCode.ENTER);
    hand.settle();
    assertEquals("demo:meter", node("meter2").type());
  }

  @Test
  void theActionListFindsAnActionAndDoesIt(FxRobot robot) {
    hand.click(hand.header("echo"));
    robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.P);
    robot.release(KeyCode.CONTROL, KeyCode.SHIFT);
    robot.write("delete and rec");
    Pictures.take(robot, scene, "actions");
    robot.type(KeyCode.ENTER);
    hand.settle();
    assertTrue(editor.getGraph().wires().contains(wire("voice.sound", "speaker.sound")));
    assertFalse(editor.getGraph().nodes().containsKey("echo"));
  }

  @Test
  void aNodeIsReplacedByTheKeyboardAndKeepsItsWires(FxRobot robot) {
    hand.click(hand.header("speaker"));
    robot.type(KeyCode.R).write("echo").type(KeyCode.ENTER);
    hand.settle();
    assertTrue(editor.getGraph().wires().contains(wire("echo.sound", "echo2.sound")));
    assertEquals(Set.of("echo2"), editor.selectionProperty().get());
  }
}
