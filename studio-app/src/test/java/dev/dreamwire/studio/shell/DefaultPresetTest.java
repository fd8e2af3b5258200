package dev.dreamwire.studio.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.runtime.graph.PortRef;
import dev.dreamwire.runtime.graph.Wire;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;

/** What a person does first, with the preset and the model that ship. */
class DefaultPresetTest extends WindowTest {
  private static final PortRef HISTORY_IN = new PortRef("sampler", "history");
  private static final PortRef HISTORY_OUT = new PortRef("history", "history");

  @Start
  void start(Stage shown) {
    open(shown, WindowFixture.shipped(shown, folder));
  }

  @Test
  void aPersonPlaysRewiresTunesUndoesSavesAndComesBack() throws TimeoutException {
    wMovesTheDream();
    aWrongWireIsRefusedWithItsReason();
    aRightWireIsMadeWhileItPlays();
    theStepCountChangesWhileItPlaysAndIsUndone();
    whatIsSavedPlaysWhenItIsOpenedAgain();
  }

  private void wMovesTheDream() throws TimeoutException {
    int[] standing = dream(4);
    robot.clickOn("#viewport-picture").press(KeyCode.W);
    int[] walking = dream(4);
    robot.release(KeyCode.W).type(KeyCode.ESCAPE);
    assertFalse(Arrays.equals(standing, walking), "pressing W changed nothing");
    robot.clickOn("#viewport-play");
    nextPictures(3);
  }

  private void aWrongWireIsRefusedWithItsReason() throws TimeoutException {
    hand.wire("action_map", "action", "sampler", "history");
    assertTrue(hand.refusal().contains("dreamwire:action"), hand.refusal());
    assertFalse(fixture.studio.document().dirty());
    nextPictures(1);
  }

  private void aRightWireIsMadeWhileItPlays() throws TimeoutException {
    disconnect(HISTORY_IN);
    until(() -> !fixture.studio.problems().all().isEmpty());
    nextPictures(1);
    hand.wire("history", "history", "sampler", "history");
    assertEquals(Optional.of(HISTORY_OUT), wireTo(HISTORY_IN).map(Wire::from));
    until(() -> fixture.studio.problems().all().isEmpty());
    nextPictures(3);
  }

  private void theStepCountChangesWhileItPlaysAndIsUndone() throws TimeoutException {
    long before = steps();
    select("sampler");
    type("#param-steps .text-field", "1");
    assertEquals(1, steps());
    until(() -> !fixture.studio.session().planningProperty().get());
    nextPictures(3);
    robot.clickOn("#graph-editor").press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
    until(() -> steps() == before);
    type("#param-steps .text-field", "1");
    assertEquals(1, steps());
  }

  private void whatIsSavedPlaysWhenItIsOpenedAgain() throws TimeoutException {
    Path file = folder.resolve("mine.dreamwire.json");
    fixture.dialogs.save = Optional.of(file);
    robot.press(KeyCode.CONTROL).type(KeyCode.S).release(KeyCode.CONTROL);
    until(() -> !fixture.studio.document().dirty());
    robot.interact(() -> fixture.window.files().createNew());
    until(() -> fixture.studio.document().graph().nodes().isEmpty());
    fixture.dialogs.open = fixture.dialogs.save;
    robot.press(KeyCode.CONTROL).type(KeyCode.O).release(KeyCode.CONTROL);
    until(() -> !fixture.studio.document().graph().nodes().isEmpty());
    until(() -> fixture.studio.session().readyProperty().get());
    assertEquals(Optional.of(file), fixture.studio.document().file());
    assertEquals(1, steps());
    nextPictures(3);
  }
}
