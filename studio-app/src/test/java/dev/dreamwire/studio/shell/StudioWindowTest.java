package dev.dreamwire.studio.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import dev.dreamwire.editor.GraphEditor;
import dev.dreamwire.editor.geometry.Camera;
import dev.dreamwire.runtime.graph.GraphEdit;
import dev.dreamwire.runtime.graph.Node;
import dev.dreamwire.runtime.graph.PortRef;
import dev.dreamwire.runtime.graph.Wire;
import dev.dreamwire.runtime.preset.PresetFile;
import dev.dreamwire.studio.document.Dialogs.Unsaved;
import dev.dreamwire.studio.i18n.Language;
import dev.dreamwire.studio.theme.Look;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;

/** What a person does in the window, with an engine that paints stripes. */
class StudioWindowTest extends WindowTest {
  @Start
  void start(Stage shown) throws IOException {
    open(shown, WindowFixture.striped(shown, folder));
  }

  @BeforeEach
  void pictureComes() throws TimeoutException {
    play();
    nextPictures(2);
  }

  @Test
  void pressingWMovesThePicture() throws TimeoutException {
    nextPictures(2);
    int[] standing = seen;
    nextPictures(3);
    assertTrue(Arrays.equals(standing, seen), "the picture moved by itself");
    robot.clickOn("#viewport-picture").press(KeyCode.W);
    nextPictures(4);
    robot.release(KeyCode.W);
    assertFalse(Arrays.equals(standing, seen), "the picture stood still");
    robot.type(KeyCode.ESCAPE).press(KeyCode.W);
    nextPictures(2);
    int[] released = seen;
    nextPictures(3);
    robot.release(KeyCode.W);
    assertTrue(Arrays.equals(released, seen), "the game still had the keyboard");
  }

  @Test
  void pausingStopsAndASingleFrameIsOne() throws TimeoutException {
    robot.clickOn("#viewport-play");
    until(() -> !fixture.studio.session().playingProperty().get());
    robot.sleep(200);
    waitForFxEvents();
    int before = pictures;
    robot.clickOn("#viewport-step");
    until(() -> pictures == before + 1);
    robot.clickOn("#viewport-play");
    nextPictures(2);
  }

  @Test
  void aWireOfTheRightTypeIsMadeAndOneOfTheWrongTypeIsRefusedWithAReason() throws TimeoutException {
    hand.wire("map", "action", "sampler", "history");
    assertTrue(hand.refusal().contains("dreamwire:action"), hand.refusal());
    assertFalse(fixture.studio.document().dirty());
    disconnect(new PortRef("sampler", "history"));
    hand.wire("history", "history", "sampler", "history");
    assertEquals(
        Optional.of(new PortRef("history", "history")),
        wireTo(new PortRef("sampler", "history")).map(Wire::from));
    until(() -> fixture.engine.calls.contains("edit"));
  }

  @Test
  void theStepCountChangesWhilePlayGoesOnAndIsUndone() throws TimeoutException {
    select("sampler");
    type("#param-steps .text-field", "6");
    assertEquals(6, steps());
    assertTrue(stage.getTitle().startsWith("•"), stage.getTitle());
    nextPictures(3);
    robot.interact(() -> fixture.studio.document().undo());
    waitForFxEvents();
    assertEquals("2", robot.lookup("#param-steps .text-field").queryAs(TextField.class).getText());
    assertFalse(stage.getTitle().startsWith("•"), stage.getTitle());
  }

  @Test
  void aDrivenParameterIsShownWithWhatDrivesItAndPlaysOn() throws TimeoutException {
    apply(new GraphEdit.AddNode(new Node("lfo", "dreamwire:oscillator", 1, Map.of(), 0, 0)));
    PortRef level = new PortRef("context", "stabilisation");
    apply(new GraphEdit.Connect(new Wire(new PortRef("lfo", "number"), level)));
    select("context");
    Label driver = robot.lookup("#param-stabilisation .param-driver").queryAs(Label.class);
    assertTrue(driver.isVisible() && driver.getText().contains("lfo.number"), driver.getText());
    assertTrue(robot.lookup("#param-stabilisation .text-field").query().isDisabled());
    until(() -> !fixture.studio.session().planningProperty().get());
    nextPictures(3);
    disconnect(level);
    assertFalse(driver.isVisible());
    assertFalse(robot.lookup("#param-stabilisation .text-field").query().isDisabled());
  }

