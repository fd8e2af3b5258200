package dev.dreamwire.studio.shell;

import static org.testfx.util.WaitForAsyncUtils.waitFor;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import dev.dreamwire.runtime.graph.GraphEdit;
import dev.dreamwire.runtime.graph.PortRef;
import dev.dreamwire.runtime.graph.Wire;
import dev.dreamwire.studio.play.FrameMailbox.Picture;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** A window that a robot uses: opened before each test, closed after it. */
@ExtendWith(ApplicationExtension.class)
abstract class WindowTest {
  private static final int PATIENCE_SECONDS = 90;

  @TempDir Path folder;
  WindowFixture fixture;
  Stage stage;
  FxRobot robot;
  GraphHand hand;

  /** The picture that was shown last. */
  int[] seen = {};

  /** Pictures that were shown. */
  int pictures;

  /** Opens the window that the tests use; for the test's start. On the window's thread. */
  void open(Stage shown, WindowFixture opened) {
    stage = shown;
    fixture = opened;
    stage.setWidth(1280);
    stage.setHeight(800);
    fixture.studio.session().addTap(this::see);
    fixture.window.show(fixture.preset);
  }

  @BeforeEach
  void ready(FxRobot hands) throws TimeoutException {
    robot = hands;
    hand = new GraphHand(robot, fixture.studio.registry());
    until(() -> fixture.studio.session().readyProperty().get());
  }

  @AfterEach
  void close() {
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

  static void until(Callable<Boolean> condition) throws TimeoutException {
    waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, condition);
    waitForFxEvents();
  }

  void nextPictures(int count) throws TimeoutException {
    int before = pictures;
    until(() -> pictures >= before + count);
  }

  void play() {
    robot.interact(() -> fixture.studio.session().play());
  }

  /** Starts over and makes some single frames; the picture after them. */
  int[] dream(int frames) throws TimeoutException {
    robot.interact(() -> fixture.studio.session().restart());
    for (int i = 0; i < frames; i++) {
      int before = pictures;
      robot.interact(() -> fixture.studio.session().step());
      until(() -> pictures > before);
    }
    return seen;
  }

  long steps() {
    return (Long) fixture.studio.document().graph().nodes().get("sampler").params().get("steps");
  }

  void type(String field, String text) {
    TextField input = robot.lookup(field).queryAs(TextField.class);
    robot.interact(
        () -> {
          input.requestFocus();
          input.setText(text);
        });
    robot.type(KeyCode.ENTER);
  }

  Optional<Wire> wireTo(PortRef input) {
    return fixture.studio.document().graph().wireTo(input);
  }

  void disconnect(PortRef input) {
    apply(new GraphEdit.Disconnect(wireTo(input).orElseThrow()));
  }

  void apply(GraphEdit edit) {
    robot.interact(() -> fixture.studio.document().apply(edit));
  }

  void select(String node) {
    robot.interact(() -> fixture.window.canvas().reveal(node));
    waitForFxEvents();
  }
}
