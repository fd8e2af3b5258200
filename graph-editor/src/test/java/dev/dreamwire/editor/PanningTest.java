package dev.dreamwire.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import atlantafx.base.theme.Theme;
import dev.dreamwire.api.node.NodeSpec;
import dev.dreamwire.editor.geometry.Camera;
import dev.dreamwire.editor.model.PictureSource;
import dev.dreamwire.editor.paint.CanvasView;
import dev.dreamwire.editor.text.TextSource;
import dev.dreamwire.runtime.graph.Annotation;
import dev.dreamwire.runtime.graph.GraphEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import javafx.application.Application;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.transform.Scale;
import javafx.stage.Stage;
import javafx.util.Subscription;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A pan moves what is drawn, and nobody can tell that from drawing it anew. */
@ExtendWith(ApplicationExtension.class)
class PanningTest {
  private static final double WIDTH = 900;
  private static final double HEIGHT = 600;

  /** The edge of a curve that lies elsewhere has another rounding; of 255. */
  private static final int ROUNDING = 2;

  private final List<BiConsumer<String, Image>> shows = new ArrayList<>();
  private final Scale scale = new Scale(1, 1);
  private GraphEditor editor;
  private Scene scene;
  private EditorHand hand;

  @Start
  void start(Stage stage) {
    Application.setUserAgentStylesheet(new PrimerDark().getUserAgentStylesheet());
    editor = new GraphEditor(DemoNodes.REGISTRY, TextSource.ENGLISH);
    editor.setPictureSource(pictures());
    editor.setManaged(false);
    editor.getTransforms().add(scale);
    editor.resize(WIDTH, HEIGHT);
    scene = new Scene(new Pane(editor), WIDTH, HEIGHT);
    stage.setScene(scene);
    stage.setX(0);
    stage.setY(0);
    stage.show();
    editor.open(BigPatch.of(160));
  }

  private PictureSource pictures() {
    return new PictureSource() {
      @Override
      public boolean offers(NodeSpec spec) {
        return spec.outputs().stream().anyMatch(o -> o.type().id().equals("demo:sound"));
      }

      @Override
      public Subscription watch(Set<String> nodes, BiConsumer<String, Image> show) {
        shows.add(show);
        return () -> {};
      }
    };
  }

  @BeforeEach
  void takeHold(FxRobot robot) {
    hand = new EditorHand(robot, editor);
    hand.settle();
  }

  private long paints() {
    return ((CanvasView) editor.lookup(".graph-canvas")).drawn().paints();
  }

  private void look(Camera camera) {
    hand.interactively(() -> editor.cameraProperty().set(camera));
  }

  private void pan(double dx, double dy) {
    look(editor.cameraProperty().get().dragged(dx, dy));
  }

  /** Draws the graph anew where it is. */
  private void refresh() {
    long before = paints();
    hand.interactively(() -> editor.problemsProperty().set(new ArrayList<>()));
    assertEquals(before + 1, paints());
  }

  private static byte[] channels(WritableImage image) {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    byte[] channels = new byte[4 * width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getByteBgraInstance(), channels, 0, 4 * width);
    return channels;
  }

  private void assertLooksAsIfDrawnAnew(FxRobot robot, String name) {
    byte[] moved = channels(Pictures.take(robot, scene, name + "-moved"));
    refresh();
    byte[] anew = channels(Pictures.take(robot, scene, name + "-anew"));
    int differing = 0;
    for (int i = 0; i < anew.length; i++) {
      if (Math.abs((anew[i] & 0xff) - (moved[i] & 0xff)) > ROUNDING) {
        differing++;
      }
    }
    assertEquals(0, differing, name);
  }

  private void annotate() {
    Annotation frame =
        new Annotation(
            "frame", Annotation.Kind.FRAME, "Tone", "sky", new Annotation.Area(200, 100, 700, 500));
    hand.interactively(
        () -> editor.apply(new GraphEdit.PutAnnotations("edit.frame", Map.of("frame", frame))));
  }

