package dev.dreamwire.editor;

import static dev.dreamwire.editor.DemoNodes.wire;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerDark;
import dev.dreamwire.api.node.NodeSpec;
import dev.dreamwire.api.node.Param;
import dev.dreamwire.editor.command.EditorAction;
import dev.dreamwire.editor.command.KeyBindings;
import dev.dreamwire.editor.geometry.GraphLayout;
import dev.dreamwire.editor.model.FragmentTexts;
import dev.dreamwire.editor.model.Fragments;
import dev.dreamwire.editor.model.GraphChange;
import dev.dreamwire.editor.model.GraphChange.Kind;
import dev.dreamwire.editor.model.GraphChange.Scope;
import dev.dreamwire.editor.overlay.FileChoices;
import dev.dreamwire.editor.text.TextSource;
import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.GraphEdit;
import dev.dreamwire.runtime.graph.Node;
import dev.dreamwire.runtime.graph.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Application;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What a person does with pointer and keys, done by a robot. */
@ExtendWith(ApplicationExtension.class)
class EditingTest {
  private final List<GraphChange> changes = new ArrayList<>();
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
    editor.setOnChange(changes::add);
    scene = new Scene(editor, 1000, 640);
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

  private Object param(String node, String name) {
    return editor.getGraph().nodes().get(node).params().get(name);
  }

