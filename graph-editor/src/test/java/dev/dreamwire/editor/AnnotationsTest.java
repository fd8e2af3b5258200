package dev.dreamwire.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerLight;
import dev.dreamwire.runtime.graph.Annotation;
import dev.dreamwire.runtime.graph.Annotation.Area;
import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.GraphEdit;
import dev.dreamwire.runtime.graph.Node;
import java.util.Map;
import java.util.Set;
import javafx.application.Application;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Frames that carry nodes, and comments. */
class AnnotationsTest extends EditorTest {
  @Start
  void start(Stage stage) {
    open(stage);
  }

  private Annotation only() {
    return only(editor.getGraph());
  }

  private static Annotation only(Graph graph) {
    assertEquals(1, graph.annotations().size());
    return graph.annotations().values().iterator().next();
  }

  private Point2D title(Annotation frame) {
    return hand.screen(new Point2D(frame.area().x() + 100, frame.area().y() + 12));
  }

  private void frameVoiceAndEcho(FxRobot robot) {
    hand.interactively(() -> editor.selectionProperty().set(Set.of("voice", "echo")));
    hand.interactively(() -> editor.requestFocus());
    robot.press(KeyCode.CONTROL).type(KeyCode.J).release(KeyCode.CONTROL);
    robot.write("sound", 0).type(KeyCode.ENTER);
    hand.settle();
  }

  @Test
  void aFrameAroundTheSelectionCarriesWhatLiesInItAsOneStep(FxRobot robot) {
    frameVoiceAndEcho(robot);
    assertEquals("sound", only().text());
    Point2D from = title(only());
    hand.drag(from, from.add(60, 120));
    Node voice = editor.getGraph().nodes().get("voice");
    Node echo = editor.getGraph().nodes().get("echo");
    assertTrue(voice.x() > 280 && voice.y() > 40, voice::toString);
    assertEquals(echo.x() - 560, voice.x() - 280);
    assertEquals(0, editor.getGraph().nodes().get("keys").x());
    robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
    assertEquals(DemoNodes.patch().nodes(), editor.getGraph().nodes());
    assertEquals("sound", only().text());
  }

  @Test
  void aFrameIsResizedByItsCornerAndColouredAndDeletedFromItsMenu(FxRobot robot) {
    frameVoiceAndEcho(robot);
    Area before = only().area();
    Point2D corner =
        hand.screen(new Point2D(before.x() + before.width() - 5, before.y() + before.height() - 5));
    hand.drag(corner, corner.add(80, 40));
    assertTrue(only().area().width() > before.width() && only().area().x() == before.x());
    assertEquals(DemoNodes.patch().nodes(), editor.getGraph().nodes());

    hand.move(title(only()));
    robot.clickOn(MouseButton.SECONDARY);
    robot.write("green", 0).type(KeyCode.ENTER);
    hand.settle();
    assertEquals("emerald", only().colour());

    hand.click(title(only()));
    robot.type(KeyCode.DELETE);
    hand.settle();
    assertEquals(Map.of(), editor.getGraph().annotations());
    assertEquals(DemoNodes.patch(), editor.getGraph());
  }

  @Test
  void aFrameIsCopiedCutAndDuplicatedWithWhatLiesInIt(FxRobot robot) {
    frameVoiceAndEcho(robot);
    Graph framed = editor.getGraph();
    hand.click(title(only()));
    assertTrue(editor.getAccessibleText().startsWith("Frame sound with 2 nodes"));
    robot.press(KeyCode.CONTROL).type(KeyCode.D).release(KeyCode.CONTROL);
    hand.settle();
    Graph twice = editor.getGraph();
    assertEquals(8, twice.nodes().size());
    assertEquals(2, twice.annotations().size());
    Annotation copy = twice.annotations().values().stream().toList().getLast();
    Node voice = twice.nodes().get("voice2");
    assertEquals(voice.x() - 280, copy.area().x() - only(framed).area().x());
    assertTrue(twice.wires().contains(DemoNodes.wire("voice2.sound", "echo2.sound")));
    assertTrue(twice.wires().contains(DemoNodes.wire("keys.keys", "voice2.keys")));
    robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
    hand.click(title(only()));
    robot.press(KeyCode.CONTROL).type(KeyCode.X).release(KeyCode.CONTROL);
    hand.settle();
    assertEquals(Set.of("keys", "tuning", "speaker", "meter"), editor.getGraph().nodes().keySet());
    assertEquals(Map.of(), editor.getGraph().annotations());
    robot.press(KeyCode.CONTROL).type(KeyCode.V).release(KeyCode.CONTROL);
    hand.settle();
    assertEquals("sound", only().text());
    assertEquals(6, editor.getGraph().nodes().size());
  }

  @Test
  void keysFindAFrameAndMoveIt(FxRobot robot) {
    frameVoiceAndEcho(robot);
    double before = only().area().x();
    hand.interactively(() -> editor.selectionProperty().set(Set.of("voice")));
    assertTrue(editor.getAccessibleText().contains("In frame sound."), editor.getAccessibleText());
    robot.press(KeyCode.CONTROL).type(KeyCode.F).release(KeyCode.CONTROL);
    robot.write("frame", 0).type(KeyCode.ENTER);
    hand.settle();
    robot.press(KeyCode.CONTROL).type(KeyCode.RIGHT).release(KeyCode.CONTROL);
    hand.settle();
    assertTrue(only().area().x() > before);
    assertEquals(280 + only().area().x() - before, editor.getGraph().nodes().get("voice").x());
  }

  @Test
  void aCommentIsWrittenWhereThePointerIsAndChangedByADoubleClick(FxRobot robot) {
    Point2D place = hand.screen(new Point2D(300, 330));
    hand.click(place);
    robot.type(KeyCode.N);
    robot.write("listen here", 0);
    robot.press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);
    hand.settle();
    assertEquals("listen here", only().text());
    hand.doubleClick(place.add(40, 40));
    robot.write("look", 0);
    robot.press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);
    hand.settle();
    assertEquals("look", only().text());
    robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
    hand.settle();
    assertEquals("listen here", only().text());
  }

  @Test
  void framesAndCommentsAreSeenInBothThemes(FxRobot robot) {
    hand.interactively(
        () ->
            editor.apply(
                new GraphEdit.PutAnnotations(
                    "edit.addFrame",
                    Map.of(
                        "frame",
                        new Annotation(
                            "frame",
                            Annotation.Kind.FRAME,
                            "Sound 声音",
                            "emerald",
                            new Area(256, -14, 528, 300)),
                        "comment",
                        new Annotation(
                            "comment",
                            Annotation.Kind.COMMENT,
                            "The echo feeds back into itself.\n回声反馈到自身，所以声音会逐渐变弱。",
                            "amber",
                            new Area(300, 320, 220, 120))))));
    Pictures.take(robot, scene, "annotations-dark");
    robot.interact(
        () -> Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet()));
    Pictures.take(robot, scene, "annotations-light");
  }
}
