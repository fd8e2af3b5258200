package dev.dreamwire.studio.capture;

import dev.dreamwire.runtime.data.VideoCodec;
import dev.dreamwire.runtime.data.VideoWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A clip that is being written, as an mp4 with pixels as squares large enough to be watched. Frames
 * are coded on a thread of its own; the file gets its name when it is whole.
 */
final class Clip {
  private static final int FPS = 20;
  private static final int WATCHABLE_HEIGHT = 480;
  private static final Logger LOG = LoggerFactory.getLogger(Clip.class);

  private final Screenshots place;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("studio-clip").factory());
  private CompletableFuture<Void> work = CompletableFuture.completedFuture(null);

  /** What follows is used on the clip's thread alone. */
  private VideoWriter writer;

  private Path partial;
  private Path file;
  private int width;
  private int height;

  /** A clip without frames. */
  Clip(Screenshots place) {
    this.place = place;
  }

  /**
   * Adds a frame. Frames of another size than the first are left out.
   *
   * @param argb opaque pixels, row by row; not to be changed later
   */
  void add(int[] argb, int frameWidth, int frameHeight) {
    work = work.thenRunAsync(() -> write(argb, frameWidth, frameHeight), thread);
  }

  /**
   * Ends the clip. Waits for frames that are still to be coded.
   *
   * @return the file; empty if there was no frame
   * @throws UncheckedIOException if a frame or the file could not be written
   */
  Optional<Path> finish() {
    try {
      return work.handleAsync((nothing, error) -> close(error), thread).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException known ? known : e;
    } finally {
      thread.shutdown();
    }
  }

  private void write(int[] argb, int frameWidth, int frameHeight) {
    try {
      if (writer == null) {
        begin(frameWidth, frameHeight);
      }
      if (frameWidth == width && frameHeight == height) {
        writer.write(enlarged(argb));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  private void begin(int frameWidth, int frameHeight) throws IOException {
    width = frameWidth;
    height = frameHeight;
    file = place.fresh("mp4");
    partial = file.resolveSibling("." + file.getFileName() + ".part");
    writer = new VideoWriter(partial, width * factor(), height * factor(), FPS, VideoCodec.H264);
  }

  /** Even, because the codec takes nothing else. */
  private int factor() {
    return Math.max(2, WATCHABLE_HEIGHT / height / 2 * 2);
  }

  private byte[] enlarged(int[] argb) {
    int factor = factor();
    int wide = width * factor;
    byte[] rgb = new byte[3 * wide * height * factor];
    for (int y = 0, at = 0; y < height * factor; y++) {
      for (int x = 0; x < wide; x++) {
        int pixel = argb[y / factor * width + x / factor];
        rgb[at++] = (byte) (pixel >> 16);
        rgb[at++] = (byte) (pixel >> 8);
        rgb[at++] = (byte) pixel;
      }
    }
    return rgb;
  }

  private Optional<Path> close(Throwable error) {
    if (writer == null) {
      return error == null ? Optional.empty() : fail(error);
    }
    try {
      writer.close();
      if (error != null) {
        return fail(error);
      }
      Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
      return Optional.of(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    } finally {
      drop();
    }
  }

  private static Optional<Path> fail(Throwable error) {
    Throwable cause = error instanceof CompletionException ? error.getCause() : error;
    throw cause instanceof RuntimeException known ? known : new CompletionException(cause);
  }

  private void drop() {
    try {
      Files.deleteIfExists(partial);
    } catch (IOException e) {
      LOG.warn("{} could not be deleted", partial, e);
    }
  }
}
