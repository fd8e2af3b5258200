package dev.dreamwire.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.dreamwire.editor.text.TextSource;
import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.GraphCheck;
import dev.dreamwire.runtime.graph.NodeState.Mode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javafx.application.Application;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The graph as a table, used by keys alone. */
@ExtendWith(ApplicationExtension.class)
class OutlineTest {
  private GraphEditor editor;
  private TreeTableView<?> table;
  private Scene scene;

  @BeforeAll
  static void speakEnglish() {
    Locale.setDefault(Locale.ENGLISH);
  }

  @Start
  void start(Stage stage) {
    Application.setUserAgentStylesheet(new PrimerDark().getUserAgentStylesheet());
    editor = new GraphEditor(DemoNodes.REGISTRY, TextSource.ENGLISH);
    SplitPane both = new SplitPane(editor, editor.outline());
    both.setOrientation(Orientation.VERTICAL);
    scene = new Scene(both, 1000, 760);
    stage.setScene(scene);
    stage.setX(0);
    stage.setY(0);
    stage.show();
    both.setDividerPositions(0.4);
    editor.open(DemoNodes.patch());
    editor.problemsProperty().set(GraphCheck.check(editor.getGraph(), DemoNodes.REGISTRY));
  }

  @BeforeEach
  void takeHold(FxRobot robot) {
    table = (TreeTableView<?>) editor.outline().lookup("#graph-outline");
    robot.interact(table::requestFocus);
    robot.interact(() -> table.getSelectionModel().clearAndSelect(0));
  }

  private void type(FxRobot robot, KeyCode... keys) {
    for (KeyCode key : keys) {
      robot.type(key);
      WaitForAsyncUtils.waitForFxEvents();
    }
  }

  private void shortcut(FxRobot robot, KeyCode key) {
    robot.press(KeyCode.CONTROL).type(key).release(KeyCode.CONTROL);
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** What a screen reader says of the rows that are seen. */
  private List<String> heard() {
    return rows().stream().map(Node::getAccessibleText).toList();
  }

  private List<IndexedCell<?>> rows() {
    return table.lookupAll(".tree-table-row-cell").stream()
        .<IndexedCell<?>>map(row -> (IndexedCell<?>) row)
        .filter(row -> !row.isEmpty())
        .toList();
  }

  private String chosen() {
    int at = table.getSelectionModel().getSelectedIndex();
    return rows().stream()
        .filter(row -> row.getIndex() == at)
        .map(Node::getAccessibleText)
        .findFirst()
        .orElse("");
  }

  private void goTo(FxRobot robot, String row) {
    for (int i = 0; i < 60; i++) {
      if (chosen().startsWith(row)) {
        return;
      }
      type(robot, KeyCode.DOWN);
    }
    throw new AssertionError(
        "%s is not among %s; chosen: %s; the keyboard is at %s"
            .formatted(row, heard(), chosen(), scene.getFocusOwner()));
  }

  @Test
  void rowsSayWhatTheGraphIs(FxRobot robot) {
    goTo(robot, "voice");
    type(robot, KeyCode.RIGHT);
    List<String> heard = heard();
    assertTrue(heard.contains("keys, Keyboard"), heard::toString);
    assertTrue(heard.contains("keys, Input, demo:keys, from keys.keys"), heard::toString);
    assertTrue(heard.contains("wave, Parameter, saw"), heard::toString);
    assertTrue(
        heard.stream().anyMatch(text -> text.startsWith("bend, Input, demo:pitch, not wired")),
        heard::toString);
    assertEquals(Set.of("voice"), editor.selectionProperty().get());
    Pictures.take(robot, scene, "outline-dark");
    robot.interact(
        () -> Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet()));
    Pictures.take(robot, scene, "outline-light");
    goTo(robot, "meter");
    assertTrue(chosen().matches("meter, Pitch Meter, .*Problem: .*"), chosen());
  }

  @Test
  void nodesAreRenamedMutedAndDeleted(FxRobot robot) {
    goTo(robot, "echo");
    type(robot, KeyCode.F2);
    robot.write("delay", 0);
    type(robot, KeyCode.ENTER);
    assertTrue(editor.getGraph().nodes().containsKey("delay"));
    assertEquals(5, editor.getGraph().wires().size());
    goTo(robot, "delay");
    shortcut(robot, KeyCode.M);
    assertEquals(Mode.MUTED, editor.getGraph().nodes().get("delay").state().mode());
    assertTrue(heard().contains("delay, Echo, Muted."), heard()::toString);
    type(robot, KeyCode.DELETE);
    assertFalse(editor.getGraph().nodes().containsKey("delay"));
    shortcut(robot, KeyCode.Z);
    shortcut(robot, KeyCode.Z);
    shortcut(robot, KeyCode.Z);
    assertEquals(DemoNodes.patch(), editor.getGraph());
  }