  private void showPictures(FxRobot robot) {
    robot.interact(() -> editor.selectionProperty().set(editor.getGraph().nodes().keySet()));
    robot.interact(editor::requestFocus);
    robot.type(KeyCode.T);
    WritableImage stripes = new WritableImage(64, 48);
    for (int i = 0; i < 64 * 48; i++) {
      stripes.getPixelWriter().setColor(i % 64, i / 64, i % 8 < 4 ? Color.TEAL : Color.BLACK);
    }
    robot.interact(() -> editor.selectionProperty().set(Set.of("n43")));
    robot.interact(
        () ->
            editor
                .getGraph()
                .nodes()
                .keySet()
                .forEach(node -> shows.getLast().accept(node, stripes)));
    hand.settle();
  }

  @Test
  void aPanInsideOfTheMarginDrawsNothing() {
    look(new Camera(600, 400, 1));
    pan(-1, -1);
    long before = paints();
    for (int i = 0; i < 20; i++) {
      pan(-7, -5);
    }
    assertEquals(before, paints());
    for (int i = 0; i < 15; i++) {
      pan(7, 5);
    }
    assertEquals(before, paints());
  }

  @Test
  void aLongPanDrawsOnceAMargin() {
    look(new Camera(600, 400, 1));
    long before = paints();
    for (int i = 0; i < 100; i++) {
      pan(-10, -2);
    }
    long drawn = paints() - before;
    // A margin and a half of 160 lie ahead.
    assertTrue(drawn <= 6, () -> drawn + " paints for a thousand pixels");
  }

  @Test
  void whatOnlyChangesInItsPlaceOrZoomsDrawsNoMargin() {
    look(new Camera(600, 400, 1));
    CanvasView canvas = (CanvasView) editor.lookup(".graph-canvas");
    int seen = canvas.drawn().nodes();
    pan(-1, 0);
    assertTrue(canvas.drawn().nodes() > seen);
    refresh();
    refresh();
    assertEquals(seen, canvas.drawn().nodes());
    look(editor.cameraProperty().get().zoomedAbout(new Point2D(450, 300), 1.1));
    assertTrue(canvas.drawn().nodes() <= seen);
  }

  @Test
  void whatIsMovedLooksAsIfItHadBeenDrawnThere(FxRobot robot) {
    annotate();
    showPictures(robot);
    for (Theme look : List.of(new PrimerDark(), new PrimerLight())) {
      robot.interact(() -> Application.setUserAgentStylesheet(look.getUserAgentStylesheet()));
      for (double enlarged : List.of(1.0, 1.5)) {
        robot.interact(
            () -> {
              scale.setX(enlarged);
              scale.setY(enlarged);
              editor.resize(WIDTH / enlarged, HEIGHT / enlarged);
            });
        for (double zoom : List.of(1.0, 0.73, 0.3)) {
          look(new Camera(301.7, 149.2, zoom));
          pan(-1, -1);
          long before = paints();
          pan(-37.3, -11.6);
          pan(-41.1, 9.4);
          assertEquals(before, paints());
          assertLooksAsIfDrawnAnew(robot, "pan-" + look.getName() + "-" + enlarged + "-" + zoom);
        }
      }
    }
  }

  @Test
  void aDraggedNodeAndAWireStayWithThePointerWhileTheGraphIsPanned(FxRobot robot) {
    showPictures(robot);
    look(new Camera(301.7, 149.2, 1));
    Point2D header = hand.header("n43");
    hand.press(header, header.add(30, 20));
    pan(-1, -1);
    pan(-37.3, -11.6);
    assertLooksAsIfDrawnAnew(robot, "pan-node");
    hand.release();
    Point2D from = hand.output("n43.sound");
    hand.press(from, from.add(40, 90));
    pan(-1, -1);
    pan(-37.3, -11.6);
    assertLooksAsIfDrawnAnew(robot, "pan-wire");
    hand.release();
  }
}
