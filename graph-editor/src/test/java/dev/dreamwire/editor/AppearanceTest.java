package dev.dreamwire.editor;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import atlantafx.base.theme.Theme;
import dev.dreamwire.api.node.NodeSpec;
import dev.dreamwire.editor.geometry.Camera;
import dev.dreamwire.editor.paint.EditorTheme;
import dev.dreamwire.editor.paint.Hue;
import dev.dreamwire.editor.paint.ThemeProbe;
import dev.dreamwire.editor.text.TextSource;
import dev.dreamwire.runtime.graph.GraphEdit;
import dev.dreamwire.runtime.graph.Node;
import dev.dreamwire.runtime.graph.Problem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.application.Application;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

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
  void everyTextIsReadInBothThemes(FxRobot robot) {
    for (Theme look : List.of(new PrimerDark(), new PrimerLight())) {
      robot.interact(() -> Application.setUserAgentStylesheet(look.getUserAgentStylesheet()));
      WaitForAsyncUtils.waitForFxEvents();
      EditorTheme theme = ((ThemeProbe) editor.lookup(".editor-theme")).themeProperty().get();
      for (Color ink : List.of(theme.text(), theme.muted())) {
        for (Color ground : List.of(theme.canvas(), theme.node(), theme.field())) {
          assertReadable(look, ink, ground);
        }
        for (NodeSpec.Category category : NodeSpec.Category.values()) {
          assertReadable(look, ink, theme.filled(Hue.of(category)));
        }
      }
      for (NodeSpec.Category category : NodeSpec.Category.values()) {
        assertReadable(look, theme.text(), theme.header(Hue.of(category)));
      }
      for (String ink : List.of("-color-fg-default", "-color-fg-muted")) {
        for (String ground : List.of("-color-bg-overlay", "-color-bg-default")) {
          robot.interact(() -> assertReadable(look, resolved(ink), resolved(ground)));
        }
      }
    }
  }

  /** A colour of the theme by its name. */
  private Color resolved(String name) {
    Label probe = new Label("x");
    probe.setStyle("-fx-text-fill: " + name + ";");
    Group group = new Group(probe);
    new Scene(group);
    group.applyCss();
    return (Color) probe.getTextFill();
  }

  /** The contrast of WCAG 2.2, success criterion 1.4.3. */
  private static void assertReadable(Theme look, Color ink, Color ground) {
    double one = luminance(ink.getOpacity() < 1 ? ground.interpolate(ink, ink.getOpacity()) : ink);
    double other = luminance(ground);
    double contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    assertTrue(
        contrast >= 4.5, () -> look.getName() + ": " + ink + " on " + ground + " is " + contrast);
  }

  private static double luminance(Color color) {
    return 0.2126 * linear(color.getRed())
        + 0.7152 * linear(color.getGreen())
        + 0.0722 * linear(color.getBlue());
  }

  private static double linear(double share) {
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
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
