package dev.dreamwire.runtime.tensor.torch;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.tensor.TensorData;
import dev.dreamwire.runtime.tensor.TensorFunction;
import dev.dreamwire.runtime.tensor.Weights;
import java.util.LinkedHashMap;
import java.util.Map;

/** Gradients by libtorch's own reverse mode: the reference for what training follows. */
public final class TorchGradients {
  /**
   * What a function gave and how its {@code loss} leans.
   *
   * @param outputs every output, row-major
   * @param gradients of {@code loss} by every weight that it depends on, row-major
   */
  public record Result(Map<String, float[]> outputs, Map<String, float[]> gradients) {}

  private TorchGradients() {}

  /**
   * Computes a function and its gradients.
   *
   * @param function gives, among others, the scalar {@code loss}
   * @param shapes of its inputs
   * @param inputs row-major values
   * @param weights that it asks for
   */
  public static Result of(
      TensorFunction function,
      Map<String, Shape> shapes,
      Map<String, float[]> inputs,
      Weights weights) {
    try (NDManager manager = NDManager.newBaseManager("PyTorch")) {
      Map<String, NDArray> asked = new LinkedHashMap<>();
      Map<String, float[]> outputs = new LinkedHashMap<>();
      try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
        TorchOps ops =
            new TorchOps(
                manager,
                spec -> asked.computeIfAbsent(spec.name(), n -> leaf(manager, weights.get(n))),
                section -> {});
        Map<String, NDArray> fed = new LinkedHashMap<>();
        shapes.forEach((name, s) -> fed.put(name, manager.create(inputs.get(name), torch(s))));
        Map<String, NDArray> out = function.apply(ops, fed);
        collector.backward(out.get("loss"));
        out.forEach((name, value) -> outputs.put(name, value.toFloatArray()));
      }
      Map<String, float[]> gradients = new LinkedHashMap<>();
      asked.forEach((name, weight) -> gradients.put(name, weight.getGradient().toFloatArray()));
      return new Result(outputs, gradients);
    }
  }

  private static NDArray leaf(NDManager manager, TensorData data) {
    NDArray out = manager.create(data.toFloats(), torch(data.shape()));
    out.setRequiresGradient(true);
    return out;
  }

  private static ai.djl.ndarray.types.Shape torch(Shape shape) {
    return new ai.djl.ndarray.types.Shape(shape.dims());
  }
}
