package dev.dreamwire.runtime.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The takes of a folder, numbered.
 *
 * @param folder made when needed
 * @param video whether takes are mp4 videos; otherwise folders of PNG pictures
 * @param fps frames a second of a video
 */
record Takes(Path folder, boolean video, int fps) {
  /** Begins a take with the first number that is free. */
  Take begin(int width, int height) {
    try {
      Files.createDirectories(folder);
      Path place = free();
      return new Take(
          place,
          width,
          height,
          video ? new VideoTake(place, width, height, fps) : new PictureTake(place));
    } catch (IOException | IllegalArgumentException e) {
      throw RecorderNode.unwritable(folder, e);
    }
  }

  private Path free() {
    int number = 1;
    while (true) {
      String name = String.format(Locale.ROOT, "dream-%04d", number++);
      Path place = folder.resolve(video ? name + ".mp4" : name);
      if (!Files.exists(place)) {
        return place;
      }
    }
  }
}
