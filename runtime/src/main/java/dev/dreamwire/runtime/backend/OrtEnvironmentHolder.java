package dev.dreamwire.runtime.backend;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtLoggingLevel;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Method;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes ONNX Runtime's environment when it is first needed. */
final class OrtEnvironmentHolder {
  private static final Logger LOG = LoggerFactory.getLogger(OrtEnvironmentHolder.class);

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
      OrtEnvironment environment =
          OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
      keep();
      return environment;
    }

    /**
     * ONNX Runtime gives its environment back in a shutdown hook, no matter who is in its native
     * code: a process that is told to end (Ctrl-C, logging out) while it makes a frame would crash.
     * The environment counts its references; a second one, which nobody gives back, keeps it as
     * long as the process. Its Java API hands out only one.
     */
    private static void keep() {
      try {
        Field api = Class.forName("ai.onnxruntime.OnnxRuntime").getDeclaredField("ortApiHandle");
        Method create =
            OrtEnvironment.class.getDeclaredMethod(
                "createHandle", long.class, int.class, String.class);
        api.setAccessible(true);
        create.setAccessible(true);
        create.invoke(
            null, api.getLong(null), OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR.getValue(), "kept");
      } catch (ReflectiveOperationException | InaccessibleObjectException e) {
        LOG.warn("ONNX Runtime may crash when it is ended while it works", e);
      }
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
