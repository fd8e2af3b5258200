package dev.dreamwire.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.runtime.graph.Annotation;
import dev.dreamwire.runtime.graph.Annotation.Area;
import dev.dreamwire.runtime.graph.Expansion;
import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.GraphEdit;
import dev.dreamwire.runtime.graph.PromotedParam;
import dev.dreamwire.runtime.graph.PromotedPort;
import dev.dreamwire.runtime.graph.Subgraph;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** The border of a subgraph, and what crosses it. */
class BordersTest extends EditorTest {
  @Start
  void start(Stage stage) {
    open(stage);
  }

  private Graph whole() {
    return editor.history().graph();
  }

  private Subgraph group() {
    return whole().subgraphs().known().get("group");
  }

  private void enterGroup(FxRobot robot) {
    hand.select("voice", "echo");
    hand.keys(KeyCode.CONTROL, KeyCode.G);
    hand.keys(KeyCode.I);
  }

  @Test
  void noEditTakesTheBorderOutAndOneSentenceSaysSo(FxRobot robot) {
    enterGroup(robot);
    Graph before = whole();
    List<KeyCode[]> removals =
        List.of(
            new KeyCode[] {KeyCode.DELETE},
            new KeyCode[] {KeyCode.CONTROL, KeyCode.DELETE},
            new KeyCode[] {KeyCode.CONTROL, KeyCode.X},
            new KeyCode[] {KeyCode.ALT, KeyCode.D},
            new KeyCode[] {KeyCode.R});
    for (String border : List.of("inputs", "outputs")) {
      for (KeyCode[] removal : removals) {
        hand.select(border);
        hand.keys(removal);
        assertEquals(before, whole(), () -> border + " after " + List.of(removal));
      }
    }
    assertTrue(editor.lastRefusalProperty().get().contains("border"));
  }

  @Test
  void editsOfOthersKeepTheBorderToo(FxRobot robot) {
    enterGroup(robot);
    Graph before = whole();
    hand.interactively(() -> editor.apply(new GraphEdit.RemoveNodes(Set.of("inputs", "outputs"))));
    assertEquals(before, whole());
    hand.interactively(
        () ->
            editor.apply(
                GraphEdit.Compound.of(
                    new GraphEdit.RemoveNodes(Set.of("outputs", "echo")),
                    new GraphEdit.Connect(DemoNodes.wire("voice.pitch", "outputs.+")))));
    assertEquals(Set.of("voice", "inputs", "outputs"), editor.getGraph().nodes().keySet());
    assertEquals(
        List.of("sound", "pitch"), group().outputs().stream().map(PromotedPort::name).toList());
  }

  @Test
  void aWireFromTheFreePortIntoEmptySpaceOffersAllTypesAndMakesAPort(FxRobot robot) {
    enterGroup(robot);
    Point2D empty = hand.header("inputs").add(20, 200);
    hand.drag(hand.output("inputs.+"), empty);
    ListView<?> list = robot.lookup(".search-pane .list-view").query();
    assertTrue(list.getItems().size() > 4, () -> "offered: " + list.getItems());
    Pictures.take(robot, scene, "palette-of-a-free-port");
    robot.write("meter", 0).type(KeyCode.ENTER);
    hand.settle();
    assertEquals(
        List.of("keys", "tuning", "pitch"),
        group().inputs().stream().map(PromotedPort::name).toList());
    assertTrue(editor.getGraph().wires().contains(DemoNodes.wire("inputs.pitch", "meter.pitch")));
    hand.keys(KeyCode.CONTROL, KeyCode.Z);
    assertEquals(2, group().inputs().size());
    assertFalse(editor.getGraph().nodes().containsKey("meter"));
    hand.drag(hand.input("outputs.+"), empty);
    robot.write("tuning", 0).type(KeyCode.ENTER);
    hand.settle();
    assertTrue(
        editor.getGraph().wires().contains(DemoNodes.wire("tuning.tuning", "outputs.tuning")));
  }

  @Test
  void oneParameterOutsideLeadsSeveralInsideUntilOneIsLetGo(FxRobot robot) {
    hand.select("echo");
    hand.keys(KeyCode.CONTROL, KeyCode.D);
    hand.select("echo", "echo2");
    hand.keys(KeyCode.CONTROL, KeyCode.G);
    hand.keys(KeyCode.I);
    promote(robot, "echo", "promote delay");
    promote(robot, "echo2", "let delay lead delay");
    assertEquals(2, group().led("delay").size());
    hand.keys(KeyCode.U);
    hand.interactively(() -> editor.apply(new GraphEdit.SetParam("group", "delay", 1.5)));
    for (String echo : List.of("echo", "echo2")) {
      assertEquals(
          1.5, Expansion.flat(whole(), DemoNodes.REGISTRY).nodes().get(echo).params().get("delay"));
    }
    hand.keys(KeyCode.I);
    promote(robot, "echo", "let echo2 go");
    assertEquals(List.of(new PromotedParam("delay", "echo", "delay")), group().params());
  }

  private void promote(FxRobot robot, String node, String choice) {
    hand.select(node);
    hand.keys(KeyCode.E);
    robot.write(choice, 0).type(KeyCode.ENTER);
    hand.settle();
  }

  @Test
  void framesAroundGroupedNodesGoInWithThemAndComeOutAgain(FxRobot robot) {
    Annotation around =
        new Annotation("frame", Annotation.Kind.FRAME, "Tone", "sky", new Area(240, -20, 560, 400));
    Annotation within =
        new Annotation(
            "comment", Annotation.Kind.COMMENT, "soft", "amber", new Area(300, 300, 150, 60));
    Annotation elsewhere =
        new Annotation(
            "frame2", Annotation.Kind.FRAME, "All", "rose", new Area(-60, -60, 1200, 600));
    hand.interactively(
        () ->
            editor.apply(
                new GraphEdit.PutAnnotations(
                    "edit.frame",
                    Map.of("frame", around, "comment", within, "frame2", elsewhere))));
    Graph before = whole();
    enterGroup(robot);
    assertEquals(Map.of("frame", around, "comment", within), group().graph().annotations());
    assertEquals(Set.of("frame2"), whole().annotations().keySet());
    hand.keys(KeyCode.U);
    hand.interactively(
        () ->
            editor.apply(
                new GraphEdit.MoveNodes(
                    Map.of(
                        "group",
                        new GraphEdit.Position(
                            whole().nodes().get("group").x() + 40,
                            whole().nodes().get("group").y())))));
    hand.select("group");
    hand.keys(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.G);
    assertEquals(around.area().moved(40, 0), whole().annotations().get("frame").area());
    assertEquals(within.area().moved(40, 0), whole().annotations().get("comment").area());
    for (int i = 0; i < 3; i++) {
      hand.keys(KeyCode.CONTROL, KeyCode.Z);
    }
    assertEquals(before, whole());
  }
}
