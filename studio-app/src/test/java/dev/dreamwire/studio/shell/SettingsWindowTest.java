package dev.dreamwire.studio.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.GraphEdit;
import dev.dreamwire.runtime.graph.Setting;
import dev.dreamwire.studio.i18n.Language;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;

/** A player switches between the settings of a preset while it plays. */
class SettingsWindowTest extends WindowTest {
  private static final Setting FAST =
      new Setting(
          "fast",
          Map.of("en", "Fast", "zh-CN", "快速"),
          Map.of("sampler.steps", 3L, "context.window", 3L),
          Map.of());
  private static final Setting FINE =
      new Setting("fine", Map.of("sampler.steps", 8L, "context.window", 4L));

  @Start
  void start(Stage shown) throws IOException {
    open(shown, WindowFixture.striped(shown, folder));
  }

  private void settings(Setting... settings) {
    for (Setting setting : settings) {
      apply(new GraphEdit.PutSetting(setting));
    }
    waitForFxEvents();
  }

  private MenuButton button() {
    return robot.lookup("#viewport-setting").queryAs(MenuButton.class);
  }

  private MenuItem item(String id) {
    return button().getItems().stream().filter(i -> id.equals(i.getId())).findFirst().orElseThrow();
  }

  private void choose(String id) {
    robot.interact(() -> item(id).fire());
    waitForFxEvents();
  }

  private long window() {
    return (Long) graph().nodes().get("context").params().get("window");
  }

  private Graph graph() {
    return fixture.studio.document().graph();
  }

  @Test
  void aPresetWithoutSettingsHasNoButton() {
    assertFalse(button().isVisible());
    assertFalse(button().isManaged());
    settings(FAST);
    assertTrue(button().isVisible());
  }

  @Test
  void aSettingIsChosenByKeysWhilePlayGoesOnAndUndoneInOneStep() throws TimeoutException {
    play();
    settings(FAST, FINE);
    assertEquals("Custom", button().getText());
    robot.interact(() -> button().requestFocus());
    robot.type(KeyCode.SPACE);
    until(() -> button().isShowing());
    robot.type(KeyCode.DOWN, KeyCode.ENTER);
    until(() -> steps() == 3);
    assertEquals(3, window());
    assertEquals("Fast", button().getText());
    assertEquals("Setting: Fast", button().getAccessibleText());
    assertTrue(((RadioMenuItem) item("setting-fast")).isSelected());
    until(() -> fixture.engine.calls.contains("edit"));
    nextPictures(3);
    Screens.take(robot, stage.getScene(), "settings");
    robot.interact(() -> fixture.studio.document().undo());
    waitForFxEvents();
    assertEquals(2, steps());
    assertEquals(4, window());
    assertEquals("Custom", button().getText());
    assertFalse(((RadioMenuItem) item("setting-fast")).isSelected());
  }

  @Test
  void allButtonsStayInANarrowWindow() throws TimeoutException {
    settings(
        new Setting("balanced", Map.of("en", "Balanced"), Map.of("sampler.steps", 2L), Map.of()));
    Screens.take(robot, stage.getScene(), "settings-balanced");
    assertEquals("Balanced", button().getText());
    until(() -> button().getWidth() >= button().prefWidth(-1));
    robot.interact(() -> fixture.studio.preferences().change(p -> p.withScale(200)));
    waitForFxEvents();
    Node last = robot.lookup("#viewport-fullscreen").query();
    until(
        () -> last.localToScene(last.getBoundsInLocal()).getMaxX() <= stage.getScene().getWidth());
    Screens.take(robot, stage.getScene(), "settings-narrow");
    assertEquals(ContentDisplay.GRAPHIC_ONLY, button().getContentDisplay());
  }

  @Test
  void changingAValueLeavesTheSetting() {
    settings(FAST, FINE);
    choose("setting-fine");
    assertEquals("fine", button().getText());
    apply(new GraphEdit.SetParam("sampler", "steps", 5L));
    waitForFxEvents();
    assertEquals("Custom", button().getText());
  }

  @Test
  void theMenuBarOffersTheSameInTheLanguageOfTheWindow() {
    settings(FAST, FINE);
    robot.interact(
        () -> fixture.studio.preferences().change(p -> p.withLanguage(Language.CHINESE)));
    waitForFxEvents();
    assertEquals("自定义", button().getText());
    MenuBar bar = robot.lookup(".menu-bar").queryAs(MenuBar.class);
    List<MenuItem> play = bar.getMenus().get(2).getItems();
    MenuItem fast =
        play.stream()
            .filter(item -> item instanceof Menu)
            .flatMap(menu -> ((Menu) menu).getItems().stream())
            .findFirst()
            .orElseThrow();
    assertEquals("快速", fast.getText());
    robot.interact(fast::fire);
    waitForFxEvents();
    assertEquals(3, steps());
    assertEquals("快速", button().getText());
  }

  @Test
  void thePresentValuesAreSavedAsASetting() {
    Setting odd = new Setting("odd", Map.of("gone.steps", 9L));
    settings(FAST, FINE, odd);
    apply(new GraphEdit.SetParam("sampler", "steps", 5L));
    fixture.dialogs.settingTitle = Optional.of(" Mine ");
    choose("setting-save");
    assertEquals(
        Map.of("sampler.steps", 5L, "context.window", 4L),
        graph().setting("Mine").orElseThrow().params());
    assertEquals("Mine", button().getText());
    fixture.dialogs.settingTitle = Optional.of("Fast");
    choose("setting-save");
    assertEquals(4, graph().settings().size());
    assertEquals(FAST.titles(), graph().setting("fast").orElseThrow().titles());
    robot.interact(() -> fixture.studio.document().undo());
    assertEquals(FAST, graph().setting("fast").orElseThrow());
    fixture.dialogs.settingTitle = Optional.of("odd");
    choose("setting-save");
    assertEquals(
        Map.of("gone.steps", 9L, "sampler.steps", 5L, "context.window", 4L),
        graph().setting("odd").orElseThrow().params());
  }
}
