package dev.dreamwire.studio.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerDark;
import dev.dreamwire.api.node.Param;
import dev.dreamwire.studio.i18n.Language;
import dev.dreamwire.studio.i18n.Messages;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Colours, curves and keys in the inspector. */
@ExtendWith(ApplicationExtension.class)
class ValueControlsTest {
  private static final Param TINT = Param.colour("tint", "#ff8800", true);
  private static final Param FADE =
      Param.curve("fade", new Param.CurveKind(0, 1, 0, 2), "0:1 1:0", false);
  private static final Param KEY = Param.key("key", "R", true);

  private final List<String> edits = new ArrayList<>();
  private Scene scene;

  @Start
  void start(Stage stage) {
    Locale.setDefault(Locale.ENGLISH);
    Application.setUserAgentStylesheet(new PrimerDark().getUserAgentStylesheet());
    VBox rows = new VBox(12);
    for (Param param : List.of(TINT, FADE, KEY)) {
      ParamRow row =
          new ParamRow(param, param.name(), edits(param), new Messages(Language.ENGLISH));
      row.show(param.defaultValue(), Optional.empty());
      rows.getChildren().add(row);
    }
    scene = new Scene(rows, 320, 560);
    stage.setScene(scene);
    stage.show();
  }

  private ParamEdits edits(Param param) {
    return new ParamEdits() {
      @Override
      public void set(Object value, boolean settled) {
        edits.add(param.name() + "=" + value + (settled ? "" : "…"));
      }

      @Override
      public Optional<Path> chooseFile(List<String> extensions) {
        return Optional.empty();
      }

      @Override
      public List<String> keyHolders(String key) {
        return key.equals("W") ? List.of("map · key") : List.of();
      }
    };
  }

  @Test
  void aColourOpensBelowItsButtonAndIsTyped(FxRobot robot) {
    Node hex = robot.lookup("#colour-hex").query();
    assertFalse(hex.getParent().getParent().isVisible());
    robot.clickOn("#param-tint .toggle-button");
    robot.interact(hex::requestFocus);
    robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
    robot.write("#010203").type(KeyCode.ENTER);
    WaitForAsyncUtils.waitForFxEvents();
    assertEquals(List.of("tint=#010203"), edits);
  }

  @Test
  void aCurveIsMovedWithArrowsAndEachIsAnEdit(FxRobot robot) {
    robot.interact(() -> robot.lookup(".curve-handle").nth(1).query().requestFocus());
    robot.type(KeyCode.UP).type(KeyCode.LEFT);
    WaitForAsyncUtils.waitForFxEvents();
    assertEquals(List.of("fade=0:1 1:0.02", "fade=0:1 0.99:0.02"), edits);
  }

  @Test
  void aKeyThatIsTakenIsNamedFirst(FxRobot robot) {
    robot.clickOn("#key-button").type(KeyCode.W);
    WaitForAsyncUtils.waitForFxEvents();
    assertEquals(List.of(), edits);
    String says = robot.lookup(".key-says").<Labeled>query().getText();
    assertTrue(says.contains("map · key"), says);
    robot.type(KeyCode.W).clickOn("#key-button").type(KeyCode.BACK_SPACE);
    WaitForAsyncUtils.waitForFxEvents();
    assertEquals(List.of("key=W", "key="), edits);
  }
}
