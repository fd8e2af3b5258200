package dev.dreamwire.studio.shell;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.runtime.graph.GraphEdit;
import dev.dreamwire.runtime.graph.NodeState;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;

/** The window with the real engine: every picture is dreamed by a small untrained model. */
class DreamingWindowTest extends WindowTest {
  @Start
  void start(Stage shown) throws IOException {
    open(shown, WindowFixture.dreaming(shown, folder));
  }

  @Test
  void theSameKeysGiveTheSameDreamAndOthersAnother() throws TimeoutException {
    int[] idle = dream(3);
    assertArrayEquals(idle, dream(3));
    robot.clickOn("#viewport-picture").press(KeyCode.W);
    int[] walked = dream(3);
    robot.release(KeyCode.W);
    assertFalse(Arrays.equals(idle, walked), "pressing W changed nothing");
  }

  @Test
  void aGraphThatCannotPlayIsToldAndTheOldOnePlaysOn() throws TimeoutException {
    play();
    nextPictures(2);
    apply(new GraphEdit.SetParam("dit", "weights", "nowhere.safetensors"));
    until(
        () ->
            fixture.studio.problems().all().stream()
                .anyMatch(problem -> problem.node().equals("dit")));
    nextPictures(3);
  }

  @Test
  void theStepCountChangesWhileItPlays() throws TimeoutException {
    play();
    nextPictures(3);
    AtomicBoolean compiled = new AtomicBoolean();
    robot.interact(
        () ->
            fixture
                .studio
                .session()
                .planningProperty()
                .subscribe((was, is) -> compiled.compareAndSet(false, was && !is)));
    apply(new GraphEdit.SetParam("sampler", "steps", 3L));
    until(compiled::get);
    nextPictures(3);
    assertTrue(fixture.studio.problems().all().isEmpty());
  }

  @Test
  void nodesShowWhatTheyMakeWhileItPlaysAndTheDreamStaysTheSame() throws TimeoutException {
    int[] without = dream(3);
    robot.interact(
        () ->
            fixture
                .studio
                .document()
                .apply(
                    new GraphEdit.SetStates(
                        "edit.picture",
                        Stream.of("scene", "encode", "sampler", "decode")
                            .collect(
                                Collectors.toMap(
                                    id -> id, id -> NodeState.USUAL.pictured(true))))));
    play();
    until(() -> robot.lookup(".node-pictures ImageView").queryAll().size() == 4);
    robot.interact(() -> fixture.studio.session().pause());
    hand.look("scene", "encode", "history");
    Screens.take(robot, stage.getScene(), "node-pictures");
    assertArrayEquals(without, dream(3));
    assertTrue(fixture.studio.problems().all().isEmpty());
  }

  @Test
  void weightsThatWereChangedPlayOnceTheyAreAccepted() throws IOException, TimeoutException {
    robot.interact(() -> fixture.window.files().save());
    until(() -> fixture.studio.document().preset().models().size() == 2);
    RandomModels.writeDit(folder, Map.of("steps", "2"));
    robot.interact(() -> fixture.window.files().open(fixture.preset));
    until(
        () ->
            fixture.studio.problems().all().stream()
                .anyMatch(problem -> problem.message().contains("is not the file")));
    robot.interact(() -> fixture.window.files().acceptModels());
    until(() -> fixture.studio.session().readyProperty().get());
    assertTrue(fixture.studio.document().dirty());
    dream(1);
    assertTrue(fixture.studio.problems().all().isEmpty());
  }
}
