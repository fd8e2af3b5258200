package dev.dreamwire.studio.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;

/** Pictures in nodes while a game is played. */
class NodePicturesWindowTest extends WindowTest {
  @Start
  void start(Stage shown) throws IOException {
    open(shown, WindowFixture.striped(shown, folder));
  }

  private Set<ImageView> inNodes() {
    return robot.lookup(".node-pictures ImageView").queryAllAs(ImageView.class);
  }

  @Test
  void aNodeShowsWhatItMakesAndTheEngineHandsOutNothingElse() throws TimeoutException {
    play();
    nextPictures(1);
    assertEquals(Set.of(), fixture.engine.watched);
    select("decode");
    robot.type(KeyCode.T);
    assertEquals(Set.of("decode/image"), fixture.engine.watched);
    until(() -> inNodes().size() == 1);
    robot.interact(() -> fixture.window.files().createNew());
    until(() -> fixture.studio.document().graph().nodes().isEmpty());
    assertEquals(Set.of(), fixture.engine.watched);
    assertEquals(Set.of(), inNodes());
  }
}
