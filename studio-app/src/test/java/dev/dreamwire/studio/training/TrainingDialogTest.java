package dev.dreamwire.studio.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.testfx.util.WaitForAsyncUtils.waitFor;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import dev.dreamwire.runtime.data.WorldRecorder;
import dev.dreamwire.runtime.train.TrainingEvent;
import dev.dreamwire.runtime.train.TrainingJob;
import dev.dreamwire.runtime.train.TrainingProcess;
import dev.dreamwire.runtime.train.health.Ailment;
import dev.dreamwire.runtime.train.health.Finding;
import dev.dreamwire.runtime.world.Policy;
import dev.dreamwire.runtime.world.World;
import dev.dreamwire.studio.i18n.Language;
import dev.dreamwire.studio.i18n.Messages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class TrainingDialogTest {
  @TempDir Path folder;
  private final Scripted trainer = new Scripted();
  private FxRobot robot;

  /** Notices that actions are ignored, and trains until it is stopped. */
  private static final class Scripted implements Trainer {
    private final CountDownLatch stopped = new CountDownLatch(1);

    @Override
    public Run prepare(TrainingJob job, Consumer<TrainingEvent> events) {
      return new Run() {
        @Override
        public TrainingProcess.Outcome train() {
          events.accept(
              new TrainingEvent.Progress(
                  "denoiser", 40, 0.25, 0.5, Map.of("loss", 0.75f), 90, 3600));
          events.accept(
              new TrainingEvent.Noticed(
                  "denoiser", new Finding(Ailment.ACTIONS_IGNORED, 40, "", 1.01, 1.1)));
          try {
            stopped.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return TrainingProcess.Outcome.STOPPED;
        }

        @Override
        public void stop() {
          stopped.countDown();
        }
      };
    }
  }

  @Start
  void start(Stage stage) {
    stage.setScene(new Scene(new Pane(), 900, 700));
    stage.show();
    new TrainingDialog(stage, new Messages(Language.ENGLISH), trainer, name -> "island").show();
  }

  private String status() {
    return robot.lookup("#training-status").queryAs(Label.class).getText();
  }

  private void fill(String field, String text) {
    robot.interact(() -> robot.lookup(field).queryAs(TextField.class).setText(text));
  }

  private void until(String begin) throws TimeoutException {
    waitFor(30, TimeUnit.SECONDS, () -> status().startsWith(begin));
    waitForFxEvents();
  }

  private void fillWithRecording() throws IOException {
    Path recording = folder.resolve("recording");
    new WorldRecorder(new World()).record(40, Policy.STICKY, 1, 16, 16, recording, done -> {});
    fill("#training-data", recording.toString());
    fill("#training-out", folder.resolve("run").toString());
  }

  @Test
  void whatIsWrongStandsInTheListWithItsRemedyUntilThePersonStops(FxRobot hands)
      throws IOException, TimeoutException {
    robot = hands;
    fillWithRecording();
    robot.clickOn("#training-start");
    until("denoiser: step 40, loss 0.5000, held out 0.7500");
    ListView<?> findings = robot.lookup("#training-findings").queryAs(ListView.class);
    waitFor(30, TimeUnit.SECONDS, () -> findings.getItems().size() == 1);
    waitForFxEvents();
    String said = robot.lookup("#training-findings .list-cell").queryLabeled().getText();
    assertTrue(said.contains("actions are ignored"), said);
    assertTrue(said.contains("Check that each row"), said);
    robot.clickOn("#training-start");
    until("Stopped");
  }

  @Test
  void badInputIsAnsweredAndNothingIsTrained(FxRobot hands) throws IOException, TimeoutException {
    robot = hands;
    robot.clickOn("#training-start");
    assertEquals("Name the folder of a recording and a folder for the run.", status());
    fill("#training-data", folder.resolve("nowhere").toString());
    fill("#training-out", folder.resolve("run").toString());
    robot.clickOn("#training-start");
    until("Training cannot go on: ");
    assertTrue(status().contains("nowhere"), status());
    fillWithRecording();
    fill("#training-hours", "soon");
    robot.clickOn("#training-start");
    until("Training cannot go on: Hours must be");
  }
}
