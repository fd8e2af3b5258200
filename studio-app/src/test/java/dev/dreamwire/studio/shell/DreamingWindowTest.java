package dev.dreamwire.studio.shell;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.testfx.util.WaitForAsyncUtils.waitFor;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import dev.dreamwire.runtime.graph.GraphEdit;
import dev.dreamwire.studio.play.FrameMailbox.Picture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The window with the real engine: every picture is dreamed by a small untrained model. */
@ExtendWith(ApplicationExtension.class)
class DreamingWindowTest {
  private static final int PATIENCE_SECONDS = 60;

  @TempDir private Path folder;
  private WindowFixture fixture;
  private Stage stage;
  private int[] seen = {};
  private int pictures;

  @Start
  void start(Stage shown) throws IOException {
    stage = shown;
    stage.setWidth(1000);
    stage.setHeight(800);
    fixture = WindowFixture.dreaming(stage, folder);
    fixture.studio.session().addTap(this::see);
    fixture.window.show(fixture.preset.toString());
  }

  @BeforeEach
  void compiled() throws TimeoutException {
    until(() -> fixture.studio.session().readyProperty().get());
  }

  @AfterEach
  void close(FxRobot robot) {
    robot.interact(
        () -> {
          stage.hide();
          fixture.studio.close();
        });
  }

  private void see(Picture picture) {
    seen = picture.argb().clone();
    pictures++;
  }

  private static void until(Callable<Boolean> condition) throws TimeoutException {
    waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, condition);
    waitForFxEvents();
  }

  /** Starts over and makes some single frames; the picture after them. */
  private int[] dream(FxRobot robot, int frames) throws TimeoutException {
    robot.interact(() -> fixture.studio.session().restart());
    for (int i = 0; i < frames; i++) {
      int before = pictures;
      robot.interact(() -> fixture.studio.session().step());
      until(() -> pictures > before);
    }
    return seen;
  }

  @Test
  void theSameKeysGiveTheSameDreamAndOthersAnother(FxRobot robot) throws TimeoutException {
    int[] idle = dream(robot, 3);
    assertArrayEquals(idle, dream(robot, 3));
    robot.clickOn("#viewport-picture").press(KeyCode.W);
    int[] walked = dream(robot, 3);
    robot.release(KeyCode.W);
    assertFalse(Arrays.equals(idle, walked), "pressing W changed nothing");
  }

  @Test
  void theStepCountChangesWhileItPlays(FxRobot robot) throws TimeoutException {
    robot.interact(() -> fixture.studio.session().play());
    until(() -> pictures > 3);
    robot.interact(
        () -> fixture.studio.document().apply(new GraphEdit.SetParam("sampler", "steps", 3L)));
    until(() -> fixture.studio.session().planningProperty().get());
    until(() -> !fixture.studio.session().planningProperty().get());
    int before = pictures;
    until(() -> pictures > before + 3);
    assertTrue(fixture.studio.problems().all().isEmpty());
  }

  @Test
  void aGraphThatCannotPlayIsToldAndTheOldOnePlaysOn(FxRobot robot) throws TimeoutException {
    robot.interact(() -> fixture.studio.session().play());
    until(() -> pictures > 1);
    robot.interact(
        () ->
            fixture
                .studio
                .document()
                .apply(new GraphEdit.SetParam("dit", "weights", "nowhere.safetensors")));
    until(
        () ->
            fixture.studio.problems().all().stream()
                .anyMatch(problem -> problem.node().equals("dit")));
    int before = pictures;
    until(() -> pictures > before + 2);
  }
}
