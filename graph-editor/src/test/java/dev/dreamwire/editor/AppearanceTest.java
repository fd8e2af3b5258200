package dev.dreamwire.editor;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.dreamwire.editor.geometry.Camera;
import dev.dreamwire.editor.text.TextSource;
import dev.dreamwire.runtime.graph.GraphEdit;
import dev.dreamwire.runtime.graph.Node;
import dev.dreamwire.runtime.graph.Problem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The picture follows the theme. The pictures are kept under {@code target/editor-pictures}. */
@ExtendWith(ApplicationExtension.class)
class AppearanceTest {
  private GraphEditor editor;
  private Scene scene;

  @Start
  void start(Stage stage) {
    Application.setUserAgentStylesheet(new PrimerDark().getUserAgentStylesheet());
    editor = new GraphEditor(DemoNodes.REGISTRY, TextSource.ENGLISH);
    scene = new Scene(editor, 1280, 800);
    stage.setScene(scene);
    stage.show();
    editor.open(DemoNodes.patch());
    editor
        .problemsProperty()
        .set(
            List.of(
                Problem.error("meter", "pitch", "is not wired; connect an output of type pitch"),
                Problem.warning("tuning", "scale", "is empty")));
    editor.setNodeTimes(Map.of("voice", 3.14, "echo", 0.042, "speaker", 12.7));
    editor.selectionProperty().set(Set.of("voice"));
  }

  @Test
  void followsTheThemeFromDarkToLight(FxRobot robot) {
    Color dark = picture(robot, "dark").getPixelReader().getColor(3, 3);
    robot.interact(
        () -> Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet()));
    Color light = picture(robot, "light").getPixelReader().getColor(3, 3);
    assertTrue(dark.getBrightness() < 0.3, () -> "dark ground is " + dark);
    assertTrue(light.getBrightness() > 0.8, () -> "light ground is " + light);
  }

  @Test
  void drawsAMissingTypeAndTheViewFromFarAway(FxRobot robot) {
    WritableImage near = picture(robot, "near");
    robot.interact(
        () -> {
          editor.apply(
              new GraphEdit.AddNode(new Node("gone", "other:gone", 1, Map.of(), 560, 330)));
          editor.cameraProperty().set(new Camera(-1200, -800, 0.35));
        });
    WritableImage far = picture(robot, "far");
    assertNotEquals(
        near.getPixelReader().getArgb(640, 400), far.getPixelReader().getArgb(640, 400));
  }

  @Test
  void showsAMapWhileSomeOfTheGraphIsOutOfSight(FxRobot robot) {
    WritableImage whole = picture(robot, "whole");
    robot.interact(() -> editor.cameraProperty().set(new Camera(260, 0, 1.7)));
    WritableImage close = picture(robot, "close");
    Color ground = whole.getPixelReader().getColor(1255, 700);
    assertNotEquals(ground, close.getPixelReader().getColor(1255, 700));
  }

  @Test
  void showsThePalette(FxRobot robot) {
    robot.interact(() -> editor.openPalette());
    robot.interact(() -> {});
    picture(robot, "palette");
    assertTrue(robot.lookup(".search-pane").tryQuery().isPresent());
  }

  private WritableImage picture(FxRobot robot, String name) {
    return Pictures.take(robot, scene, name);
  }
}
