package dev.dreamwire.runtime.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/**
 * Frames on their way into a file. They are coded on a thread of the take's own, so that play does
 * not wait; only when that thread is seconds behind, play waits for it.
 */
final class Take {
  private static final int MOST_WAITING = 120;

  private final Path place;
  private final int width;
  private final int height;
  private final TakeFile file;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("recorder").factory());
  private final Semaphore room = new Semaphore(MOST_WAITING);
  private CompletableFuture<Void> work = CompletableFuture.completedFuture(null);

  /** A take into an open file, which it closes. */
  Take(Path place, int width, int height, TakeFile file) {
    this.place = place;
    this.width = width;
    this.height = height;
    this.file = file;
  }

  /** Whether a frame has the size of this take. */
  boolean takes(TakenFrame frame) {
    return frame.width() == width && frame.height() == height;
  }

  /** Whether a frame could not be written; {@link #finish} says why. */
  boolean failed() {
    return work.isCompletedExceptionally();
  }

  /** Adds a frame. */
  void add(TakenFrame frame) {
    room.acquireUninterruptibly();
    work = work.thenRunAsync(() -> write(frame), thread).whenComplete((r, e) -> room.release());
  }

  private void write(TakenFrame frame) {
    try {
      file.write(frame);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Waits for the last frames and ends the file.
   *
   * @throws dev.dreamwire.api.node.NodeException if any of it could not be written
   */
  void finish() {
    try {
      work.join();
    } catch (CompletionException e) {
      throw RecorderNode.unwritable(
          place, e.getCause() instanceof UncheckedIOException io ? io.getCause() : e);
    } finally {
      close();
    }
  }

  private void close() {
    thread.shutdown();
    try {
      file.close();
    } catch (IOException e) {
      throw RecorderNode.unwritable(place, e);
    }
  }
}
