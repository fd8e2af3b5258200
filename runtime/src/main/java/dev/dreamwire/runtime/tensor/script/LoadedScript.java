package dev.dreamwire.runtime.tensor.script;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import dev.dreamwire.api.tensor.Shape;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * A TorchScript program in libtorch, with the thread that all calls to it are made on and the
 * memory of its tensors. Closing gives back all three.
 */
final class LoadedScript implements AutoCloseable {
  private final EngineThread thread;
  private final PtNDManager manager;
  private final PtSymbolBlock block;

  private LoadedScript(EngineThread thread, PtNDManager manager, PtSymbolBlock block) {
    this.thread = thread;
    this.manager = manager;
    this.block = block;
  }

  /** Loads an archive; what was begun is given back if that fails. */
  static LoadedScript load(byte[] archive, int threads) {
    EngineThread thread = new EngineThread(threads);
    try {
      return thread.call(
          () -> {
            PtNDManager manager = (PtNDManager) NDManager.newBaseManager("PyTorch");
            try {
              PtSymbolBlock block =
                  JniUtils.loadModule(manager, new ByteArrayInputStream(archive), false, false);
              return new LoadedScript(thread, manager, block);
            } catch (RuntimeException e) {
              manager.close();
              throw e;
            }
          });
    } catch (RuntimeException e) {
      thread.close();
      throw e;
    }
  }

  /** Runs something on the program's thread and waits. */
  <R> R call(Callable<R> work) {
    return thread.call(work);
  }

  /** Owner of tensors that live as long as the program. Used on the program's thread. */
  NDManager manager() {
    return manager;
  }

  /**
   * Calls a method, on the program's thread.
   *
   * @param scope that owns the results
   * @param arguments in order; the method's name is added
   */
  NDList forward(NDManager scope, String method, NDList arguments, boolean training) {
    NDArray which = scope.create(0f);
    which.setName("module_method:" + method);
    arguments.add(which);
    NDList results = IValueUtils.forward(block, arguments, training);
    results.attach(scope);
    return results;
  }

  /** A tensor with values. */
  static NDArray array(NDManager owner, Shape shape, float[] values) {
    return owner.create(values, new ai.djl.ndarray.types.Shape(shape.dims()));
  }

  /** The numbers that a program was written with, as its argument {@code C}. */
  NDList constants(List<ScriptOps.Constant> constants) {
    List<NDArray> arrays = new ArrayList<>();
    constants.forEach(c -> arrays.add(array(manager, c.shape(), c.values())));
    // The engine knows a list by its name only if it has an element.
    arrays.add(manager.create(0f));
    return list("C", arrays);
  }

  /** Makes tensors one argument that is a list: the engine knows it by its elements' name. */
  static NDList list(String name, List<NDArray> arrays) {
    arrays.forEach(array -> array.setName(name + "[]"));
    return new NDList(arrays);
  }

  @Override
  public void close() {
    thread.call(
        () -> {
          block.close();
          manager.close();
          return null;
        });
    thread.close();
  }
}
