package dev.dreamwire.studio.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.editor.GraphEditor;
import dev.dreamwire.studio.preferences.PreferencesFile;
import dev.dreamwire.studio.theme.Look;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;

/** The interface larger and smaller. */
class InterfaceScaleTest extends WindowTest {
  @Start
  void start(Stage shown) throws IOException {
    open(shown, WindowFixture.striped(shown, folder));
  }

  private void keys(KeyCode key) {
    robot.press(KeyCode.CONTROL, KeyCode.ALT).type(key).release(KeyCode.ALT, KeyCode.CONTROL);
  }

  private int size() {
    return fixture.studio.preferences().get().scale();
  }

  @Test
  void keysMakeTheInterfaceLargerAndItIsRemembered() throws TimeoutException {
    Node title = robot.lookup(".panel-title").query();
    double before = title.localToScene(title.getBoundsInLocal()).getHeight();
    keys(KeyCode.PLUS);
    keys(KeyCode.PLUS);
    assertEquals(125, size());
    Bounds after = title.localToScene(title.getBoundsInLocal());
    assertEquals(1.25, after.getHeight() / before, 1e-3);
    until(
        () ->
            new PreferencesFile(fixture.studio.settings().config(), Locale.ENGLISH).read().scale()
                == 125);
    keys(KeyCode.MINUS);
    assertEquals(110, size());
    keys(KeyCode.DIGIT0);
    assertEquals(100, size());
  }

  @Test
  void theCanvasHasAsManyPixelsAsItFillsAndMenusGrowToo() {
    robot.interact(() -> fixture.studio.preferences().change(p -> p.withScale(200)));
    GraphEditor editor = robot.lookup("#graph-editor").queryAs(GraphEditor.class);
    Canvas canvas = (Canvas) editor.lookup("FineCanvas");
    double filled = canvas.getBoundsInParent().getWidth();
    assertTrue(filled >= editor.getWidth(), () -> filled + " of " + editor.getWidth());
    assertEquals(2 * filled, canvas.getWidth(), 1);
    ContextMenu menu = new ContextMenu(new MenuItem("Large"));
    robot.interact(() -> menu.show(editor, 100, 100));
    Label large = robot.from(menu.getScene().getRoot()).lookup(".label").queryAs(Label.class);
    assertEquals(26, large.getFont().getSize(), 0.1);
    robot.interact(menu::hide);
  }

  @Test
  void dialogsHaveLettersOfTheSameSize() {
    robot.interact(() -> fixture.studio.preferences().change(p -> p.withScale(200)));
    MenuBar menus = robot.lookup(".menu-bar").queryAs(MenuBar.class);
    robot.interact(() -> menus.getMenus().getLast().getItems().getLast().fire());
    DialogPane dialog = robot.lookup(".dialog-pane").queryAs(DialogPane.class);
    Screens.take(robot, dialog.getScene(), "dialog-200");
    for (Node label : dialog.lookupAll(".label")) {
      double size = ((Labeled) label).getFont().getSize();
      assertTrue(size >= 20, () -> label + " has letters of " + size);
    }
    robot.type(KeyCode.ESCAPE);
  }

  @Test
  void everySizeLooksAsItShouldInBothLooks() {
    for (Look look : Look.values()) {
      for (int percent : new int[] {75, 100, 200}) {
        robot.interact(
            () -> fixture.studio.preferences().change(p -> p.withLook(look).withScale(percent)));
        Screens.take(robot, stage.getScene(), look + "-" + percent + "-all");
        keys(KeyCode.L);
        robot.interact(() -> fixture.window.canvas().fit());
        Screens.take(robot, stage.getScene(), look + "-" + percent);
        Node editor = robot.lookup("#graph-editor").query();
        Bounds place = editor.localToScene(editor.getBoundsInLocal());
        assertTrue(place.getWidth() > 500, () -> percent + " % leaves the graph " + place);
        assertTrue(place.getMaxX() <= stage.getScene().getWidth() + 1, () -> "" + place);
        keys(KeyCode.L);
      }
    }
  }
}
