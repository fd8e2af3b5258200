package dev.dreamwire.runtime.oasis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.api.node.Vocabulary;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recorded actions of Oasis and VPT. */
class ActionFilesTest {
  private static final String RECORDING = "treechop-f153ac423f61-20210916-183423.chunk_000";

  @TempDir Path folder;

  @Test
  void dictionariesAndVectorsOfOneRecordingAreTheSameActions() throws Exception {
    List<float[]> vectors = ActionFiles.read(sample(RECORDING + ".one_hot_actions.pt"));
    List<float[]> frames = ActionFiles.read(sample(RECORDING + ".actions.pt"));
    assertEquals(1200, vectors.size());
    assertEquals(vectors.size(), frames.size());
    for (int i = 0; i < vectors.size(); i++) {
      assertArrayEquals(vectors.get(i), frames.get(i), "frame " + i);
    }
    int forward = Vocabulary.OASIS.column("forward");
    assertTrue(vectors.stream().anyMatch(v -> v[forward] == 1));
  }

  @Test
  void aVptRecordingIsReadAsItsLoaderDoes() throws IOException {
    Path file = folder.resolve("play.jsonl");
    Files.writeString(
        file,
        """
        {"mouse": {"dx": 0, "dy": 0, "buttons": [0], "newButtons": [0]}, \
        "keyboard": {"keys": ["key.keyboard.w"]}, "hotbar": 0}
        {"mouse": {"dx": 20, "dy": -20, "buttons": [0, 1], "newButtons": [1]}, \
        "keyboard": {"keys": ["key.keyboard.space", "key.keyboard.unknown"]}, "hotbar": 3}
        {"mouse": {"dx": 4000, "dy": 0, "buttons": [0], "newButtons": [0]}, \
        "keyboard": {"keys": []}, "hotbar": 3}
        """);
    List<float[]> frames = ActionFiles.read(file);
    assertEquals(3, frames.size());
    assertEquals(1, at(frames, 0, "forward"));
    assertEquals(0, at(frames, 0, "attack"), "stuck from the start");
    assertEquals(1, at(frames, 1, "jump"));
    assertEquals(1, at(frames, 1, "use"));
    assertEquals(0, at(frames, 1, "attack"));
    assertEquals(1, at(frames, 1, "hotbar.4"), "the wheel turned");
    // 20 steps are 3°: bucket 50 of the law, and its mirror.
    assertEquals(OasisActions.camera(OasisActions.bucket(3)), at(frames, 1, "cameraY"));
    assertEquals(-at(frames, 1, "cameraY"), at(frames, 1, "cameraX"));
    assertTrue(at(frames, 1, "cameraY") > 0);
    assertEquals(1, at(frames, 2, "attack"), "pressed anew");
    assertEquals(0, at(frames, 2, "cameraY"), "half a turn and more is a mistake");
  }

  @Test
  void whatHoldsNoActionsIsNamed() throws IOException {
    Path text = folder.resolve("broken.pt");
    Files.writeString(text, "not a zip");
    IOException refusal = assertThrows(IOException.class, () -> ActionFiles.read(text));
    assertTrue(refusal.getMessage().contains("broken.pt"), refusal.getMessage());
    Path lines = folder.resolve("broken.jsonl");
    Files.writeString(lines, "{\"a\": 1}\n");
    IOException second = assertThrows(IOException.class, () -> ActionFiles.read(lines));
    assertTrue(second.getMessage().contains("line 1"), second.getMessage());
  }

  private static float at(List<float[]> frames, int frame, String action) {
    return frames.get(frame)[Vocabulary.OASIS.column(action)];
  }

  private static Path sample(String name) throws URISyntaxException {
    return Path.of(ActionFilesTest.class.getResource("/samples/oasis/" + name).toURI());
  }
}
