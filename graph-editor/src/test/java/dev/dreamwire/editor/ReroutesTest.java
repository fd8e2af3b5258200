package dev.dreamwire.editor;

import static dev.dreamwire.editor.DemoNodes.wire;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.runtime.graph.GraphEdit.Position;
import dev.dreamwire.runtime.graph.Wire;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Leading wires through points. */
class ReroutesTest extends EditorTest {
  private static final Wire ECHO = wire("voice.sound", "echo.sound");

  @Start
  void start(Stage stage) {
    open(stage);
  }

  @Test
  void aPointIsAddedDraggedUndoneAndTakenAway(FxRobot robot) {
    Point2D middle = hand.output("voice.sound").midpoint(hand.input("echo.sound"));
    hand.shiftDoubleClick(middle);
    assertEquals(1, editor.getGraph().reroutes().get(ECHO).size());
    hand.drag(middle, middle.add(0, -90));
    Position moved = editor.getGraph().reroutes().get(ECHO).getFirst();
    assertTrue(moved.y() < 40, moved::toString);
    Pictures.take(robot, scene, "reroute");
    robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
    hand.doubleClick(middle);
    assertEquals(DemoNodes.patch(), editor.getGraph());
  }

  @Test
  void keysAddAPointMoveItAndTakeItAway(FxRobot robot) {
    hand.interactively(() -> editor.selectionProperty().set(Set.of("echo")));
    hand.interactively(() -> editor.requestFocus());
    robot.type(KeyCode.W, KeyCode.LEFT, KeyCode.G);
    hand.settle();
    Position added = editor.getGraph().reroutes().get(ECHO).getFirst();
    assertTrue(editor.getAccessibleText().contains("voice.sound"), editor.getAccessibleText());
    robot.press(KeyCode.CONTROL).type(KeyCode.UP).type(KeyCode.UP).release(KeyCode.CONTROL);
    hand.settle();
    Position moved = editor.getGraph().reroutes().get(ECHO).getFirst();
    assertTrue(moved.y() < added.y() && moved.x() == added.x(), moved::toString);
    robot.type(KeyCode.DELETE);
    hand.settle();
    assertEquals(DemoNodes.patch(), editor.getGraph());
  }

  @Test
  void aPointIsCopiedWithItsWire(FxRobot robot) {
    hand.shiftDoubleClick(hand.output("voice.sound").midpoint(hand.input("echo.sound")));
    hand.interactively(() -> editor.selectionProperty().set(Set.of("voice", "echo")));
    robot.press(KeyCode.CONTROL).type(KeyCode.D).release(KeyCode.CONTROL);
    hand.settle();
    Position original = editor.getGraph().reroutes().get(ECHO).getFirst();
    Position copy =
        editor.getGraph().reroutes().get(wire("voice2.sound", "echo2.sound")).getFirst();
    assertEquals(editor.getGraph().nodes().get("voice2").x() - 280, copy.x() - original.x(), 1e-9);
  }

  @Test
  void aWireThatIsTakenOutForgetsItsPointsAndUndoBringsThemBack(FxRobot robot) {
    Point2D middle = hand.output("voice.sound").midpoint(hand.input("echo.sound"));
    hand.shiftDoubleClick(middle);
    hand.drag(hand.input("echo.sound"), hand.screen(new Point2D(500, 480)));
    assertEquals(Map.of(), editor.getGraph().reroutes());
    robot.type(KeyCode.ESCAPE);
    robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
    hand.settle();
    assertEquals(List.of(ECHO), List.copyOf(editor.getGraph().reroutes().keySet()));
  }
}
