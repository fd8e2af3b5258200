package dev.dreamwire.runtime.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.api.node.Vocabulary;
import dev.dreamwire.runtime.node.ActionScripts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VideoImportTest {
  private static final int FRAMES = 40;
  private static final int FORWARD = Vocabulary.OASIS.column("forward");
  private static final int YAW = Vocabulary.OASIS.column("cameraY");

  @TempDir Path temp;
  private Path videos;
  private Path table;

  @BeforeEach
  void film() throws IOException {
    videos = Files.createDirectory(temp.resolve("videos"));
    table = videos.resolve("walk.csv");
    try (VideoWriter video =
        new VideoWriter(videos.resolve("walk.mp4"), 32, 16, 30, VideoCodec.LOSSLESS)) {
      byte[] rgb = new byte[32 * 16 * 3];
      for (int i = 0; i < FRAMES; i++) {
        Arrays.fill(rgb, (byte) (3 * i));
        video.write(rgb);
      }
    }
    List<String> rows = new ArrayList<>(List.of("cameraY,forward,remark"));
    for (int i = 0; i < FRAMES; i++) {
      rows.add((i % 4 == 0 ? "0.25" : "0") + "," + (i % 4 == 1 ? 1 : 0) + ",7");
    }
    Files.write(table, rows);
  }

  private RecordingReader take(int every) throws IOException {
    Path out = temp.resolve("recording");
    VideoImport.Form form = new VideoImport.Form("mine", 16, 8, every, ActionScripts.ENDINGS);
    new VideoImport(form, ActionScripts::read).run(videos, out, done -> {});
    return RecordingReader.open(out);
  }

  @Test
  void picturesAreScaledAndColumnsFoundByTheirNames() throws IOException {
    RecordingReader reader = take(1);
    assertEquals(RecordingInfo.of("mine", "person", 0, 30, 16, 8), reader.info());
    Episode episode = reader.read("episode-0001");
    assertEquals(FRAMES, episode.frames());
    for (int i = 0; i < FRAMES; i++) {
      assertEquals(3 * i, episode.rgb()[i * episode.frameBytes()] & 255, 1);
      assertEquals(i % 4 == 0 ? 0.25f : 0, episode.actions()[i][YAW]);
      assertEquals(i % 4 == 1 ? 1 : 0, episode.actions()[i][FORWARD]);
    }
  }

  @Test
  void everySecondFrameKeepsWhatWasDoneInBetween() throws IOException {
    RecordingReader reader = take(2);
    assertEquals(15, reader.info().fps());
    Episode episode = reader.read("episode-0001");
    assertEquals(FRAMES / 2, episode.frames());
    assertEquals(6, episode.rgb()[episode.frameBytes()] & 255, 1);
    assertEquals(0.25f, episode.actions()[0][YAW]);
    assertEquals(1, episode.actions()[0][FORWARD]);
    assertEquals(0, episode.actions()[1][FORWARD]);
  }

  @Test
  void aTableThatDoesNotFitItsVideoIsRefused() throws IOException {
    List<String> rows = Files.readAllLines(table);
    Files.write(table, rows.subList(0, 20));
    IOException shorter = assertThrows(IOException.class, () -> take(1));
    assertTrue(shorter.getMessage().contains("19 rows"), shorter.getMessage());
    Files.delete(table);
    IOException none = assertThrows(RecordingException.class, () -> take(1));
    assertTrue(none.getMessage().contains("walk.csv"), none.getMessage());
  }
}
