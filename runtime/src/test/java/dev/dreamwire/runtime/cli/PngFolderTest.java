package dev.dreamwire.runtime.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PngFolderTest {
  private static final byte[] RED_AND_BLUE = {(byte) 255, 0, 0, 0, 0, (byte) 255};

  @TempDir Path place;

  private long files() throws IOException {
    try (Stream<Path> all = Files.list(place)) {
      return all.count();
    }
  }

  @Test
  void finishedFramesAreInTheFolder() throws IOException {
    try (PngFolder out = new PngFolder(place.resolve("clip"))) {
      out.frame(RED_AND_BLUE, 2, 1);
      out.frame(RED_AND_BLUE, 1, 2);
      out.finish();
    }
    assertEquals(1, files());
    assertEquals(
        0xff0000ff, ImageIO.read(place.resolve("clip/frame-000000.png").toFile()).getRGB(1, 0));
    assertEquals(2, ImageIO.read(place.resolve("clip/frame-000001.png").toFile()).getHeight());
  }

  @Test
  void unfinishedFramesLeaveNothing() throws IOException {
    try (PngFolder out = new PngFolder(place.resolve("clip"))) {
      out.frame(RED_AND_BLUE, 2, 1);
      assertFalse(Files.exists(place.resolve("clip")));
    }
    assertEquals(0, files());
  }

  @Test
  void whatIsThereIsNotTouched() throws IOException {
    Files.createFile(Files.createDirectory(place.resolve("clip")).resolve("mine"));
    assertThrows(IOException.class, () -> new PngFolder(place.resolve("clip")));
    assertTrue(Files.exists(place.resolve("clip/mine")));
    assertEquals(1, files());
  }
}
