package dev.dreamwire.studio.tasks;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;

/**
 * Work beside the window's thread: files, pictures, plans. Results come back on the window's
 * thread.
 *
 * <p>Tasks that write run one after the other, so that a later save never loses to an earlier one.
 */
public final class BackgroundTasks implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 10;

  private final ExecutorService writes =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("studio-files").factory());
  private final ExecutorService reads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("studio-read-", 0).factory());

  /**
   * Runs something that only reads.
   *
   * @param done gets the result on the window's thread
   * @param failed gets what was thrown on the window's thread
   */
  public <V> void read(Supplier<V> work, Consumer<V> done, Consumer<RuntimeException> failed) {
    reads.execute(() -> run(work, done, failed));
  }

  /** Runs something that writes, after all that was handed in before. */
  public void write(Runnable work, Runnable done, Consumer<RuntimeException> failed) {
    write(
        () -> {
          work.run();
          return null;
        },
        nothing -> done.run(),
        failed);
  }

  /** Runs something that writes and hands on what it wrote, after all that was handed in before. */
  public <V> void write(Supplier<V> work, Consumer<V> done, Consumer<RuntimeException> failed) {
    writes.execute(() -> run(work, done, failed));
  }

  private static <V> void run(
      Supplier<V> work, Consumer<V> done, Consumer<RuntimeException> failed) {
    V result;
    try {
      result = work.get();
    } catch (RuntimeException e) {
      Platform.runLater(() -> failed.accept(e));
      return;
    }
    Platform.runLater(() -> done.accept(result));
  }

  /** Lets pending work finish, for some seconds, and takes no more. */
  @Override
  public void close() {
    writes.shutdown();
    reads.shutdown();
    try {
      boolean written = writes.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
      boolean read = reads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (!written || !read) {
        writes.shutdownNow();
        reads.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
