package dev.dreamwire.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerDark;
import dev.dreamwire.editor.geometry.Camera;
import dev.dreamwire.editor.geometry.GraphLayout;
import dev.dreamwire.editor.paint.CanvasView;
import dev.dreamwire.editor.text.TextSource;
import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.GraphEdit;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.application.Application;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A graph of 1,000 nodes and 2,000 wires: what is done for a gesture, counted. */
@ExtendWith(ApplicationExtension.class)
class LoadTest {
  private static final int NODES = 1000;

  /** As many as fit into the window at life size, with those that are cut at its edges. */
  private static final int SEEN = 5 * 4;

  private final Graph graph = BigPatch.of(NODES);
  private Stage stage;
  private Pane root;
  private GraphEditor editor;
  private EditorHand hand;

  @Start
  void start(Stage given) {
    // A stage of its own: the robot keeps all events of the one it is given, and so its nodes.
    stage = new Stage();
    Application.setUserAgentStylesheet(new PrimerDark().getUserAgentStylesheet());
    editor = new GraphEditor(DemoNodes.REGISTRY, TextSource.ENGLISH);
    root = new Pane(editor);
    editor.resize(900, 600);
    editor.setManaged(false);
    stage.setScene(new Scene(root, 900, 600));
    stage.show();
    editor.open(graph);
    editor.cameraProperty().set(new Camera(2000, 1000, 1));
  }

  @BeforeEach
  void takeHold(FxRobot robot) {
    hand = new EditorHand(robot, editor);
    hand.settle();
  }

  @AfterEach
  void close(FxRobot robot) {
    robot.interact(stage::hide);
  }

  private CanvasView canvas() {
    return (CanvasView) editor.lookup(".graph-canvas");
  }

  private static long fresh(Iterable<?> before, Iterable<?> after) {
    Set<Integer> old = new HashSet<>();
    before.forEach(each -> old.add(System.identityHashCode(each)));
    long count = 0;
    for (Object each : after) {
      count += old.contains(System.identityHashCode(each)) ? 0 : 1;
    }
    return count;
  }

  @Test
  void aMovedNodeAloneIsLaidOutAndItsWiresAloneAreRouted() {
    assertEquals(2 * NODES - 1, graph.wires().size());
    GraphLayout before = GraphLayout.of(graph, DemoNodes.REGISTRY);
    GraphEdit move = new GraphEdit.MoveNodes(Map.of("n500", new GraphEdit.Position(5210, 2650)));
    GraphLayout after = before.next(move.apply(graph), DemoNodes.REGISTRY, node -> false);
    assertEquals(1, fresh(before.nodes(), after.nodes()));
    long routed = fresh(before.wires(), after.wires());
    // Its three wires, and lanes that go round it.
    assertTrue(routed <= 6, () -> routed + " wires were routed");
  }

  @Test
  void panningDrawsWhatIsSeenWithAMarginAndThenMovesIt() {
    long before = canvas().drawn().paints();
    for (int i = 0; i < 10; i++) {
      hand.interactively(
          () -> editor.cameraProperty().set(editor.cameraProperty().get().dragged(-7, -5)));
    }
    CanvasView.Drawn drawn = canvas().drawn();
    assertEquals(before + 1, drawn.paints());
    assertTrue(drawn.nodes() <= 2 * SEEN, () -> drawn + " for ten steps");
    assertTrue(drawn.wires() <= 8 * SEEN, () -> drawn + " for ten steps");
  }

  @Test
  void aNodeThatIsDraggedLeavesTheRestOfTheGraphAsItWasDrawn(FxRobot robot) {
    Point2D header = hand.header("n208");
    hand.press(header, header.add(30, 20));
    long before = canvas().drawn().paints();
    for (int i = 0; i < 20; i++) {
      hand.move(header.add(30 + i, 20 + i));
    }
    assertEquals(before, canvas().drawn().paints());
    Pictures.take(robot, editor.getScene(), "dragged-node");
    hand.release();
    assertEquals(before + 1, canvas().drawn().paints());
  }

  @Test
  void aWireThatIsDraggedDrawsTheGraphOnlyWhenAPortTakesItOrNoLongerDoes() {
    Point2D from = hand.output("n208.sound");
    hand.press(from, from.add(20, 100));
    long before = canvas().drawn().paints();
    for (int i = 0; i < 20; i++) {
      hand.move(from.add(20 + i, 100 + i / 4.0));
    }
    assertEquals(before, canvas().drawn().paints());
    hand.release();
  }

  @Test
  void gesturesLeaveNoListenerBehind(FxRobot robot) {
    gestures(robot);
    List<Integer> before = counts();
    int children = root.lookupAll("*").size();
    gestures(robot);
    assertEquals(before, counts());
    assertEquals(children, root.lookupAll("*").size());
  }

  private void gestures(FxRobot robot) {
    Point2D header = hand.header("n208");
    hand.drag(header, header.add(40, 30));
    hand.drag(hand.output("n208.sound"), hand.input("n210.sound"));
    hand.drag(header.add(-30, -40), header.add(300, 200));
    hand.doubleClick(hand.field("n209.delay"));
    robot.type(KeyCode.ESCAPE, KeyCode.TAB, KeyCode.ESCAPE);
    robot.type(KeyCode.W, KeyCode.ENTER, KeyCode.DOWN, KeyCode.ESCAPE, KeyCode.ESCAPE);
    robot.interact(() -> editor.open(graph));
    robot.interact(() -> editor.cameraProperty().set(new Camera(2000, 1000, 1)));
    hand.settle();
  }

  private List<Integer> counts() {
    List<ObservableValue<?>> properties =
        new ArrayList<>(
            List.of(
                editor.graphProperty(),
                editor.selectionProperty(),
                editor.cameraProperty(),
                editor.problemsProperty(),
                editor.keyBindingsProperty(),
                editor.focusedProperty(),
                editor.widthProperty(),
                editor.sceneProperty(),
                editor.getScene().focusOwnerProperty()));
    return properties.stream().map(LeftBehind::listeners).toList();
  }

  @Test
  void nothingIsLeftOfAnEditorThatIsClosed(FxRobot robot) throws InterruptedException {
    gestures(robot);
    robot.interact(() -> editor.setNodeTimes(Map.of("n208", 1.5)));
    robot.interact(() -> root.getChildren().clear());
    WeakReference<GraphEditor> closed = new WeakReference<>(editor);
    editor = null;
    hand = null;
    for (int i = 0; i < 50 && closed.get() != null; i++) {
      WaitForAsyncUtils.waitForFxEvents();
      System.gc();
      Thread.sleep(50);
    }
    assertNull(closed.get());
  }
}
