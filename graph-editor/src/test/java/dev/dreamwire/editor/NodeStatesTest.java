package dev.dreamwire.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerLight;
import dev.dreamwire.runtime.graph.Node;
import dev.dreamwire.runtime.graph.NodeState;
import dev.dreamwire.runtime.graph.NodeState.Mode;
import javafx.application.Application;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Setting nodes aside: muted, bypassed, frozen, collapsed and pinned. */
class NodeStatesTest extends EditorTest {
  @Start
  void start(Stage stage) {
    open(stage);
  }

  private NodeState state(String id) {
    return editor.getGraph().nodes().get(id).state();
  }

  private void shortcut(FxRobot robot, KeyCode key) {
    robot.press(KeyCode.CONTROL).type(key).release(KeyCode.CONTROL);
  }

  @Test
  void keysSetTheSelectedNodeAsideAndTakeItBackAndEachIsOneStep(FxRobot robot) {
    hand.click(hand.header("echo"));
    shortcut(robot, KeyCode.M);
    assertEquals(Mode.MUTED, state("echo").mode());
    shortcut(robot, KeyCode.B);
    assertEquals(Mode.BYPASSED, state("echo").mode());
    robot.press(KeyCode.ALT).type(KeyCode.Z).release(KeyCode.ALT);
    assertEquals(Mode.FROZEN, state("echo").mode());
    robot.press(KeyCode.ALT).type(KeyCode.Z).release(KeyCode.ALT);
    assertEquals(Mode.ACTIVE, state("echo").mode());
    shortcut(robot, KeyCode.Z);
    shortcut(robot, KeyCode.Z);
    assertEquals(Mode.BYPASSED, state("echo").mode());
    shortcut(robot, KeyCode.Z);
    shortcut(robot, KeyCode.Z);
    assertEquals(DemoNodes.patch(), editor.getGraph());
  }

  @Test
  void aNodeWithNothingToHandOnIsNotBypassedAndTheReasonIsTold(FxRobot robot) {
    hand.click(hand.header("voice"));
    shortcut(robot, KeyCode.B);
    assertEquals(DemoNodes.patch(), editor.getGraph());
    assertTrue(
        editor.lastRefusalProperty().get().contains("demo:sound"),
        editor.lastRefusalProperty().get());
  }

  @Test
  void theMenuOfANodeMutesItAndWhatNeedsItIsNotComputed(FxRobot robot) {
    hand.move(hand.header("echo"));
    robot.clickOn(MouseButton.SECONDARY);
    hand.settle();
    assertTrue(robot.lookup(".search-pane").tryQuery().isPresent());
    Pictures.take(robot, scene, "node-menu");
    robot.type(KeyCode.ENTER);
    hand.settle();
    assertEquals(Mode.MUTED, state("echo").mode());
    hand.click(hand.header("speaker"));
    assertTrue(editor.getAccessibleText().contains("Not computed"), editor.getAccessibleText());
  }

  @Test
  void aCollapsedNodeIsItsHeaderAndKeepsItsWires(FxRobot robot) {
    hand.click(hand.header("voice"));
    robot.type(KeyCode.H);
    assertTrue(state("voice").collapsed());
    assertEquals(DemoNodes.patch().wires(), editor.getGraph().wires());
    hand.drag(hand.output("voice.pitch"), hand.input("meter.pitch"));
    assertTrue(editor.getGraph().wires().contains(DemoNodes.wire("voice.pitch", "meter.pitch")));
  }

  @Test
  void aPinnedNodeStaysWhereItIs(FxRobot robot) {
    hand.click(hand.header("voice"));
    robot.type(KeyCode.P);
    Point2D from = hand.header("voice");
    hand.drag(from, from.add(90, 60));
    Node voice = editor.getGraph().nodes().get("voice");
    assertEquals(new Point2D(280, 40), new Point2D(voice.x(), voice.y()));
    robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
    shortcut(robot, KeyCode.RIGHT);
    assertEquals(280, editor.getGraph().nodes().get("voice").x());
    assertFalse(editor.getGraph().nodes().get("echo").x() == 560);
  }

  @Test
  void everyStateLooksLikeItself(FxRobot robot) {
    robot.interact(
        () -> {
          set("echo", NodeState.USUAL.with(Mode.BYPASSED));
          set("tuning", NodeState.USUAL.with(Mode.MUTED).pinned(true));
          set("keys", NodeState.USUAL.with(Mode.FROZEN));
          set("meter", NodeState.USUAL.collapsed(true));
          set("speaker", NodeState.USUAL.pinned(true));
        });
    Pictures.take(robot, scene, "states-dark");
    robot.interact(
        () -> Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet()));
    Pictures.take(robot, scene, "states-light");
  }

  private void set(String id, NodeState state) {
    editor.open(editor.getGraph().with(editor.getGraph().nodes().get(id).with(state)));
  }
}
