package dev.dreamwire.editor;

import static dev.dreamwire.editor.DemoNodes.wire;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerDark;
import dev.dreamwire.editor.text.TextSource;
import dev.dreamwire.runtime.graph.GraphEdit.Position;
import dev.dreamwire.runtime.graph.Wire;
import java.util.List;
import java.util.Map;
import javafx.application.Application;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Leading wires through points. */
@ExtendWith(ApplicationExtension.class)
class ReroutesTest {
  private static final Wire ECHO = wire("voice.sound", "echo.sound");

  private GraphEditor editor;
  private Scene scene;
  private EditorHand hand;

  @Start
  void start(Stage stage) {
    Application.setUserAgentStylesheet(new PrimerDark().getUserAgentStylesheet());
    editor = new GraphEditor(DemoNodes.REGISTRY, TextSource.ENGLISH);
    scene = new Scene(editor, 1000, 640);
    stage.setScene(scene);
    stage.setX(0);
    stage.setY(0);
    stage.show();
    editor.open(DemoNodes.patch());
  }

  @BeforeEach
  void takeHold(FxRobot robot) {
    hand = new EditorHand(robot, editor);
    hand.settle();
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
