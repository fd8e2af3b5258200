package dev.dreamwire.studio.capture;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javax.imageio.ImageIO;

/** Keeps pictures as PNG files in a folder. Safe on every thread. */
public final class Screenshots {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS", Locale.ROOT);

  private final Path folder;

  /**
   * Keeps pictures in a folder.
   *
   * @param folder made when needed
   */
  public Screenshots(Path folder) {
    this.folder = folder;
  }

  /** A file for something captured now; its folder exists when this returns. */
  Path fresh(String extension) throws IOException {
    Files.createDirectories(folder);
    return folder.resolve("dreamwire-" + LocalDateTime.now().format(STAMP) + "." + extension);
  }

  /**
   * Writes a picture.
   *
   * @param argb opaque pixels, row by row
   * @return the file
   * @throws UncheckedIOException if it cannot be written
   */
  public Path write(int[] argb, int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, width, height, argb, 0, width);
    try {
      Path file = fresh("png");
      if (!ImageIO.write(image, "png", file.toFile())) {
        throw new IOException("no PNG writer is installed");
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(folder + ": " + e.getMessage(), e);
    }
  }
}
