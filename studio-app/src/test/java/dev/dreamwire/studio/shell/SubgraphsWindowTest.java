package dev.dreamwire.studio.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import dev.dreamwire.editor.GraphEditor;
import dev.dreamwire.runtime.graph.Expansion;
import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.SubgraphEdit;
import dev.dreamwire.runtime.preset.Preset.Scene;
import dev.dreamwire.runtime.preset.PresetFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;

/** Subgraphs in the window: the game plays on, the inspector follows inside, the library keeps. */
class SubgraphsWindowTest extends WindowTest {
  @Start
  void start(Stage shown) throws IOException {
    Path subgraphs = Files.createDirectories(folder.resolve("config").resolve("subgraphs"));
    Files.writeString(subgraphs.resolve("torn" + PresetFile.EXTENSION), "{\"format\": 1");
    open(shown, WindowFixture.striped(shown, folder));
  }

  private Graph graph() {
    return fixture.studio.document().graph();
  }

  private GraphEditor editor() {
    return robot.lookup("#graph-editor").queryAs(GraphEditor.class);
  }

  private void choose(String... nodes) {
    robot.interact(() -> editor().selectionProperty().set(Set.of(nodes)));
    robot.interact(() -> editor().requestFocus());
    waitForFxEvents();
  }

  private void keys(KeyCode... codes) {
    robot.press(codes).release(codes);
    waitForFxEvents();
  }

  @Test
  void aGroupIsEditedInsidePublishedAndUsedInAnotherDocument() throws TimeoutException {
    Label unread = robot.lookup("#library-unread").queryAs(Label.class);
    until(() -> unread.getText() != null);
    assertTrue(unread.getText().contains("torn.dreamwire.json"), unread::getText);
    Graph before = graph();
    choose("sampler", "history", "scene");
    keys(KeyCode.CONTROL, KeyCode.G);
    assertEquals(
        before.nodes().keySet(),
        Expansion.flat(graph(), fixture.studio.registry()).nodes().keySet());
    until(() -> fixture.studio.problems().reportProperty().get().graph().equals(graph()));
    assertTrue(fixture.studio.problems().reportProperty().get().sound());

    robot.interact(
        () ->
            fixture
                .studio
                .startScene()
                .choose(new Scene("village", "village.png", Optional.empty(), Map.of())));
    assertEquals("village", fixture.studio.startScene().nameProperty().get());

    keys(KeyCode.I);
    choose("sampler");
    type("#param-steps .text-field", "6");
    assertEquals(
        6L,
        Expansion.flat(graph(), fixture.studio.registry())
            .nodes()
            .get("sampler")
            .params()
            .get("steps"));
    choose();
    keys(KeyCode.U);
    robot.interact(
        () -> fixture.studio.document().apply(new SubgraphEdit.Retitle("group", "Dreamer")));
    waitForFxEvents();
    choose("group");
    keys(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
    until(() -> fixture.studio.subgraphs().parts().size() == 1);
    assertTrue(Files.exists(folder.resolve("config/subgraphs/dreamer" + PresetFile.EXTENSION)));

    robot.interact(() -> fixture.window.files().createNew());
    until(() -> graph().nodes().isEmpty());
    robot.clickOn("#library-search").write("dreamer", 0);
    waitForFxEvents();
    Screens.take(robot, stage.getScene(), "subgraph-library");
    robot.doubleClickOn("Dreamer");
    until(() -> graph().nodes().size() == 1);
    assertEquals(Set.of("dreamer"), graph().subgraphs().known().keySet());
    assertEquals(
        List.of("sampler", "history", "scene").stream().sorted().toList(),
        Expansion.flat(graph(), fixture.studio.registry()).nodes().keySet().stream()
            .sorted()
            .toList());
  }
}
