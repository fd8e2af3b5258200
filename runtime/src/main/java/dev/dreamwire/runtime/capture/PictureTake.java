package dev.dreamwire.runtime.capture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;

/** A take as a folder of {@code frame-000000.png} and so on. */
final class PictureTake implements TakeFile {
  private final Path folder;
  private int frames;

  PictureTake(Path folder) throws IOException {
    this.folder = Files.createDirectory(folder);
  }

  @Override
  public void write(CapturedFrame frame) throws IOException {
    Path file = folder.resolve(String.format(Locale.ROOT, "frame-%06d.png", frames++));
    if (!ImageIO.write(frame.toImage(), "png", file.toFile())) {
      throw new IOException("no PNG writer is installed");
    }
  }

  @Override
  public Path place() {
    return folder;
  }

  @Override
  public void keep() {}

  /** Whole pictures stay even if a later one could not be written. */
  @Override
  public void close() {}
}
