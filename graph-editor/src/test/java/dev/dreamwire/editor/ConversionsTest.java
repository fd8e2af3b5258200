package dev.dreamwire.editor;

import static dev.dreamwire.editor.DemoNodes.wire;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.editor.geometry.GraphLayout;
import dev.dreamwire.editor.geometry.WireLayout;
import dev.dreamwire.runtime.graph.Conversion;
import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.GraphEdit;
import dev.dreamwire.runtime.graph.Node;
import dev.dreamwire.runtime.graph.Wire;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Point2D;
import javafx.scene.control.Labeled;
import javafx.scene.image.PixelReader;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Wires that convert what flows through them. */
class ConversionsTest extends EditorTest {
  private static final Wire STILL = wire("film.film", "screen.still");

  /** The demo patch with a film, a screen and a wheel below. */
  private static final Graph PATCH =
      DemoNodes.patch()
          .with(new Node("film", "demo:film", 1, Map.of(), 280, 380))
          .with(new Node("screen", "demo:screen", 1, Map.of(), 620, 380))
          .with(new Node("wheel", "demo:wheel", 1, Map.of(), 0, 380));

  @Start
  void start(Stage stage) {
    open(stage);
    editor.open(PATCH);
  }

  private WireLayout layout(Wire wire) {
    return GraphLayout.of(editor.getGraph(), DemoNodes.REGISTRY).wire(wire).orElseThrow();
  }

  private Point2D badge(Wire wire) {
    return hand.screen(layout(wire).badge());
  }

  /** Whether there is something round at a wire, and not the wire alone. */
  private boolean hasBadge(FxRobot robot, Wire wire, String name) {
    Point2D at = editor.screenToLocal(badge(wire));
    PixelReader seen = Pictures.take(robot, scene, name).getPixelReader();
    double radius = 9 * editor.cameraProperty().get().zoom();
    int ground = seen.getArgb((int) at.getX(), (int) (at.getY() - 3 * radius));
    int rim = 0;
    for (int i = 0; i < 36; i++) {
      double angle = Math.toRadians(10 * i);
      int x = (int) Math.floor(at.getX() + radius * Math.cos(angle));
      int y = (int) Math.floor(at.getY() + radius * Math.sin(angle));
      rim += seen.getArgb(x, y) == ground ? 0 : 1;
    }
    return rim > 30;
  }

  @Test
  void aWireThatConvertsIsMadeWithABadgeThatSaysWhatItDoes(FxRobot robot) throws TimeoutException {
    hand.drag(hand.output("film.film"), hand.input("screen.still"));
    assertTrue(editor.getGraph().wires().contains(STILL));
    assertEquals(Optional.of(Conversion.NEWEST_PICTURE), layout(STILL).conversion());
    assertTrue(hasBadge(robot, STILL, "conversion"));

    hand.move(badge(STILL));
    Labeled callout = robot.lookup(".callout").query();
    WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, callout::isVisible);
    assertEquals("Of the video, the newest picture goes on.", callout.getText());

    hand.click(badge(STILL));
    String heard = editor.getAccessibleText();
    assertTrue(heard.startsWith("Wire from film.film to screen.still"), heard);
    assertTrue(heard.endsWith("Of the video, the newest picture goes on."), heard);
  }

  @Test
  void aWireThatHandsOnWhatItGetsHasNone(FxRobot robot) {
    hand.drag(hand.output("film.film"), hand.input("screen.film"));
    Wire plain = wire("film.film", "screen.film");
    assertEquals(Optional.empty(), layout(plain).conversion());
    assertTrue(!hasBadge(robot, plain, "no-conversion"));
  }

  @Test
  void wholeNumbersAndSwitchesAreConvertedToo(FxRobot robot) {
    hand.drag(hand.output("wheel.turn"), hand.field("keys.velocity"));
    hand.drag(hand.output("wheel.turn"), hand.field("voice.seed"));
    assertEquals(
        Optional.of(Conversion.SWITCHED), layout(wire("wheel.turn", "keys.velocity")).conversion());
    Wire seed = wire("wheel.turn", "voice.seed");
    assertEquals(Optional.of(Conversion.ROUNDED), layout(seed).conversion());
    assertTrue(hasBadge(robot, seed, "rounding"));
  }

  @Test
  void whatFitsAsItIsComesFirst(FxRobot robot) {
    hand.drag(hand.output("film.film"), hand.header("screen"));
    assertTrue(editor.getGraph().wires().contains(wire("film.film", "screen.film")));
    robot.interact(() -> editor.open(PATCH));
    hand.click(hand.header("film"));
    robot.type(KeyCode.W, KeyCode.ENTER, KeyCode.ENTER);
    hand.settle();
    assertTrue(editor.getGraph().wires().contains(wire("film.film", "screen.film")));
    robot.interact(() -> editor.open(PATCH));
    hand.drag(hand.output("film.film"), hand.screen(new Point2D(560, 560)));
    robot.write("screen").type(KeyCode.ENTER);
    hand.settle();
    assertTrue(editor.getGraph().wires().contains(wire("film.film", "screen2.film")));
  }

  @Test
  void whatIsNotMeantIsStillRefused() {
    hand.drag(hand.output("film.clip"), hand.input("screen.still"));
    assertEquals(PATCH, editor.getGraph());
    String reason = editor.lastRefusalProperty().get();
    assertTrue(reason.contains("dreamwire:clip") && reason.contains("dreamwire:image"), reason);
  }

  @Test
  void aConversionIsOneStepThatIsUndone(FxRobot robot) {
    robot.interact(() -> editor.apply(new GraphEdit.Connect(STILL)));
    robot.interact(editor::undo);
    assertEquals(PATCH, editor.getGraph());
  }
}
