package dev.dreamwire.editor;

import static dev.dreamwire.editor.DemoNodes.wire;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.editor.geometry.GraphLayout;
import dev.dreamwire.editor.model.GraphChange.Kind;
import dev.dreamwire.editor.model.GraphChange.Scope;
import dev.dreamwire.runtime.graph.GraphEdit;
import dev.dreamwire.runtime.graph.Node;
import java.util.Map;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Wires, made and taken away by pointer and keys. */
class WiringTest extends EditorTest {
  @Start
  void start(Stage stage) {
    open(stage);
  }

  @Test
  void draggingFromAnOutputToAnInputMakesAWireThatCanBeUndone(FxRobot robot) {
    hand.press(hand.output("voice.pitch"), hand.input("meter.pitch"));
    Pictures.take(robot, scene, "dragging-a-wire");
    robot.release(MouseButton.PRIMARY);
    hand.settle();
    assertTrue(editor.getGraph().wires().contains(wire("voice.pitch", "meter.pitch")));
    assertEquals(Scope.STRUCTURE, changes.getLast().scope(DemoNodes.REGISTRY));

    robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
    assertEquals(DemoNodes.patch(), editor.getGraph());
    assertEquals(Kind.UNDO, changes.getLast().kind());

    robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.Z);
    robot.release(KeyCode.CONTROL, KeyCode.SHIFT);
    assertTrue(editor.getGraph().wires().contains(wire("voice.pitch", "meter.pitch")));
  }

  @Test
  void aWireBetweenPortsThatDoNotFitIsRefusedWithTheReason(FxRobot robot) {
    hand.drag(hand.output("voice.pitch"), hand.input("speaker.sound"));
    Pictures.take(robot, scene, "refusal");
    assertEquals(DemoNodes.patch(), editor.getGraph());
    String reason = editor.lastRefusalProperty().get();
    assertTrue(reason.contains("demo:pitch") && reason.contains("demo:sound"), reason);
    assertTrue(robot.lookup(".callout").<Labeled>query().isVisible());
  }

  @Test
  void aWireThatWouldCloseALoopIsRefusedWithTheReason() {
    hand.drag(hand.output("echo.sound"), hand.input("echo.sound"));
    assertEquals(DemoNodes.patch(), editor.getGraph());
    assertTrue(editor.lastRefusalProperty().get().contains("loop"));
  }

  @Test
  void aWireIsTakenFromItsInputAndDroppedOnTheGround() {
    hand.drag(hand.input("speaker.sound"), hand.screen(new Point2D(700, 420)));
    assertFalse(editor.getGraph().wires().contains(wire("echo.sound", "speaker.sound")));
    assertEquals(DemoNodes.patch().wires().size() - 1, editor.getGraph().wires().size());
  }

  @Test
  void aWireDroppedOnTheGroundAsksForANodeThatTakesIt(FxRobot robot) {
    hand.drag(hand.output("voice.pitch"), hand.screen(new Point2D(600, 380)));
    Pictures.take(robot, scene, "palette-for-a-wire");
    robot.type(KeyCode.ENTER);
    hand.settle();
    Node added = editor.getGraph().nodes().values().stream().toList().getLast();
    assertEquals(1, changes.size());
    assertTrue(editor.getGraph().wires().stream().anyMatch(w -> w.to().node().equals(added.id())));
  }

  @Test
  void theKeyboardPullsAWireFromPortToPort(FxRobot robot) {
    hand.click(hand.header("voice"));
    robot.type(KeyCode.W, KeyCode.DOWN);
    assertTrue(editor.getAccessibleText().contains("output pitch"), editor.getAccessibleText());
    Pictures.take(robot, scene, "port-focus");
    robot.type(KeyCode.ENTER);
    Pictures.take(robot, scene, "pulling-by-keys");
    assertTrue(editor.getAccessibleText().contains("Pitch Meter"), editor.getAccessibleText());
    robot.type(KeyCode.DOWN, KeyCode.UP, KeyCode.ENTER);
    hand.settle();
    assertTrue(editor.getGraph().wires().contains(wire("voice.pitch", "meter.pitch")));
    robot.type(KeyCode.DELETE);
    hand.settle();
    assertEquals(DemoNodes.patch(), editor.getGraph());
    robot.type(KeyCode.ENTER, KeyCode.ESCAPE, KeyCode.ESCAPE);
    hand.settle();
    assertEquals(DemoNodes.patch(), editor.getGraph());
    assertTrue(editor.getAccessibleText().contains("node voice"), editor.getAccessibleText());
  }

  @Test
  void tabAtAPortAddsANodeThatTakesItsWireAndHidesNoOther(FxRobot robot) {
    hand.click(hand.header("voice"));
    robot.type(KeyCode.W, KeyCode.TAB);
    robot.write("speaker").type(KeyCode.ENTER);
    hand.settle();
    assertTrue(editor.getGraph().wires().contains(wire("voice.sound", "speaker2.sound")));
    var layout = GraphLayout.of(editor.getGraph(), DemoNodes.REGISTRY);
    var added = layout.node("speaker2").orElseThrow().bounds();
    assertTrue(
        layout.nodes().stream()
            .noneMatch(n -> !n.id().equals("speaker2") && n.bounds().intersects(added)));
  }

  @Test
  void whatDoesNotTakeAPortsWireIsListedWithTheReason(FxRobot robot) {
    hand.click(hand.header("voice"));
    robot.type(KeyCode.W, KeyCode.C);
    robot.write("tuning").type(KeyCode.ENTER);
    Pictures.take(robot, scene, "partners");
    Labeled help = robot.lookup(".search-help").query();
    assertTrue(help.getText().contains("demo:tuning"), help.getText());
    assertEquals(DemoNodes.patch(), editor.getGraph());
  }

  @Test
  void aSelectedWireIsDeleted(FxRobot robot) {
    Point2D middle = hand.output("voice.sound").interpolate(hand.input("echo.sound"), 0.5);
    hand.click(middle);
    robot.type(KeyCode.DELETE);
    hand.settle();
    assertFalse(editor.getGraph().wires().contains(wire("voice.sound", "echo.sound")));
  }

  @Test
  void aNodeLetGoOverAWireIsPutIntoItInOneStep(FxRobot robot) {
    robot.interact(
        () ->
            editor.apply(
                new GraphEdit.AddNode(new Node("room", "demo:echo", 1, Map.of(), 560, 260))));
    changes.clear();
    Point2D header = hand.header("room");
    Point2D middle = hand.output("echo.sound").interpolate(hand.input("speaker.sound"), 0.5);
    hand.press(header, middle);
    Pictures.take(robot, scene, "inserting");
    robot.release(MouseButton.PRIMARY);
    hand.settle();
    assertTrue(editor.getGraph().wires().contains(wire("echo.sound", "room.sound")));
    assertTrue(editor.getGraph().wires().contains(wire("room.sound", "speaker.sound")));
    assertEquals(1, changes.size());
  }

  @Test
  void doubleClickOnAWirePutsTheChosenTypeIntoIt(FxRobot robot) {
    hand.doubleClick(hand.output("voice.sound").interpolate(hand.input("echo.sound"), 0.5));
    robot.type(KeyCode.ENTER);
    hand.settle();
    assertTrue(editor.getGraph().wires().contains(wire("voice.sound", "echo2.sound")));
    assertTrue(editor.getGraph().wires().contains(wire("echo2.sound", "echo.sound")));
  }

  @Test
  void aDragWithAltCutsTheWiresThatItCrosses() {
    Point2D wire = hand.output("voice.sound").interpolate(hand.input("echo.sound"), 0.5);
    hand.altDrag(wire.add(0, 220), wire.add(0, -20));
    assertFalse(editor.getGraph().wires().contains(wire("voice.sound", "echo.sound")));
    assertEquals(1, changes.size());
    assertTrue(editor.getGraph().wires().contains(wire("keys.keys", "voice.keys")));
  }

  @Test
  void theKeyboardGoesFromNodeToNodeAndConnects(FxRobot robot) {
    hand.click(hand.header("voice"));
    robot.type(KeyCode.RIGHT);
    assertEquals(Set.of("echo"), editor.selectionProperty().get());
    robot.type(KeyCode.LEFT, KeyCode.C);
    robot.write("meter").type(KeyCode.ENTER);
    hand.settle();
    assertTrue(editor.getGraph().wires().contains(wire("voice.pitch", "meter.pitch")));
    assertTrue(editor.getAccessibleText().contains("Voice"));
  }
}