  @Test
  void aNameThatIsTakenIsRefused(FxRobot robot) {
    goTo(robot, "echo");
    type(robot, KeyCode.F2);
    robot.write("voice", 0);
    type(robot, KeyCode.ENTER);
    assertEquals(DemoNodes.patch(), editor.getGraph());
  }

  @Test
  void inputsAreWiredAndUnwiredAndParametersEdited(FxRobot robot) {
    goTo(robot, "meter");
    type(robot, KeyCode.RIGHT);
    goTo(robot, "pitch");
    type(robot, KeyCode.ENTER);
    robot.write("voice", 0);
    type(robot, KeyCode.ENTER);
    assertTrue(
        editor.getGraph().wires().contains(DemoNodes.wire("voice.pitch", "meter.pitch")),
        () -> editor.getGraph().wires().toString());
    assertTrue(table.isFocused(), "the keyboard comes back to the table");
    goTo(robot, "pitch");
    type(robot, KeyCode.DELETE);
    assertEquals(DemoNodes.patch().wires(), editor.getGraph().wires());
    goTo(robot, "label");
    type(robot, KeyCode.ENTER);
    robot.write("loud", 0);
    type(robot, KeyCode.ENTER);
    assertEquals("loud", editor.getGraph().nodes().get("meter").params().get("label"));
  }

  @Test
  void whatIsSelectedOnTheCanvasIsSelectedInTheTable(FxRobot robot) {
    robot.interact(() -> editor.selectionProperty().set(Set.of("tuning", "speaker")));
    assertEquals(2, table.getSelectionModel().getSelectedItems().size());
    robot.interact(() -> editor.open(DemoNodes.patch()));
    assertEquals(0, table.getSelectionModel().getSelectedItems().size());
    assertEquals(6, table.getExpandedItemCount());
  }

  @Test
  void framesAreListedRenamedAndDeleted(FxRobot robot) {
    robot.interact(() -> editor.selectionProperty().set(Set.of("voice", "echo")));
    robot.interact(editor::requestFocus);
    shortcut(robot, KeyCode.J);
    robot.write("sound", 0);
    type(robot, KeyCode.ENTER);
    robot.interact(table::requestFocus);
    goTo(robot, "sound, Frame, voice, echo");
    type(robot, KeyCode.F2);
    robot.write("tones", 0);
    type(robot, KeyCode.ENTER);
    goTo(robot, "tones, Frame");
    type(robot, KeyCode.DELETE);
    assertEquals(DemoNodes.patch(), editor.getGraph());
  }

  @Test
  void theKeyOfTheTableOpensIt(FxRobot robot) {
    assertFalse(editor.outlineShownProperty().get());
    type(robot, KeyCode.O);
    assertTrue(editor.outlineShownProperty().get());
    type(robot, KeyCode.ESCAPE);
    assertTrue(editor.isFocused());
  }

  @Test
  void aColourIsSeenAndChosenFromItsRow(FxRobot robot) {
    Graph lights =
        Graph.of(
            List.of(new dev.dreamwire.runtime.graph.Node("lamp", "demo:light", 1, Map.of(), 0, 0)),
            List.of());
    robot.interact(() -> editor.open(lights));
    robot.interact(table::requestFocus);
    robot.interact(() -> table.getSelectionModel().clearAndSelect(0));
    type(robot, KeyCode.ENTER);
    goTo(robot, "tone");
    assertTrue(table.lookup(".colour-swatch").isVisible());
    assertTrue(table.lookup(".curve-small").isVisible());
    Pictures.take(robot, scene, "outline-values");
    type(robot, KeyCode.ENTER, KeyCode.RIGHT, KeyCode.ENTER);
    Object tone = editor.getGraph().nodes().get("lamp").params().get("tone");
    assertTrue(tone != null && chosen().contains(tone.toString()), chosen());
    assertEquals(table, scene.getFocusOwner());
  }
}
