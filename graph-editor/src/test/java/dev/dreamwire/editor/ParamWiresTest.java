package dev.dreamwire.editor;

import static dev.dreamwire.editor.DemoNodes.wire;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.GraphEdit;
import dev.dreamwire.runtime.graph.Node;
import dev.dreamwire.runtime.graph.Wire;
import java.util.Map;
import javafx.geometry.Point2D;
import javafx.scene.control.Labeled;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TreeTableView;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Wires to parameters: their hidden inputs, and how a driven value looks and behaves. */
class ParamWiresTest extends EditorTest {
  private static final Wire DRIVE = wire("wheel.turn", "echo.feedback");

  /** The demo patch with a wheel below the keys. */
  private static final Graph PATCH =
      DemoNodes.patch().with(new Node("wheel", "demo:wheel", 1, Map.of(), 280, 380));

  @Start
  void start(Stage stage) {
    open(stage);
    editor.open(PATCH);
  }

  private boolean driven() {
    return editor.getGraph().wires().contains(DRIVE);
  }

  private Color colour(FxRobot robot, Point2D at) {
    Point2D local = editor.screenToLocal(at);
    Image seen = Pictures.take(robot, scene, "parameter-input");
    return seen.getPixelReader().getColor((int) local.getX(), (int) local.getY());
  }

  private static boolean differ(Color a, Color b) {
    return Math.abs(a.getRed() - b.getRed())
            + Math.abs(a.getGreen() - b.getGreen())
            + Math.abs(a.getBlue() - b.getBlue())
        > 0.1;
  }

  @Test
  void aHiddenInputShowsUnderThePointerAndWhileItsWireIsDragged(FxRobot robot) {
    Point2D port = hand.input("echo.feedback");
    Color hidden = colour(robot, port);
    hand.move(hand.field("echo.feedback"));
    assertTrue(differ(hidden, colour(robot, port)));
    hand.move(hand.header("keys"));
    assertEquals(hidden, colour(robot, port));
    hand.press(hand.output("wheel.turn"), hand.screen(new Point2D(500, 420)));
    assertTrue(differ(hidden, colour(robot, port)));
    Pictures.take(robot, scene, "parameter-inputs");
    robot.type(KeyCode.ESCAPE).release(MouseButton.PRIMARY);
    hand.settle();
    assertEquals(PATCH, editor.getGraph());
  }

  @Test
  void aNumberDroppedOnAParameterDrivesItUntilTheWireIsPulledOff(FxRobot robot) {
    hand.drag(hand.output("wheel.turn"), hand.field("echo.feedback"));
    assertTrue(driven());
    Pictures.take(robot, scene, "driven-parameter");

    hand.drag(hand.field("echo.feedback"), hand.field("echo.feedback").add(40, 0));
    hand.doubleClick(hand.field("echo.feedback"));
    assertEquals(null, param("echo", "feedback"));
    Labeled callout = robot.lookup(".callout").query();
    assertTrue(callout.getText().contains("wheel.turn"), callout.getText());

    robot.interact(() -> editor.open(new GraphEdit.Connect(DRIVE).apply(PATCH)));
    hand.settle();
    hand.drag(hand.input("echo.feedback"), hand.screen(new Point2D(700, 420)));
    assertFalse(driven());
    hand.drag(hand.field("echo.feedback"), hand.field("echo.feedback").add(40, 0));
    assertNotEquals(null, param("echo", "feedback"));
  }

  @Test
  void aDrivenSwitchIsNotTurned(FxRobot robot) {
    hand.drag(hand.output("wheel.turn"), hand.field("keys.velocity"));
    assertTrue(editor.getGraph().wires().contains(wire("wheel.turn", "keys.velocity")));
    hand.click(hand.field("keys.velocity"));
    assertEquals(null, param("keys", "velocity"));
    assertTrue(robot.lookup(".callout").<Labeled>query().isVisible());
  }

  @Test
  void whatIsPartOfTheProgramRefusesWithTheReason() {
    hand.drag(hand.output("wheel.turn"), hand.field("voice.voices"));
    assertEquals(PATCH, editor.getGraph());
    assertEquals(
        "voices is part of the program; change it in the node.",
        editor.lastRefusalProperty().get());
    hand.drag(hand.output("voice.pitch"), hand.field("echo.feedback"));
    assertEquals(PATCH, editor.getGraph());
  }

  @Test
  void theKeyboardReachesHiddenInputsAndUnwiresThem(FxRobot robot) {
    hand.click(hand.header("speaker"));
    robot.type(KeyCode.W, KeyCode.DOWN);
    assertTrue(
        editor.getAccessibleText().contains("input of the parameter level"),
        editor.getAccessibleText());
    Pictures.take(robot, scene, "parameter-input-focus");
    robot.type(KeyCode.ENTER, KeyCode.ENTER);
    hand.settle();
    assertTrue(editor.getGraph().wires().contains(wire("wheel.turn", "speaker.level")));
    assertEquals(1, changes.size());
    robot.type(KeyCode.DELETE);
    hand.settle();
    assertEquals(PATCH, editor.getGraph());
  }

  @Test
  void theKeyboardPullsANumberToAParameterAndListsAll(FxRobot robot) {
    hand.click(hand.header("wheel"));
    robot.type(KeyCode.W, KeyCode.C);
    robot.write("feedback").type(KeyCode.ENTER);
    hand.settle();
    assertTrue(driven());
  }

  @Test
  void thePaletteOffersNodesWithParametersForANumber(FxRobot robot) {
    hand.drag(hand.output("wheel.turn"), hand.screen(new Point2D(600, 420)));
    robot.write("speaker").type(KeyCode.ENTER);
    hand.settle();
    assertTrue(editor.getGraph().wires().contains(wire("wheel.turn", "speaker2.level")));
  }

  @Test
  void aCopyIsDrivenByTheSameNumber(FxRobot robot) {
    hand.drag(hand.output("wheel.turn"), hand.field("echo.feedback"));
    hand.click(hand.header("echo"));
    robot.press(KeyCode.CONTROL).type(KeyCode.D).release(KeyCode.CONTROL);
    hand.settle();
    assertTrue(editor.getGraph().wires().contains(wire("wheel.turn", "echo2.feedback")));
  }

  @Test
  void theTableSaysWhatDrivesAParameter(FxRobot robot) {
    hand.drag(hand.output("wheel.turn"), hand.field("echo.feedback"));
    robot.interact(() -> scene.setRoot(new SplitPane(editor, editor.outline())));
    TreeTableView<?> table = (TreeTableView<?>) editor.outline().lookup("#graph-outline");
    robot.interact(() -> table.getRoot().getChildren().forEach(row -> row.setExpanded(true)));
    hand.settle();
    assertTrue(
        table.lookupAll(".tree-table-row-cell").stream()
            .anyMatch(
                row -> "feedback, Parameter, from wheel.turn".equals(row.getAccessibleText())));
  }

  @Test
  void aCollapsedNodeStillHasTheEndOfTheWire(FxRobot robot) {
    hand.drag(hand.output("wheel.turn"), hand.field("echo.feedback"));
    hand.click(hand.header("echo"));
    robot.type(KeyCode.H);
    hand.settle();
    Pictures.take(robot, scene, "driven-and-collapsed");
    assertTrue(driven());
    assertTrue(node("echo").state().collapsed());
  }
}
