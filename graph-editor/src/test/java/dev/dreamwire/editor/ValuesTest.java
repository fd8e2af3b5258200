package dev.dreamwire.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerLight;
import dev.dreamwire.api.node.Colour;
import dev.dreamwire.api.node.Curve;
import dev.dreamwire.editor.model.GraphChange.Scope;
import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.Node;
import java.util.List;
import java.util.Map;
import javafx.application.Application;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Colours, curves and keys, edited in a sheet below their row. */
class ValuesTest extends EditorTest {
  private Graph opened;

  @Start
  void start(Stage stage) {
    open(stage);
  }

  @BeforeEach
  void openLights() {
    opened =
        Graph.of(
            List.of(
                new Node("lamp", "demo:light", 1, Map.of(), 40, 40),
                new Node("spot", "demo:light", 1, Map.of("key", "S"), 300, 40)),
            List.of());
    hand.interactively(() -> editor.open(opened));
  }

  private static Point2D middle(FxRobot robot, javafx.scene.Node node) {
    Bounds r = node.localToScreen(node.getLayoutBounds());
    return new Point2D(r.getCenterX(), r.getCenterY());
  }

  private Curve fade() {
    return Curve.parse(String.valueOf(param("lamp", "fade")));
  }

  private boolean isOpen(FxRobot robot) {
    return robot.lookup(".value-popup").tryQuery().isPresent();
  }

  @Test
  void aColourThatIsDraggedIsHeardAtOnceAndIsOneStep(FxRobot robot) {
    hand.click(hand.field("lamp.tone"));
    Pictures.take(robot, scene, "choosing-a-colour");
    javafx.scene.Node hue = robot.lookup(".colour-control .slider").query();
    Point2D middle = middle(robot, hue);
    hand.drag(middle.subtract(60, 0), middle.add(40, 0));
    Colour colour = Colour.parse((String) param("lamp", "tone"));
    assertTrue(colour.blue() > colour.red(), colour::text);
    assertTrue(changes.size() > 1);
    assertEquals(Scope.LIVE, changes.getLast().scope(DemoNodes.REGISTRY));
    robot.type(KeyCode.ENTER);
    hand.settle();
    assertFalse(isOpen(robot));
    robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
    assertEquals(opened, editor.getGraph());
  }

  @Test
  void aColourIsChosenWithTheKeyboardAndEscapeLeavesItAsItWas(FxRobot robot) {
    hand.click(hand.header("lamp"));
    robot.type(KeyCode.ENTER);
    robot.type(KeyCode.RIGHT);
    robot.type(KeyCode.TAB).type(KeyCode.LEFT);
    hand.settle();
    String slid = (String) param("lamp", "tone");
    assertNotEquals("#ff8800", slid);
    robot.type(KeyCode.ESCAPE);
    hand.settle();
    assertEquals(opened, editor.getGraph());
    assertFalse(editor.history().canUndo());
    robot.type(KeyCode.ENTER).type(KeyCode.TAB, 3);
    robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
    robot.write("#00ff7f").type(KeyCode.ENTER);
    hand.settle();
    assertEquals("#00ff7f", param("lamp", "tone"));
  }

  @Test
  void aCurvesPointIsDraggedAndCompiledOnceItIsLetGo(FxRobot robot) {
    hand.click(hand.field("lamp.fade"));
    Pictures.take(robot, scene, "drawing-a-curve");
    javafx.scene.Node first = robot.lookup(".curve-handle").nth(0).query();
    Point2D at = middle(robot, first);
    hand.press(at, at.add(0, 30));
    Pictures.take(robot, scene, "dragging-a-point");
    assertEquals(0, changes.size(), "a structural value is only drawn while it is dragged");
    hand.release();
    assertEquals(1, changes.size());
    assertTrue(fade().at(0) < 0.8, () -> fade().text());
    assertEquals(0, fade().at(1));
    hand.click(hand.screen(new Point2D(60, 330)));
    assertFalse(isOpen(robot), "a click elsewhere keeps the curve");
    robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
    assertEquals(opened, editor.getGraph());
  }

  @Test
  void pointsAreMadeAndTakenAwayWithTheMouse(FxRobot robot) {
    hand.click(hand.field("lamp.fade"));
    Region plot = robot.lookup(".curve-plot").query();
    Point2D middle = middle(robot, plot);
    robot.moveTo(middle).doubleClickOn(middle, MouseButton.PRIMARY);
    hand.settle();
    assertEquals(3, fade().points().size());
    robot.clickOn(
        middle(robot, robot.lookup(".curve-handle").nth(0).query()), MouseButton.SECONDARY);
    hand.settle();
    assertEquals(2, fade().points().size());
    assertTrue(fade().points().getFirst().x() > 0.3);
  }

