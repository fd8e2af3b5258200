package dev.dreamwire.runtime.cli;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** Frames as {@code frame-000000.png}, {@code frame-000001.png} … in a new folder. */
final class PngFolder implements FrameOutput {
  private final Path folder;
  private final GrowingFile growing;
  private int frames;

  /**
   * Begins a folder.
   *
   * @throws IOException if it cannot be made, or is there already with something in it
   */
  PngFolder(Path folder) throws IOException {
    this.folder = folder.toAbsolutePath();
    if (Files.exists(folder) && !isEmptyFolder(folder)) {
      throw new IOException("already exists and is not an empty folder");
    }
    this.growing = new GrowingFile(Files.createTempDirectory(this.folder.getParent(), ".frames"));
  }

  private static boolean isEmptyFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> content = Files.list(folder)) {
      return content.findAny().isEmpty();
    }
  }

  @Override
  public void frame(byte[] rgb, int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int i = 0, at = 0; i < width * height; i++, at += 3) {
      int pixel = (rgb[at] & 255) << 16 | (rgb[at + 1] & 255) << 8 | rgb[at + 2] & 255;
      image.setRGB(i % width, i / width, pixel);
    }
    Path file = growing.path().resolve(String.format(Locale.ROOT, "frame-%06d.png", frames++));
    try {
      ImageIO.write(image, "png", file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  @Override
  public void finish() {
    try {
      Files.deleteIfExists(folder);
      growing.moveTo(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot put the frames in " + folder + ": " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    growing.close();
  }
}
