package dev.dreamwire.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.dreamwire.editor.geometry.Camera;
import dev.dreamwire.editor.model.SubgraphShelf;
import dev.dreamwire.editor.text.TextSource;
import dev.dreamwire.runtime.graph.Expansion;
import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.GraphEdit;
import dev.dreamwire.runtime.graph.Node;
import dev.dreamwire.runtime.graph.NodeState.Mode;
import dev.dreamwire.runtime.graph.Problem;
import dev.dreamwire.runtime.graph.PromotedParam;
import dev.dreamwire.runtime.graph.PromotedPort;
import dev.dreamwire.runtime.graph.Subgraph;
import dev.dreamwire.runtime.graph.Subgraphs;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.application.Application;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Graphs in graphs, by mouse and by keyboard. */
@ExtendWith(ApplicationExtension.class)
class SubgraphsTest {
  private GraphEditor editor;
  private Scene scene;
  private EditorHand hand;

  @BeforeAll
  static void speakEnglish() {
    Locale.setDefault(Locale.ENGLISH);
  }

  @Start
  void start(Stage stage) {
    Application.setUserAgentStylesheet(new PrimerDark().getUserAgentStylesheet());
    editor = new GraphEditor(DemoNodes.REGISTRY, TextSource.ENGLISH);
    scene = new Scene(editor, 1100, 640);
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

  private Graph whole() {
    return editor.history().graph();
  }

  private Subgraph group() {
    return whole().subgraphs().known().get("group");
  }

  private void groupVoiceAndEcho(FxRobot robot) {
    hand.select("voice", "echo");
    hand.keys(KeyCode.CONTROL, KeyCode.G);
  }

  private static void assertSameFlow(Graph expected, Graph graph) {
    Graph flat = Expansion.flat(graph, DemoNodes.REGISTRY);
    assertEquals(expected.nodes().keySet(), flat.nodes().keySet());
    assertEquals(new HashSet<>(expected.wires()), new HashSet<>(flat.wires()));
  }

  @Test
  void whatIsGroupedIsOneNodeAndOneStepAndIsTakenApartAgain(FxRobot robot) {
    groupVoiceAndEcho(robot);
    assertEquals(Set.of("keys", "tuning", "speaker", "meter", "group"), whole().nodes().keySet());
    assertEquals(Set.of("group"), editor.selectionProperty().get());
    assertSameFlow(DemoNodes.patch(), whole());
    assertTrue(
        editor.getAccessibleText().contains("Subgraph of 2 nodes"), editor::getAccessibleText);
    hand.keys(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.G);
    assertEquals(Set.of("voice", "echo"), editor.selectionProperty().get());
    assertSameFlow(DemoNodes.patch(), whole());
    assertTrue(whole().subgraphs().isEmpty());
    hand.keys(KeyCode.CONTROL, KeyCode.Z);
    hand.keys(KeyCode.CONTROL, KeyCode.Z);
    assertEquals(DemoNodes.patch(), whole());
    assertFalse(editor.history().canUndo());
  }

  @Test
  void aDoubleClickEntersAndTheWayBackLeadsOutWithTheLookOfEveryLevel(FxRobot robot) {
    groupVoiceAndEcho(robot);
    Camera outside = editor.cameraProperty().get().withZoomAbout(Point2D.ZERO, 0.9);
    hand.interactively(() -> editor.cameraProperty().set(outside));
    hand.doubleClick(hand.header("group"));
    assertEquals(List.of("group"), editor.pathProperty().get());
    assertEquals(Set.of("voice", "echo", "inputs", "outputs"), editor.getGraph().nodes().keySet());
    assertNotEquals(outside, editor.cameraProperty().get());
    assertTrue(editor.getAccessibleText().startsWith("Inside of Group"), editor::getAccessibleText);
    Button top = (Button) editor.lookup(".breadcrumbs .crumb");
    assertEquals("Graph", top.getText());
    robot.clickOn(top);
    hand.settle();
    assertEquals(List.of(), editor.pathProperty().get());
    assertEquals(outside, editor.cameraProperty().get());
    assertEquals(Set.of("group"), editor.selectionProperty().get());
    hand.keys(KeyCode.I);
    assertEquals(List.of("group"), editor.pathProperty().get());
    hand.keys(KeyCode.ALT, KeyCode.UP);
    assertEquals(List.of(), editor.pathProperty().get());
  }

  @Test
  void anEditInsideHoldsForAllInstancesAndUndoingGoesToWhereItWas(FxRobot robot) {
    groupVoiceAndEcho(robot);
    hand.keys(KeyCode.CONTROL, KeyCode.D);
    assertEquals(1, whole().subgraphs().known().size());
    hand.select("group");
    hand.keys(KeyCode.I);
    hand.select("echo");
    hand.keys(KeyCode.CONTROL, KeyCode.M);
    hand.keys(KeyCode.U);
    assertEquals(
        2,
        Expansion.flat(whole(), DemoNodes.REGISTRY).nodes().values().stream()
            .filter(node -> node.type().equals("demo:echo"))
            .filter(node -> node.state().mode() == Mode.MUTED)
            .count());
    hand.keys(KeyCode.CONTROL, KeyCode.Z);
    assertEquals(List.of("group"), editor.pathProperty().get());
    hand.keys(KeyCode.CONTROL, KeyCode.Z);
    assertEquals(List.of(), editor.pathProperty().get());
    hand.keys(KeyCode.CONTROL, KeyCode.Z);
    assertEquals(DemoNodes.patch(), whole());
    hand.keys(KeyCode.CONTROL, KeyCode.Y);
    hand.keys(KeyCode.CONTROL, KeyCode.Y);
    hand.keys(KeyCode.CONTROL, KeyCode.Y);
    assertEquals(List.of("group"), editor.pathProperty().get());
    hand.keys(KeyCode.CONTROL, KeyCode.Z);
    hand.keys(KeyCode.CONTROL, KeyCode.Z);
    hand.keys(KeyCode.CONTROL, KeyCode.Z);
    assertEquals(DemoNodes.patch(), whole());
  }

  @Test
  void aWireDraggedToTheBorderPromotesItsPort(FxRobot robot) {
    groupVoiceAndEcho(robot);
    hand.keys(KeyCode.I);
    assertEquals(1, group().outputs().size());
    hand.drag(hand.output("voice.pitch"), hand.input("outputs.+"));
    assertEquals(
        List.of("sound", "pitch"), group().outputs().stream().map(PromotedPort::name).toList());
    hand.drag(hand.output("inputs.+"), hand.input("voice.bend"));
    assertEquals(
        List.of("keys", "tuning", "bend"),
        group().inputs().stream().map(PromotedPort::name).toList());
    hand.keys(KeyCode.U);
    hand.drag(hand.output("group.pitch"), hand.input("meter.pitch"));
    assertTrue(
        Expansion.flat(whole(), DemoNodes.REGISTRY)
            .wires()
            .contains(DemoNodes.wire("voice.pitch", "meter.pitch")));
  }

  @Test
  void parametersArePromotedRenamedAndWithdrawnByKeyboardAndSetOnTheInstance(FxRobot robot) {
    groupVoiceAndEcho(robot);
    hand.keys(KeyCode.I);
    hand.select("echo");
    hand.keys(KeyCode.E);
    robot.write("delay", 0).type(KeyCode.ENTER);
    hand.settle();
    assertEquals(List.of(new PromotedParam("delay", "echo", "delay")), group().params());
    hand.keys(KeyCode.E);
    robot.write("rename delay", 0).type(KeyCode.ENTER);
    hand.settle();
    robot.write("time", 0).type(KeyCode.ENTER);
    hand.settle();
    assertEquals("time", group().params().getFirst().name());
    hand.keys(KeyCode.U);
    hand.interactively(() -> editor.apply(new GraphEdit.SetParam("group", "time", 1.5)));
    assertEquals(
        1.5, Expansion.flat(whole(), DemoNodes.REGISTRY).nodes().get("echo").params().get("delay"));
    hand.keys(KeyCode.I);
    hand.keys(KeyCode.E);
    robot.write("withdraw time", 0).type(KeyCode.ENTER);
    hand.settle();
    assertEquals(List.of(), group().params());
    assertEquals(Map.of(), whole().nodes().get("group").params());
  }

  @Test
  void problemsAndTimesAreAtTheInstanceOutsideAndAtTheNodeInside(FxRobot robot) {
    groupVoiceAndEcho(robot);
    hand.interactively(
        () -> {
          editor.problemsProperty().set(List.of(Problem.error("echo", "delay", "is odd")));
          editor.setNodeTimes(Map.of("echo", 2.0, "voice", 1.0, "keys", 0.5));
          editor.selectionProperty().set(Set.of("group"));
        });
    assertTrue(editor.getAccessibleText().contains("echo.delay is odd"), editor::getAccessibleText);
    hand.interactively(() -> editor.focusNode("echo"));
    assertEquals(List.of("group"), editor.pathProperty().get());
    assertEquals(Set.of("echo"), editor.selectionProperty().get());
    assertTrue(editor.getAccessibleText().contains("is odd"), editor::getAccessibleText);
    assertFalse(editor.getAccessibleText().contains("echo.delay"), editor::getAccessibleText);
  }

  @Test
  void whatIsPublishedIsOfferedInOtherDocumentsAndNotInsideOfItself(FxRobot robot) {
    List<Graph> kept = new ArrayList<>();
    hand.interactively(
        () ->
            editor.setSubgraphShelf(
                new SubgraphShelf() {
                  @Override
                  public List<Graph> parts() {
                    return kept;
                  }

                  @Override
                  public Optional<String> publish(Subgraph subgraph, Subgraphs among) {
                    Node node = new Node("kept", subgraph.type(), 1, Map.of(), 0, 0);
                    kept.add(Graph.of(List.of(node), List.of()).withSubgraphs(among));
                    return Optional.empty();
                  }
                }));
    groupVoiceAndEcho(robot);
    hand.keys(KeyCode.SHIFT, KeyCode.F2);
    robot.write("Choir", 0).type(KeyCode.ENTER);
    hand.settle();
    assertEquals("Choir", group().title());
    hand.keys(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
    assertEquals(1, kept.size());
    hand.keys(KeyCode.I);
    assertTrue(editor.offers().stream().noneMatch(o -> o.spec().title().equals("Choir")));
    hand.interactively(() -> editor.open(Graph.EMPTY));
    hand.interactively(() -> editor.requestFocus());
    robot.type(KeyCode.TAB);
    robot.write("choir", 0).type(KeyCode.ENTER);
    hand.settle();
    assertEquals(Set.of("group"), whole().subgraphs().known().keySet());
    assertEquals("subgraph:group", whole().nodes().values().iterator().next().type());
    hand.keys(KeyCode.CONTROL, KeyCode.Z);
    assertEquals(Graph.EMPTY, whole());
  }

  @Test
  void copiedInstancesBringTheirSubgraphsIntoOtherDocuments(FxRobot robot) {
    groupVoiceAndEcho(robot);
    hand.keys(KeyCode.CONTROL, KeyCode.C);
    hand.interactively(() -> editor.open(Graph.EMPTY));
    hand.interactively(() -> editor.requestFocus());
    hand.keys(KeyCode.CONTROL, KeyCode.V);
    assertEquals(2, group().size());
    assertEquals(1, whole().nodes().size());
  }

  @Test
  void theBorderStaysWhateverIsDeleted(FxRobot robot) {
    groupVoiceAndEcho(robot);
    hand.keys(KeyCode.I);
    hand.keys(KeyCode.CONTROL, KeyCode.A);
    hand.keys(KeyCode.DELETE);
    assertEquals(Set.of("inputs", "outputs"), editor.getGraph().nodes().keySet());
    hand.keys(KeyCode.CONTROL, KeyCode.Z);
    assertSameFlow(DemoNodes.patch(), whole());
  }

  @Test
  void subgraphsAreSeenInBothThemes(FxRobot robot) {
    groupVoiceAndEcho(robot);
    hand.keys(KeyCode.I);
    hand.select("echo");
    hand.keys(KeyCode.E);
    robot.write("delay", 0).type(KeyCode.ENTER);
    hand.settle();
    hand.select();
    Pictures.take(robot, scene, "subgraph-inside-dark");
    hand.keys(KeyCode.U);
    Pictures.take(robot, scene, "subgraph-dark");
    robot.interact(
        () -> Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet()));
    Pictures.take(robot, scene, "subgraph-light");
    hand.keys(KeyCode.I);
    Pictures.take(robot, scene, "subgraph-inside-light");
  }
}
