package dev.dreamwire.runtime.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.api.node.NodeException;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.api.tensor.TensorView;
import dev.dreamwire.runtime.data.VideoReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecorderNodeTest {
  @TempDir Path folder;

  @Test
  void aVideoHoldsEveryFrameLargeEnoughToWatch() throws IOException {
    try (HostRig recorder = recorder("mp4")) {
      play(recorder.begin(1), 0, 7);
    }
    assertEquals(List.of("dream-0001.mp4"), files());
    try (VideoReader video = new VideoReader(folder.resolve("dream-0001.mp4"))) {
      assertEquals(640, video.width());
      assertEquals(480, video.height());
      byte[] rgb = new byte[640 * 480 * 3];
      int frames = 0;
      while (video.read(rgb)) {
        assertEquals(30 * frames, rgb[0] & 255, 12, "frame " + frames);
        frames++;
      }
      assertEquals(7, frames);
    }
  }

  @Test
  void picturesKeepTheirPixels() throws IOException {
    try (HostRig recorder = recorder("png")) {
      play(recorder.begin(1), 0, 3);
    }
    Path last = folder.resolve("dream-0001").resolve("frame-000002.png");
    assertEquals(0xff3c3c3c, ImageIO.read(last.toFile()).getRGB(5, 5));
    try (Stream<Path> pictures = Files.list(last.getParent())) {
      assertEquals(3, pictures.count());
    }
  }

  @Test
  void startingOverAndSwitchingOnBeginNewTakes() throws IOException {
    try (HostRig recorder = recorder("mp4")) {
      play(recorder.begin(1), 0, 2);
      play(recorder.begin(1), 0, 2);
      play(recorder.with("record", false), 2, 2);
      play(recorder.with("record", true), 4, 2);
    }
    assertEquals(List.of("dream-0001.mp4", "dream-0002.mp4", "dream-0003.mp4"), files());
  }

  @Test
  void nothingIsWrittenWhileRecordIsOff() throws IOException {
    try (HostRig recorder = recorder("mp4").with("record", false)) {
      play(recorder.begin(1), 0, 3);
    }
    assertEquals(List.of(), files());
  }

  @Test
  void aFolderThatCannotBeMadeIsNamed() throws IOException {
    Path taken = Files.writeString(folder.resolve("taken"), "a file");
    HostRig recorder = recorder("mp4").with("folder", taken.toString()).begin(1);
    NodeException told =
        assertThrows(
            NodeException.class,
            () -> {
              play(recorder, 0, 1);
              recorder.close();
            });
    assertEquals("folder", told.port());
    assertTrue(told.getMessage().contains(taken.toString()), told.getMessage());
  }

  private HostRig recorder(String format) {
    return new HostRig(new RecorderNode()).with("format", format).with("folder", folder.toString());
  }

  /** Plays grey frames, each brighter than the one before. */
  private static void play(HostRig recorder, int from, int count) {
    for (int i = from; i < from + count; i++) {
      float[] grey = new float[3 * 48 * 64];
      Arrays.fill(grey, 30 * i / 127.5f - 1);
      recorder.input("image", TensorView.of(Shape.of(3, 48, 64), grey)).frame(i);
    }
  }

  private List<String> files() throws IOException {
    try (Stream<Path> there = Files.list(folder)) {
      return there.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
