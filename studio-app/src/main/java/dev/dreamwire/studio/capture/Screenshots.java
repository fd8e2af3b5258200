package dev.dreamwire.studio.capture;

import dev.dreamwire.runtime.capture.CapturedFrame;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javax.imageio.ImageIO;

/** Keeps pictures as PNG files in a folder. Safe on every thread. */
final class Screenshots {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS", Locale.ROOT);

  private final Path folder;

  /**
   * Keeps pictures in a folder.
   *
   * @param folder made when needed
   */
  Screenshots(Path folder) {
    this.folder = folder;
  }

  /**
   * Writes a picture.
   *
   * @return the file, named after the moment
   * @throws UncheckedIOException if it cannot be written
   */
  Path write(CapturedFrame frame) {
    try {
      Files.createDirectories(folder);
      Path file = folder.resolve("dreamwire-" + LocalDateTime.now().format(STAMP) + ".png");
      if (!ImageIO.write(frame.toImage(), "png", file.toFile())) {
        throw new IOException("no PNG writer is installed");
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(folder + ": " + e.getMessage(), e);
    }
  }
}
