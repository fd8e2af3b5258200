package dev.dreamwire.runtime.tensor.script;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.IntFunction;

/** Threads beside a program's own, so that several parts of a batch are computed at once. */
final class Replicas implements AutoCloseable {
  private final List<EngineThread> others = new ArrayList<>();

  /**
   * @param count of parts, the calling thread's own included
   * @param threads that the products of each part take
   */
  Replicas(int count, int threads) {
    for (int i = 1; i < count; i++) {
      others.add(new EngineThread(threads));
    }
  }

  /**
   * Computes all parts, the first on the calling thread, and waits for every one.
   *
   * @throws RuntimeException what the first part that failed threw, once none is at work any more
   */
  <R> List<R> each(IntFunction<R> part) {
    List<CompletableFuture<R>> running = new ArrayList<>();
    for (int i = 0; i < others.size(); i++) {
      int index = i + 1;
      running.add(others.get(i).submit(() -> part.apply(index)));
    }
    CompletableFuture<R> own = new CompletableFuture<>();
    try {
      own.complete(part.apply(0));
    } catch (RuntimeException e) {
      own.completeExceptionally(e);
    }
    running.addFirst(own);
    try {
      CompletableFuture.allOf(running.toArray(CompletableFuture[]::new)).join();
      return running.stream().map(CompletableFuture::join).toList();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException unchecked) {
        throw unchecked;
      }
      throw e;
    }
  }

  @Override
  public void close() {
    others.forEach(EngineThread::close);
  }
}
