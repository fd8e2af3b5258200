package dev.dreamwire.runtime.capture;

import java.io.IOException;
import java.nio.file.Path;

/** What a take becomes. */
public enum TakeFormat {
  /** One mp4 video, its pixels enlarged to squares so that it can be watched. */
  VIDEO(".mp4") {
    @Override
    TakeFile open(Path place, int width, int height, int fps) throws IOException {
      return new VideoTake(place, width, height, fps);
    }
  },
  /** A folder of PNG pictures. */
  PICTURES("") {
    @Override
    TakeFile open(Path place, int width, int height, int fps) throws IOException {
      return new PictureTake(place);
    }
  };

  private final String ending;

  TakeFormat(String ending) {
    this.ending = ending;
  }

  /** What the name of a take ends with. */
  String ending() {
    return ending;
  }

  /** Begins a take. */
  abstract TakeFile open(Path place, int width, int height, int fps) throws IOException;
}
