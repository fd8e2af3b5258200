package dev.dreamwire.runtime.tensor.script;

import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * A thread that calls libtorch: whether gradients are kept and how scripts are executed are
 * settings of a thread there.
 */
final class EngineThread implements AutoCloseable {
  private final ExecutorService executor =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("torch").factory());

  EngineThread(int threads) {
    call(
        () -> {
          Engine.getEngine("PyTorch");
          JniUtils.setNumThreads(threads);
          JniUtils.setGraphExecutorOptimize(false);
          JniUtils.setGradMode(true);
          return null;
        });
  }

  /** Runs something there and waits; what it throws unchecked is thrown here. */
  <R> R call(Callable<R> work) {
    try {
      return executor.submit(work).get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException unchecked) {
        throw unchecked;
      }
      throw new IllegalStateException("the training engine failed: " + e.getCause(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the training engine was at work", e);
    }
  }

  /** Runs something there without waiting. */
  <R> CompletableFuture<R> submit(Supplier<R> work) {
    return CompletableFuture.supplyAsync(work, executor);
  }

  @Override
  public void close() {
    executor.shutdown();
  }
}