  private Node node(String id) {
    return editor.getGraph().nodes().get(id);
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
  void thePaletteFindsATypeByAFewLettersAndAddsIt(FxRobot robot) {
    hand.click(hand.screen(new Point2D(400, 400)));
    robot.type(KeyCode.TAB);
    robot.write("pmet");
    hand.settle();
    Pictures.take(robot, scene, "palette-search");
    robot.type(KeyCode.ENTER);
    hand.settle();
    assertEquals("demo:meter", node("meter2").type());
    assertEquals(Set.of("meter2"), editor.selectionProperty().get());
    assertTrue(robot.lookup(".search-pane").tryQuery().isEmpty());
  }

  @Test
  void doubleClickOnTheGroundOpensThePaletteAndEscapeClosesIt(FxRobot robot) {
    hand.doubleClick(hand.screen(new Point2D(400, 400)));
    assertTrue(robot.lookup(".search-pane").tryQuery().isPresent());
    robot.type(KeyCode.ESCAPE);
    hand.settle();
    assertTrue(robot.lookup(".search-pane").tryQuery().isEmpty());
    assertTrue(editor.isFocused());
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
  void draggingANumberIsHeardAtOnceAndIsOneStep(FxRobot robot) {
    Point2D field = hand.field("echo.feedback");
    hand.drag(field, field.add(40, 0));
    double value = (Double) param("echo", "feedback");
    assertTrue(value > 0.7 && value <= 1, () -> "feedback is " + value);
    assertTrue(changes.size() > 1);
    assertEquals(Scope.LIVE, changes.getLast().scope(DemoNodes.REGISTRY));
    robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
    assertEquals(DemoNodes.patch(), editor.getGraph());
  }

  @Test
  void doubleClickOnANumberEditsItInPlace(FxRobot robot) {
    hand.doubleClick(hand.field("voice.voices"));
    Pictures.take(robot, scene, "editing-a-number");
    robot.write("12").type(KeyCode.ENTER);
    hand.settle();
    assertEquals(12L, param("voice", "voices"));
    assertEquals(Scope.STRUCTURE, changes.getLast().scope(DemoNodes.REGISTRY));
  }

  @Test
  void aNumberOutOfRangeIsNotTaken(FxRobot robot) {
    hand.doubleClick(hand.field("voice.voices"));
    robot.write("65").type(KeyCode.ENTER);
    hand.settle();
    assertTrue(robot.lookup(".callout").<Labeled>query().getText().contains("64"));
    robot.type(KeyCode.ESCAPE);
    assertEquals(DemoNodes.patch(), editor.getGraph());
  }

  @Test
  void aClickTurnsASwitchAndOpensAChoice(FxRobot robot) {
    hand.click(hand.field("echo.stereo"));
    assertEquals(true, param("echo", "stereo"));
    hand.click(hand.field("voice.wave"));
    Pictures.take(robot, scene, "choosing");
    robot.type(KeyCode.DOWN, KeyCode.ENTER);
    hand.settle();
    assertEquals("square", param("voice", "wave"));
  }

  @Test
  void textIsEditedInPlaceAndAClickElsewhereTakesIt(FxRobot robot) {
    hand.click(hand.field("meter.label"));
    robot.write("left hand");
    hand.click(hand.screen(new Point2D(400, 400)));
    assertEquals("left hand", param("meter", "label"));
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
  void keysAreChangedInTheSheetAndAConflictIsNamed(FxRobot robot) {
    hand.click(hand.screen(new Point2D(400, 420)));
    robot.press(KeyCode.SHIFT).type(KeyCode.SLASH).release(KeyCode.SHIFT);
    hand.settle();
    robot.interact(() -> robot.lookup("#keys-ADD").<Button>query().fire());
    robot.type(KeyCode.R);
    String says = robot.lookup(".shortcuts-foot .label").<Labeled>query().getText();
    assertTrue(says.contains("Replace the node"), says);
    Pictures.take(robot, scene, "changing-keys");
    robot.type(KeyCode.R);
    KeyBindings keys = editor.keyBindingsProperty().get();
    assertEquals(List.of(new KeyCodeCombination(KeyCode.R)), keys.keys(EditorAction.ADD));
    assertTrue(keys.keys(EditorAction.REPLACE).isEmpty());
    robot.type(KeyCode.ESCAPE, KeyCode.R);
    hand.settle();
    assertTrue(robot.lookup(".search-pane").tryQuery().isPresent());
  }

  @Test
  void aFavouriteIsShownFirstAndToldToTheProgram(FxRobot robot) {
    hand.click(hand.screen(new Point2D(400, 420)));
    robot.type(KeyCode.TAB);
    robot.write("meter");
    robot.press(KeyCode.CONTROL).type(KeyCode.D).release(KeyCode.CONTROL);
    hand.settle();
    assertEquals(List.of("demo:meter"), editor.favouritesProperty().get());
    robot.type(KeyCode.ESCAPE, KeyCode.TAB);
    Pictures.take(robot, scene, "favourites");
    robot.type(KeyCode.ENTER);
    hand.settle();
    assertEquals("demo:meter", node("meter2").type());
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

  private static void put(FxRobot robot, String text) {
    robot.interact(
        () -> {
          ClipboardContent content = new ClipboardContent();
          content.putString(text);
          Clipboard.getSystemClipboard().setContent(content);
        });
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

  @Test
  void aFileIsChosenFromWhatIsKnownOrTyped(FxRobot robot) {
    robot.interact(
        () ->
            editor.setFileChoices(
                new FileChoices() {
                  @Override
                  public List<String> known(NodeSpec spec, Param param) {
                    return List.of("just.scl", "meantone.scl");
                  }
                }));
    hand.click(hand.field("tuning.scale"));
    robot.write("mean").type(KeyCode.ENTER);
    hand.settle();
    assertEquals("meantone.scl", param("tuning", "scale"));
    hand.click(hand.field("tuning.scale"));
    robot.write("/home/me/mine.scl");
    Pictures.take(robot, scene, "choosing-a-file");
    robot.type(KeyCode.ENTER);
    hand.settle();
    assertEquals("/home/me/mine.scl", param("tuning", "scale"));
  }

  @Test
  void enterEditsAndTabGoesOnToTheNextParameter(FxRobot robot) {
    hand.click(hand.header("echo"));
    robot.type(KeyCode.ENTER);
    robot.write("1.5").type(KeyCode.TAB);
    robot.write("0.25").type(KeyCode.ENTER);
    hand.settle();
    assertEquals(1.5, param("echo", "delay"));
    assertEquals(0.25, param("echo", "feedback"));
  }

  @Test
  void restingOnABadgeTellsTheProblem(FxRobot robot) {
    robot.interact(
        () -> editor.problemsProperty().set(List.of(Problem.error("meter", "", "hears nothing"))));
    hand.move(hand.badge("meter"));
    robot.sleep(700);
    assertEquals("hears nothing", robot.lookup(".callout").<Labeled>query().getText());
    Pictures.take(robot, scene, "problem");
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
  void theActionListFindsAnActionAndDoesIt(FxRobot robot) {
    hand.click(hand.header("echo"));
    robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.P);
    robot.release(KeyCode.CONTROL, KeyCode.SHIFT);
    robot.write("delete and rec");
    Pictures.take(robot, scene, "actions");
    robot.type(KeyCode.ENTER);
    hand.settle();
    assertTrue(editor.getGraph().wires().contains(wire("voice.sound", "speaker.sound")));
    assertFalse(editor.getGraph().nodes().containsKey("echo"));
  }

  @Test
  void aNodeIsReplacedByTheKeyboardAndKeepsItsWires(FxRobot robot) {
    hand.click(hand.header("speaker"));
    robot.type(KeyCode.R).write("echo").type(KeyCode.ENTER);
    hand.settle();
    assertTrue(editor.getGraph().wires().contains(wire("echo.sound", "echo2.sound")));
    assertEquals(Set.of("echo2"), editor.selectionProperty().get());
  }

  @Test
  void theSheetShowsTheKeysThatAPersonHasChosen(FxRobot robot) {
    KeyBindings mine =
        KeyBindings.USUAL.with(EditorAction.FIT, List.of(new KeyCodeCombination(KeyCode.C)));
    robot.interact(() -> editor.keyBindingsProperty().set(KeyBindings.of(mine.stored())));
    assertTrue(editor.keyBindingsProperty().get().keys(EditorAction.CONNECT).isEmpty());
    hand.click(hand.screen(new Point2D(400, 400)));
    robot.press(KeyCode.SHIFT).type(KeyCode.SLASH).release(KeyCode.SHIFT);
    hand.settle();
    Pictures.take(robot, scene, "keys");
    assertTrue(robot.lookup(".shortcut-sheet").tryQuery().isPresent());
    robot.type(KeyCode.ESCAPE);
    hand.settle();
    assertTrue(robot.lookup(".shortcut-sheet").tryQuery().isEmpty());
  }

  @Test
  void editsOfTheProgramJoinTheHistory(FxRobot robot) {
    robot.interact(() -> editor.apply(new GraphEdit.SetParam("echo", "stereo", true)));
    assertEquals(true, param("echo", "stereo"));
    robot.interact(editor::undo);
    assertEquals(DemoNodes.patch(), editor.getGraph());
  }
}
