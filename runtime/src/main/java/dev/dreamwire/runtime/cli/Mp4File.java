package dev.dreamwire.runtime.cli;

import dev.dreamwire.runtime.data.VideoCodec;
import dev.dreamwire.runtime.data.VideoWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Frames as an H.264 video. */
final class Mp4File implements FrameOutput {
  private final Path file;
  private final GrowingFile growing;
  private final int framesPerSecond;
  private VideoWriter writer;

  /**
   * Begins a video.
   *
   * @throws IOException if nothing can be written beside the file
   */
  Mp4File(Path file, int framesPerSecond) throws IOException {
    this.file = file.toAbsolutePath();
    this.framesPerSecond = framesPerSecond;
    this.growing = new GrowingFile(Files.createTempFile(this.file.getParent(), ".clip", ".mp4"));
  }

  @Override
  public void frame(byte[] rgb, int width, int height) {
    try {
      if (writer == null) {
        writer = new VideoWriter(growing.path(), width, height, framesPerSecond, VideoCodec.H264);
      }
      writer.write(rgb);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + growing.path() + ": " + e.getMessage(), e);
    }
  }

  @Override
  public void finish() {
    try {
      closeWriter();
      growing.moveTo(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot put the video in " + file + ": " + e.getMessage(), e);
    }
  }

  private void closeWriter() throws IOException {
    if (writer != null) {
      VideoWriter open = writer;
      writer = null;
      open.close();
    }
  }

  @Override
  public void close() {
    try (growing) {
      closeWriter();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot end " + growing.path() + ": " + e.getMessage(), e);
    }
  }
}
