package dev.dreamwire.runtime.capture;

import dev.dreamwire.runtime.data.VideoCodec;
import dev.dreamwire.runtime.data.VideoWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A take as one mp4, its pixels enlarged to squares so that it can be watched. */
final class VideoTake implements TakeFile {
  private final Path file;
  private final Path part;
  private final int factor;
  private final VideoWriter writer;

  VideoTake(Path file, int width, int height, int fps) throws IOException {
    this.file = file;
    this.part = file.resolveSibling("." + file.getFileName() + ".part");
    int least = Math.ceilDiv(CapturedFrame.WATCHABLE_HEIGHT, height);
    // Half the colour resolution needs even sides.
    boolean odd = width % 2 != 0 || height % 2 != 0;
    this.factor = odd ? least + least % 2 : least;
    this.writer = new VideoWriter(part, width * factor, height * factor, fps, VideoCodec.H264);
  }

  @Override
  public Path place() {
    return file;
  }

  @Override
  public void write(CapturedFrame frame) throws IOException {
    writer.write(frame.enlarged(factor));
  }

  @Override
  public void keep() throws IOException {
    writer.close();
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void close() throws IOException {
    try {
      writer.close();
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
