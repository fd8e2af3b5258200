package dev.dreamwire.runtime.capture;

import dev.dreamwire.runtime.text.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/**
 * Frames on their way into a file. They are coded on a thread of the take's own, so that play does
 * not wait for them. For one thread at a time.
 */
public final class Take {
  private static final String TEXTS = "dev.dreamwire.runtime.capture.messages";
  private static final int MOST_WAITING = 120;

  private final Takes takes;
  private final int width;
  private final int height;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("recorder").factory());
  private final Semaphore room = new Semaphore(MOST_WAITING);
  private CompletableFuture<Void> work = CompletableFuture.completedFuture(null);
  private long leftOut;

  /** Used on the take's thread alone. */
  private TakeFile file;

  Take(Takes takes, int width, int height) {
    this.takes = takes;
    this.width = width;
    this.height = height;
  }

  /** Whether a frame has the size of this take. */
  public boolean takes(CapturedFrame frame) {
    return frame.width() == width && frame.height() == height;
  }

  /** Whether a frame could not be written; {@link #finish} says why. */
  public boolean failed() {
    return work.isCompletedExceptionally();
  }

  /** Adds a frame. Waits when the take is seconds behind. */
  public void add(CapturedFrame frame) {
    room.acquireUninterruptibly();
    enqueue(frame);
  }

  /** Adds a frame, or leaves it out when the take is seconds behind. Never waits. */
  public void offer(CapturedFrame frame) {
    if (room.tryAcquire()) {
      enqueue(frame);
    } else {
      leftOut++;
    }
  }

  /** How many frames {@link #offer} left out. */
  public long leftOut() {
    return leftOut;
  }

  private void enqueue(CapturedFrame frame) {
    work = work.thenRunAsync(() -> write(frame), thread).whenComplete((r, e) -> room.release());
  }

  private void write(CapturedFrame frame) {
    try {
      if (file == null) {
        file = takes.open(width, height);
      }
      file.write(frame);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Waits for the last frames and ends the file.
   *
   * @return the file or folder; empty if there was no frame
   * @throws CaptureException if any of it could not be written
   */
  public Optional<Path> finish() {
    try {
      return work.handleAsync((nothing, error) -> end(error), thread).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof CaptureException told ? told : e;
    } finally {
      thread.shutdown();
    }
  }

  private Optional<Path> end(Throwable error) {
    try (TakeFile ending = file) {
      if (error != null) {
        throw unwritable(error instanceof CompletionException ? error.getCause() : error);
      }
      if (ending == null) {
        return Optional.empty();
      }
      ending.keep();
      return Optional.of(ending.place());
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private CaptureException unwritable(Throwable error) {
    Throwable cause = error instanceof UncheckedIOException io ? io.getCause() : error;
    return new CaptureException(
        Texts.display(TEXTS).get("unwritable", takes.folder(), cause.getMessage()), cause);
  }
}