  @Test
  void aLongCompilationShowsHowFarItIsAndIsCancelled() throws TimeoutException {
    fixture.engine.slow = true;
    select("sampler");
    type("#param-steps .text-field", "6");
    until(() -> robot.lookup("#status-cancel").queryButton().isVisible());
    until(
        () -> robot.lookup("#status-planning").queryAs(Label.class).getText().matches(".*1.*2.*"));
    robot.clickOn("#status-cancel");
    until(() -> !fixture.studio.session().planningProperty().get());
    assertTrue(fixture.engine.calls.contains("cancel"));
    assertFalse(robot.lookup("#status-cancel").queryButton().isVisible());
    nextPictures(2);
  }

  @Test
  void aNumberOutOfRangeIsNotTaken() {
    select("sampler");
    type("#param-steps .text-field", "65");
    type("#param-steps .text-field", "many");
    assertEquals(2, steps());
  }

  @Test
  void whatIsSavedIsThereWhenItIsOpenedAgain() throws TimeoutException {
    select("sampler");
    type("#param-steps .text-field", "5");
    fixture.dialogs.save = Optional.of(folder.resolve("mine.dreamwire.json"));
    robot.interact(() -> fixture.window.files().saveAs());
    until(() -> !fixture.studio.document().dirty());
    assertEquals("mine", PresetFile.read(folder.resolve("mine.dreamwire.json")).name());
    robot.interact(() -> fixture.window.files().createNew());
    assertTrue(fixture.studio.document().graph().nodes().isEmpty());
    fixture.dialogs.open = fixture.dialogs.save;
    robot.interact(() -> fixture.window.files().open());
    until(() -> !fixture.studio.document().graph().nodes().isEmpty());
    assertEquals(5, steps());
    assertEquals(
        folder.resolve("mine.dreamwire.json"),
        fixture.studio.preferences().get().recent().getFirst());
  }

  @Test
  void unsavedWorkIsNotLostWithoutAsking() throws TimeoutException {
    select("sampler");
    type("#param-steps .text-field", "5");
    fixture.dialogs.unsaved = Unsaved.CANCEL;
    press(KeyCode.W);
    assertEquals(5, steps());
    assertEquals(1, fixture.dialogs.asked);
    fixture.dialogs.unsaved = Unsaved.DISCARD;
    press(KeyCode.W);
    until(() -> fixture.studio.document().graph().nodes().isEmpty());
  }

  @Test
  void presetsAreInTabsAndEachKeepsItsEdits() throws TimeoutException {
    select("sampler");
    type("#param-steps .text-field", "5");
    press(KeyCode.N);
    assertTrue(fixture.studio.document().graph().nodes().isEmpty());
    TabPane tabs = robot.lookup("#document-tabs").queryAs(TabPane.class);
    assertEquals(
        List.of("• Stripes", "Untitled"), tabs.getTabs().stream().map(Tab::getText).toList());
    robot.interact(() -> tabs.getSelectionModel().select(0));
    assertEquals(5, steps());
    nextPictures(3);
  }

  @Test
  void aPictureCarriesItsPresetAndOpensIt() throws TimeoutException {
    select("sampler");
    type("#param-steps .text-field", "6");
    Path picture = folder.resolve("shared.png");
    fixture.dialogs.save = Optional.of(picture);
    press(KeyCode.E);
    until(() -> Files.exists(picture));
    robot.interact(() -> fixture.window.files().open(picture));
    until(() -> fixture.studio.document().documentsProperty().get().size() == 2);
    assertEquals(6, steps());
    assertEquals(Optional.empty(), fixture.studio.document().file());
  }

  @Test
  void theGalleryStartsWhatShips() throws TimeoutException {
    robot.press(KeyCode.SHIFT);
    press(KeyCode.N);
    robot.release(KeyCode.SHIFT);
    robot.clickOn("#template-island");
    until(() -> fixture.studio.document().documentsProperty().get().size() == 2);
    assertTrue(fixture.studio.document().graph().nodes().containsKey("sampler"));
  }

  private void press(KeyCode key) {
    robot.press(KeyCode.CONTROL).type(key).release(KeyCode.CONTROL);
    waitForFxEvents();
  }

  @Test
  void aMissingWireIsAProblemAndAClickLeadsToItsNode() throws TimeoutException {
    select("scene");
    disconnect(new PortRef("map", "controls"));
    until(() -> !fixture.studio.problems().all().isEmpty());
    robot.clickOn("#status-problems");
    ListView<?> list = robot.lookup("#problems-list").queryListView();
    robot.interact(() -> list.getSelectionModel().select(0));
    robot.interact(() -> list.requestFocus());
    robot.type(KeyCode.ENTER);
    assertEquals("map", fixture.window.canvas().selectedProperty().get());
  }

