package dev.dreamwire.runtime.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.runtime.world.Action;
import dev.dreamwire.runtime.world.Player;
import dev.dreamwire.runtime.world.Renderer;
import dev.dreamwire.runtime.world.TestWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VideoTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"64, 48", "63, 47", "1, 1"})
  void losslessVideoGivesBackEveryByte(int width, int height) throws IOException {
    List<byte[]> pictures = pictures(width, height, 30);
    Path file = write(pictures, width, height, VideoCodec.LOSSLESS);
    List<byte[]> back = read(file, 0, 0);
    assertEquals(30, back.size());
    for (int i = 0; i < 30; i++) {
      assertArrayEquals(pictures.get(i), back.get(i), "frame " + i);
    }
  }

  @Test
  void h264IsCloseAndTellsItsSizeAndRate() throws IOException {
    List<byte[]> pictures = pictures(320, 240, 20);
    Path file = write(pictures, 320, 240, VideoCodec.H264);
    try (VideoReader reader = new VideoReader(file)) {
      assertEquals(320, reader.width());
      assertEquals(240, reader.height());
      assertEquals(20, reader.fps());
      assertEquals(20, reader.declaredFrames());
    }
    List<byte[]> back = read(file, 0, 0);
    assertEquals(20, back.size());
    for (int i = 0; i < 20; i++) {
      double psnr = psnr(pictures.get(i), back.get(i));
      assertTrue(psnr > 33, "frame " + i + " has a PSNR of " + psnr);
    }
  }

  @Test
  void picturesAreScaledToTheWantedSize() throws IOException {
    Path file = write(pictures(320, 240, 5), 320, 240, VideoCodec.H264);
    List<byte[]> small = read(file, 64, 48);
    List<byte[]> drawn = pictures(64, 48, 5);
    assertEquals(5, small.size());
    for (int i = 0; i < 5; i++) {
      assertTrue(psnr(drawn.get(i), small.get(i)) > 22);
    }
  }

  @Test
  void aSizeThatTheCodecCannotTakeIsRefused() {
    Path file = folder.resolve("odd.mp4");
    assertThrows(
        IllegalArgumentException.class, () -> new VideoWriter(file, 63, 48, 20, VideoCodec.H264));
    assertFalse(Files.exists(file));
  }

  @Test
  void aPlaceThatCannotBeWrittenIsNamed() {
    Path file = folder.resolve("nowhere").resolve("a.mp4");
    IOException told =
        assertThrows(
            IOException.class, () -> new VideoWriter(file, 64, 48, 20, VideoCodec.LOSSLESS));
    assertTrue(told.getMessage().contains(file.toString()), told.getMessage());
  }

  @Test
  void aMissingFileAndOneThatIsNoVideoAreNamed() throws IOException {
    Path missing = folder.resolve("missing.mp4");
    IOException first = assertThrows(IOException.class, () -> new VideoReader(missing));
    assertEquals(missing + ": there is no such file", first.getMessage());
    Path text = folder.resolve("text.mp4");
    Files.writeString(text, "This is a letter, not a film. ".repeat(100));
    IOException second = assertThrows(IOException.class, () -> new VideoReader(text));
    assertTrue(second.getMessage().startsWith(text + ": "), second.getMessage());
  }

  @Test
  void aTruncatedFileIsNamed() throws IOException {
    Path file = write(pictures(64, 48, 30), 64, 48, VideoCodec.LOSSLESS);
    byte[] all = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(all, all.length / 2));
    IOException told = assertThrows(IOException.class, () -> read(file, 0, 0));
    assertTrue(told.getMessage().startsWith(file + ": "), told.getMessage());
  }

  private Path write(List<byte[]> pictures, int width, int height, VideoCodec codec)
      throws IOException {
    Path file = folder.resolve("video.mp4");
    try (VideoWriter writer = new VideoWriter(file, width, height, 20, codec)) {
      for (byte[] picture : pictures) {
        writer.write(picture);
      }
    }
    return file;
  }

  private static List<byte[]> read(Path file, int width, int height) throws IOException {
    List<byte[]> pictures = new ArrayList<>();
    try (VideoReader reader = new VideoReader(file, width, height)) {
      byte[] rgb = new byte[reader.width() * reader.height() * 3];
      while (reader.read(rgb)) {
        pictures.add(rgb.clone());
      }
    }
    return pictures;
  }

  private static List<byte[]> pictures(int width, int height, int count) {
    Renderer renderer = TestWorld.WORLD.renderer(width, height);
    Player player = TestWorld.WORLD.scene("village").start();
    List<byte[]> pictures = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      pictures.add(renderer.render(player));
      player = TestWorld.WORLD.step(player, Action.idle().turn(1).press("forward").vector());
    }
    return pictures;
  }

  private static double psnr(byte[] a, byte[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      int difference = (a[i] & 255) - (b[i] & 255);
      sum += difference * difference;
    }
    return 10 * Math.log10(255.0 * 255.0 * a.length / sum);
  }
}
