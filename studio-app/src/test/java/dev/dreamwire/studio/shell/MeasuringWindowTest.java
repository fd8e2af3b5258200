package dev.dreamwire.studio.shell;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.runtime.eval.Measure;
import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;

/** Measuring the preset in front from the window, with small untrained models. */
class MeasuringWindowTest extends WindowTest {
  @Start
  void start(Stage shown) throws IOException {
    open(shown, WindowFixture.dreaming(shown, folder));
  }

  private void only(Measure measure) {
    robot.interact(
        () -> {
          for (Measure each : Measure.values()) {
            CheckBox box = robot.lookup("#evaluate-" + each.id()).queryAs(CheckBox.class);
            box.setSelected(each == measure);
          }
        });
  }

  private String status() {
    return robot.lookup("#evaluation-status").queryAs(Label.class).getText();
  }

  @Test
  void thePresetIsMeasuredAndItsReportShown() throws IOException, TimeoutException {
    play();
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
    until(() -> robot.lookup("#evaluation-start").tryQuery().isPresent());
    only(Measure.SPEED);
    robot.clickOn("#evaluation-start");
    until(() -> status().startsWith("Done"));
    assertFalse(fixture.studio.session().playingProperty().get(), "play went on beside it");
    assertTrue(
        robot.lookup("#report-speed .report-table .label").queryAllAs(Labeled.class).stream()
            .anyMatch(label -> label.getText().endsWith(" ms")));
    assertTrue(
        Files.exists(fixture.studio.settings().config().resolve("evaluation/report/eval.html")));
  }
}