  @Test
  void aSceneIsChosenByItsThumbnailAndPlayStartsOver() throws TimeoutException {
    robot.clickOn("#scene-forest");
    assertEquals("forest", fixture.studio.startScene().nameProperty().get());
    until(() -> fixture.engine.calls.contains("restart"));
  }

  @Test
  void theGraphIsShownAsATableInEveryLanguage() throws TimeoutException {
    robot
        .press(KeyCode.CONTROL, KeyCode.SHIFT)
        .type(KeyCode.O)
        .release(KeyCode.SHIFT, KeyCode.CONTROL);
    until(() -> robot.lookup("#graph-outline").tryQuery().isPresent());
    robot.interact(
        () -> fixture.studio.preferences().change(p -> p.withLanguage(Language.CHINESE)));
    until(() -> robot.lookup("名称").tryQuery().isPresent());
    assertEquals(1, robot.lookup("#graph-outline").queryAll().size());
  }

  /** The list takes what was found when it is laid out, which may be later than the typing. */
  private void findInLibrary(String type) throws TimeoutException {
    type("#library-search", type);
    until(() -> robot.lookup(".library .entry").queryAll().size() == 1);
  }

  @Test
  void theLibrarysPlusButtonAddsANode() throws TimeoutException {
    findInLibrary("recorder");
    robot.moveTo(".library .entry").clickOn(".library .entry .library-add");
    assertTrue(fixture.studio.document().graph().nodes().containsKey("recorder"));
    assertEquals("recorder", fixture.window.canvas().selectedProperty().get());
    robot.clickOn(".library .entry .library-add");
    assertEquals(14, fixture.studio.document().graph().nodes().size());
  }

  @Test
  void aTypeIsDraggedFromTheLibraryToWhereItIsDropped() throws TimeoutException {
    findInLibrary("recorder");
    GraphEditor editor = robot.lookup("#graph-editor").queryAs(GraphEditor.class);
    Point2D at = editor.localToScreen(editor.getWidth() / 2, editor.getHeight() / 2);
    robot.drag(".library .entry").moveTo(at).drop();
    Node dropped = fixture.studio.document().graph().nodes().get("recorder");
    Point2D wanted = editor.cameraProperty().get().toWorld(editor.screenToLocal(at));
    assertEquals(0, wanted.distance(dropped.x(), dropped.y()), 2);
  }

  @Test
  void aBrokenFileIsRefusedInALineAndStaysAsItIs() throws IOException, TimeoutException {
    Path broken = folder.resolve("broken.dreamwire.json");
    Files.writeString(broken, "{ \"format\": 1, \"nodes\": [");
    robot.interact(() -> fixture.window.files().open(broken));
    until(() -> fixture.studio.notices().currentProperty().get() != null);
    String told = fixture.studio.notices().currentProperty().get().text();
    assertTrue(told.startsWith(broken + ":1:"), told);
    assertEquals(1, told.lines().count());
    apply(new GraphEdit.SetParam("sampler", "steps", 5L));
    fixture.studio.autoSave().keepNow();
    assertEquals("{ \"format\": 1, \"nodes\": [", Files.readString(broken));
  }

  @Test
  void aScreenshotIsAPictureFile() throws TimeoutException {
    robot.clickOn("#viewport-screenshot");
    until(() -> count(".png") == 1);
  }

  @Test
  void aClipIsAVideoFile() throws TimeoutException {
    robot.clickOn("#viewport-record");
    nextPictures(5);
    robot.clickOn("#viewport-record");
    until(() -> count(".mp4") == 1);
  }

  private long count(String ending) throws IOException {
    Path pictureFolder = folder.resolve("pictures");
    if (!Files.isDirectory(pictureFolder)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(pictureFolder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(ending))
          .count();
    }
  }

  @Test
  void theWindowChangesItsLanguageAndLookWhileItPlays() throws TimeoutException {
    select("sampler");
    Camera look = fixture.window.canvas().camera();
    robot.interact(
        () ->
            fixture
                .studio
                .preferences()
                .change(p -> p.withLanguage(Language.CHINESE).withLook(Look.LIGHT)));
    waitForFxEvents();
    assertTrue(
        robot.lookup(".panel-title").queryAllAs(Label.class).stream()
            .anyMatch(label -> label.getText().equals("检查器")));
    assertEquals("sampler", fixture.window.canvas().selectedProperty().get());
    assertEquals(look, fixture.window.canvas().camera());
    nextPictures(3);
  }
}
