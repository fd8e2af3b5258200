package dev.dreamwire.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerDark;
import dev.dreamwire.api.node.NodeSpec;
import dev.dreamwire.editor.model.PictureSource;
import dev.dreamwire.editor.paint.CanvasView;
import dev.dreamwire.editor.text.TextSource;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import javafx.util.Subscription;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Small pictures of what nodes make. */
@ExtendWith(ApplicationExtension.class)
class NodePicturesTest {
  private final Map<Integer, Set<String>> watched = new TreeMap<>();
  private final List<BiConsumer<String, Image>> shows = new ArrayList<>();
  private GraphEditor editor;
  private Scene scene;
  private EditorHand hand;

  @BeforeAll
  static void speakEnglish() {
    Locale.setDefault(Locale.ENGLISH);
  }

  @Start
  void start(Stage stage) {
    Application.setUserAgentStylesheet(new PrimerDark().getUserAgentStylesheet());
    editor = new GraphEditor(DemoNodes.REGISTRY, TextSource.ENGLISH);
    editor.setPictureSource(
        new PictureSource() {
          @Override
          public boolean offers(NodeSpec spec) {
            return spec.outputs().stream().anyMatch(o -> o.type().id().equals("demo:sound"));
          }

          @Override
          public Subscription watch(Set<String> nodes, BiConsumer<String, Image> show) {
            int number = shows.size();
            watched.put(number, nodes);
            shows.add(show);
            return () -> watched.remove(number);
          }
        });
    scene = new Scene(editor, 1000, 640);
    stage.setScene(scene);
    stage.setX(0);
    stage.setY(0);
    stage.show();
    editor.open(DemoNodes.patch());
  }

  @BeforeEach
  void takeHold(FxRobot robot) {
    hand = new EditorHand(robot, editor);
    hand.settle();
  }

  private static Image stripes(Color color) {
    WritableImage image = new WritableImage(64, 48);
    for (int i = 0; i < 64 * 48; i++) {
      image.getPixelWriter().setColor(i % 64, i / 64, i % 8 < 4 ? color : Color.BLACK);
    }
    return image;
  }

  private CanvasView canvas() {
    return (CanvasView) editor.lookup(".graph-canvas");
  }

  private List<Image> onScreen() {
    return editor.lookupAll(".node-pictures ImageView").stream()
        .map(view -> ((ImageView) view).getImage())
        .toList();
  }

  private void switchOn(FxRobot robot, String... nodes) {
    robot.interact(() -> editor.selectionProperty().set(Set.of(nodes)));
    robot.interact(editor::requestFocus);
    robot.type(KeyCode.T);
    hand.settle();
  }

  @Test
  void onlyNodesThatShowAPictureAreWatched(FxRobot robot) {
    assertEquals(Map.of(), watched);
    switchOn(robot, "voice", "echo", "meter");
    assertEquals(List.of(Set.of("voice", "echo")), List.copyOf(watched.values()));
    hand.click(hand.header("voice"));
    robot.type(KeyCode.H);
    assertEquals(List.of(Set.of("echo")), List.copyOf(watched.values()));
    robot.press(KeyCode.SHIFT).type(KeyCode.T).release(KeyCode.SHIFT);
    assertEquals(Map.of(), watched);
    robot.press(KeyCode.SHIFT).type(KeyCode.T).release(KeyCode.SHIFT);
    robot.press(KeyCode.CONTROL).type(KeyCode.Z).type(KeyCode.Z).release(KeyCode.CONTROL);
    assertEquals(DemoNodes.patch(), editor.getGraph());
    assertEquals(Map.of(), watched);
  }

  @Test
  void aNodeThatMakesNoPictureSaysSo(FxRobot robot) {
    switchOn(robot, "meter");
    assertTrue(editor.lastRefusalProperty().get().contains("picture"));
    assertEquals(DemoNodes.patch(), editor.getGraph());
  }

  @Test
  void aNewPictureDrawsItselfAndNotTheGraph(FxRobot robot) {
    switchOn(robot, "voice", "echo");
    robot.interact(() -> shows.getLast().accept("voice", stripes(Color.TEAL)));
    robot.interact(() -> shows.getLast().accept("echo", stripes(Color.CORAL)));
    hand.settle();
    Pictures.take(robot, scene, "node-pictures");
    long paints = canvas().drawn().paints();
    Image next = stripes(Color.GOLD);
    robot.interact(() -> shows.getLast().accept("voice", next));
    hand.settle();
    assertTrue(onScreen().contains(next));
    assertEquals(paints, canvas().drawn().paints());
  }

  @Test
  void nothingIsLeftOfPicturesWhenAnotherDocumentIsOpened(FxRobot robot)
      throws InterruptedException {
    switchOn(robot, "voice");
    WeakReference<Image> first = new WeakReference<>(stripes(Color.TEAL));
    robot.interact(() -> shows.getLast().accept("voice", first.get()));
    hand.settle();
    assertEquals(1, onScreen().size());
    BiConsumer<String, Image> late = shows.getLast();
    robot.interact(() -> editor.open(DemoNodes.patch()));
    robot.interact(() -> late.accept("voice", stripes(Color.RED)));
    hand.settle();
    assertEquals(Map.of(), watched);
    assertEquals(List.of(), onScreen());
    for (int i = 0; i < 50 && first.get() != null; i++) {
      WaitForAsyncUtils.waitForFxEvents();
      System.gc();
      Thread.sleep(20);
    }
    assertNull(first.get());
  }
}
