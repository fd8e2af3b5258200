package dev.dreamwire.editor;

import static dev.dreamwire.editor.DemoNodes.wire;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.editor.model.FragmentTexts;
import dev.dreamwire.editor.model.Fragments;
import dev.dreamwire.editor.model.GraphChange.Scope;
import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.GraphEdit;
import dev.dreamwire.runtime.graph.Node;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Point2D;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Selecting, moving, copying and looking elsewhere. */
class ArrangingTest extends EditorTest {
  @Start
  void start(Stage stage) {
    open(stage);
  }

  /** Names nodes of the patch. */
  private static final class IdTexts implements FragmentTexts {
    @Override
    public String write(Graph fragment) {
      return "nodes " + String.join(" ", fragment.nodes().keySet());
    }

    @Override
    public Graph read(String text) {
      if (!text.startsWith("nodes ")) {
        throw new IllegalArgumentException("no nodes here");
      }
      return Fragments.of(DemoNodes.patch(), Set.of(text.substring(6).split(" ")));
    }
  }

  private static void put(FxRobot robot, String text) {
    robot.interact(
        () -> {
          ClipboardContent content = new ClipboardContent();
          content.putString(text);
          Clipboard.getSystemClipboard().setContent(content);
        });
  }

  @Test
  void movedNodesSettleOnTheGridInOneStep(FxRobot robot) {
    Point2D header = hand.header("meter");
    hand.drag(header, header.add(-163, 87));
    Node moved = node("meter");
    assertEquals(0, moved.x() % 10 + moved.y() % 10, () -> "settled at " + moved);
    assertTrue(moved.x() < 700 && moved.y() > 300, () -> "moved to " + moved);
    assertEquals(1, changes.size());
    assertEquals(Scope.LAYOUT, changes.getLast().scope(DemoNodes.REGISTRY));
  }

  @Test
  void escapeTakesAMoveBackWhileItLasts(FxRobot robot) {
    Point2D header = hand.header("meter");
    hand.press(header, header.add(-100, 50));
    robot.type(KeyCode.ESCAPE);
    robot.release(MouseButton.PRIMARY);
    hand.settle();
    assertEquals(DemoNodes.patch(), editor.getGraph());
  }

  @Test
  void aBoxSelectsWhatItTouchesAndDeleteRemovesItWithItsWires(FxRobot robot) {
    hand.drag(hand.screen(new Point2D(540, -60)), hand.screen(new Point2D(1060, 150)));
    assertEquals(Set.of("echo", "speaker"), editor.selectionProperty().get());
    robot.type(KeyCode.DELETE);
    hand.settle();
    assertEquals(Set.of("keys", "tuning", "voice", "meter"), editor.getGraph().nodes().keySet());
    assertEquals(2, editor.getGraph().wires().size());
  }

  @Test
  void shiftClickAddsToTheSelection() {
    hand.click(hand.header("keys"));
    hand.shiftClick(hand.header("voice"));
    assertEquals(Set.of("keys", "voice"), editor.selectionProperty().get());
  }

  @Test
  void duplicatesAreFedLikeTheirOriginals(FxRobot robot) {
    hand.click(hand.header("echo"));
    robot.press(KeyCode.CONTROL).type(KeyCode.D).release(KeyCode.CONTROL);
    hand.settle();
    assertEquals(Set.of("echo2"), editor.selectionProperty().get());
    assertTrue(editor.getGraph().wires().contains(wire("voice.sound", "echo2.sound")));
    assertTrue(editor.getGraph().wires().contains(wire("echo2.sound", "echo2.tail")));
    robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
    assertEquals(DemoNodes.patch(), editor.getGraph());
  }

  @Test
  void copiedNodesArePastedUnderNewNames(FxRobot robot) {
    hand.click(hand.header("tuning"));
    robot.press(KeyCode.CONTROL).type(KeyCode.C, KeyCode.V, KeyCode.V).release(KeyCode.CONTROL);
    hand.settle();
    assertEquals(442.0, param("tuning2", "reference"));
    assertTrue(editor.getGraph().nodes().containsKey("tuning3"));
  }

  @Test
  void nodesAreCopiedAsTextAndForeignTextIsRefused(FxRobot robot) {
    robot.interact(
        () -> {
          editor.setFragmentTexts(new IdTexts());
          editor.selectionProperty().set(Set.of("tuning"));
          editor.requestFocus();
        });
    robot.press(KeyCode.CONTROL).type(KeyCode.C).release(KeyCode.CONTROL);
    robot.interact(() -> assertEquals("nodes tuning", Clipboard.getSystemClipboard().getString()));
    put(robot, "nodes voice");
    robot.press(KeyCode.CONTROL).type(KeyCode.V).release(KeyCode.CONTROL);
    hand.settle();
    assertEquals("demo:voice", node("voice2").type());
    put(robot, "a shopping list");
    robot.press(KeyCode.CONTROL).type(KeyCode.V).release(KeyCode.CONTROL);
    hand.settle();
    assertEquals("no nodes here", editor.lastRefusalProperty().get());
    assertEquals(DemoNodes.patch().nodes().size() + 1, editor.getGraph().nodes().size());
    put(robot, "");
  }

  @Test
  void zoomKeepsThePointUnderTheCursor() {
    double before = editor.cameraProperty().get().zoom();
    Point2D place = hand.output("voice.sound");
    hand.shortcutScroll(place, 200);
    assertTrue(editor.cameraProperty().get().zoom() > 1.5 * before);
    assertEquals(0, place.distance(hand.output("voice.sound")), 1);
  }

  @Test
  void theMiddleButtonAndSpacePan(FxRobot robot) {
    Point2D before = hand.header("voice");
    hand.move(before);
    robot.press(MouseButton.MIDDLE);
    hand.move(before.add(30, 20));
    robot.release(MouseButton.MIDDLE).press(KeyCode.SPACE);
    hand.drag(before, before.add(10, 0));
    robot.release(KeyCode.SPACE);
    assertEquals(0, before.add(40, 20).distance(hand.header("voice")), 1.5);
    assertEquals(DemoNodes.patch(), editor.getGraph());
  }

  @Test
  void theGraphIsArrangedInOneStep(FxRobot robot) throws TimeoutException {
    hand.click(hand.screen(new Point2D(400, 420)));
    robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.F);
    robot.release(KeyCode.CONTROL, KeyCode.SHIFT);
    WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> changes.size() == 1);
    Pictures.take(robot, scene, "arranged");
    assertEquals(Scope.LAYOUT, changes.getFirst().scope(DemoNodes.REGISTRY));
    robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
    assertEquals(DemoNodes.patch(), editor.getGraph());
  }

  @Test
  void editsOfTheProgramJoinTheHistory(FxRobot robot) {
    robot.interact(() -> editor.apply(new GraphEdit.SetParam("echo", "stereo", true)));
    assertEquals(true, param("echo", "stereo"));
    robot.interact(editor::undo);
    assertEquals(DemoNodes.patch(), editor.getGraph());
  }
}
