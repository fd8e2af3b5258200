package dev.dreamwire.runtime.backend;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtLoggingLevel;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Makes ONNX Runtime's environment when it is first needed. */
final class OrtEnvironmentHolder {
  /**
   * While it is made, ONNX Runtime matches a regular expression against the process' command line
   * by recursion, some hundred bytes of stack a character: a long class path overflows a usual
   * stack and ends the process.
   */
  private static final long STACK_BYTES = 64L << 20;

  static final OrtEnvironment ENVIRONMENT = make();

  private OrtEnvironmentHolder() {}

  /**
   * A class of its own: the other thread may not touch the holder while that is being initialised.
   */
  private static final class Start implements Callable<OrtEnvironment> {
    @Override
    public OrtEnvironment call() {
      return OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
    }
  }

  private static OrtEnvironment make() {
    FutureTask<OrtEnvironment> task = new FutureTask<>(new Start());
    new Thread(null, task, "onnxruntime start", STACK_BYTES).start();
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return task.get();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } catch (ExecutionException e) {
      throw new BackendException("ONNX Runtime does not start: " + e.getCause(), e.getCause());
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