  @Test
  void aCurveIsDrawnWithTheKeyboardAlone(FxRobot robot) {
    hand.click(hand.header("lamp"));
    hand.click(hand.field("lamp.fade"));
    robot.type(KeyCode.UP, 10).type(KeyCode.INSERT).type(KeyCode.RIGHT, 5);
    hand.settle();
    assertEquals("0:1.2 0.55:0.6 1:0", fade().text());
    String spoken = scene.getFocusOwner().getAccessibleText();
    assertTrue(spoken.contains("2") && spoken.contains("0.55"), spoken);
    robot.type(KeyCode.DELETE);
    hand.settle();
    assertEquals("0:1.2 1:0", fade().text());
    robot.type(KeyCode.ESCAPE);
    hand.settle();
    assertEquals(opened, editor.getGraph());
  }

  @Test
  void aCurveIsTypedAndAWrongOneIsNotTaken(FxRobot robot) {
    hand.click(hand.field("lamp.fade"));
    hand.click(middle(robot, robot.lookup("#curve-points").query()));
    robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
    robot.write("0:9 1:0").type(KeyCode.ENTER);
    hand.settle();
    assertEquals(opened, editor.getGraph());
    robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
    hand.click(hand.field("lamp.fade"));
    hand.click(middle(robot, robot.lookup("#curve-points").query()));
    robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
    robot.write("0:0.5 0.5:2").type(KeyCode.ENTER);
    hand.settle();
    assertEquals("0:0.5 0.5:2", param("lamp", "fade"));
  }

  @Test
  void whatIsTypedIsKeptByAClickElsewhereAndDroppedByEscape(FxRobot robot) {
    hand.click(hand.field("lamp.tone"));
    hand.click(middle(robot, robot.lookup("#colour-hex").query()));
    robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
    robot.write("#112233").type(KeyCode.ESCAPE);
    hand.settle();
    assertEquals(opened, editor.getGraph());
    hand.click(hand.field("lamp.tone"));
    robot.type(KeyCode.RIGHT).type(KeyCode.TAB, 3);
    robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
    robot.write("#112233");
    hand.click(hand.screen(new Point2D(60, 330)));
    assertEquals("#112233", param("lamp", "tone"));
    robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
    assertEquals(opened, editor.getGraph());
  }

  @Test
  void aKeyIsPressedToBeChosen(FxRobot robot) {
    hand.click(hand.field("lamp.key"));
    Pictures.take(robot, scene, "choosing-a-key");
    robot.type(KeyCode.SHIFT);
    hand.settle();
    assertEquals("SHIFT", param("lamp", "key"));
    assertFalse(isOpen(robot));
    hand.click(hand.field("lamp.key"));
    robot.type(KeyCode.ESCAPE);
    hand.settle();
    assertEquals("SHIFT", param("lamp", "key"));
    hand.click(hand.field("lamp.key"));
    robot.type(KeyCode.BACK_SPACE);
    hand.settle();
    assertEquals("", param("lamp", "key"));
  }

  @Test
  void aMouseButtonIsAKeyToo(FxRobot robot) {
    hand.click(hand.field("lamp.key"));
    robot.clickOn(middle(robot, robot.lookup("#key-button").query()), MouseButton.SECONDARY);
    hand.settle();
    assertEquals("MOUSE_SECONDARY", param("lamp", "key"));
  }

  @Test
  void aKeyThatAnotherHasIsNamedAndTakenTheSecondTime(FxRobot robot) {
    hand.click(hand.field("lamp.key"));
    robot.type(KeyCode.S);
    hand.settle();
    assertEquals(opened, editor.getGraph());
    String says = robot.lookup(".key-says").<Labeled>query().getText();
    assertTrue(says.contains("spot"), says);
    Pictures.take(robot, scene, "a-key-that-is-taken");
    robot.type(KeyCode.S);
    hand.settle();
    assertEquals("S", param("lamp", "key"));
  }

  @Test
  void theSheetsFollowTheTheme(FxRobot robot) {
    robot.interact(
        () -> Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet()));
    for (String name : List.of("tone", "fade", "key")) {
      hand.click(hand.field("spot." + name));
      Pictures.take(robot, scene, "light-" + name);
      robot.type(KeyCode.ESCAPE);
      hand.settle();
    }
  }
}
