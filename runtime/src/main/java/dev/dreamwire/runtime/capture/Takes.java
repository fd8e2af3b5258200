package dev.dreamwire.runtime.capture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The takes of a folder, numbered {@code dream-0001} and so on.
 *
 * @param folder made when needed
 * @param format what each becomes
 * @param fps frames a second of a video
 */
public record Takes(Path folder, TakeFormat format, int fps) {
  /**
   * A take with the first number that is free. Nothing is written before its first frame, and then
   * on the take's own thread.
   *
   * @param width of its frames, in pixels
   * @param height of its frames, in pixels
   */
  public Take begin(int width, int height) {
    return new Take(this, width, height);
  }

  /** Begins a file. On a take's thread. */
  TakeFile open(int width, int height) throws IOException {
    Files.createDirectories(folder);
    int number = 1;
    Path place;
    do {
      String name = String.format(Locale.ROOT, "dream-%04d", number++);
      place = folder.resolve(name + format.ending());
    } while (Files.exists(place));
    return format.open(place, width, height, fps);
  }
}
