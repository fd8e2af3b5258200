package dev.dreamwire.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.api.node.NodeSpec;
import dev.dreamwire.api.node.Param;
import dev.dreamwire.editor.model.GraphChange.Scope;
import dev.dreamwire.editor.overlay.FileChoices;
import dev.dreamwire.runtime.graph.Problem;
import java.util.List;
import java.util.Map;
import javafx.geometry.Point2D;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Parameters, edited where they stand. */
class FieldsTest extends EditorTest {
  @Start
  void start(Stage stage) {
    open(stage);
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
  void theParameterUnderThePointerIsResetAlone(FxRobot robot) {
    hand.click(hand.header("tuning"));
    hand.move(hand.field("voice.wave"));
    robot.press(KeyCode.ALT).type(KeyCode.BACK_SPACE).release(KeyCode.ALT);
    assertEquals(Map.of(), node("voice").params());
    assertEquals(442.0, param("tuning", "reference"));
    hand.move(hand.screen(new Point2D(300, 420)));
    robot.press(KeyCode.ALT).type(KeyCode.BACK_SPACE).release(KeyCode.ALT);
    assertEquals(Map.of(), node("tuning").params());
  }
}
