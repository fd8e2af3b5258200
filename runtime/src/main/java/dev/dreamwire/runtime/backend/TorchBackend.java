package dev.dreamwire.runtime.backend;

import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.api.tensor.WeightSpec;
import dev.dreamwire.runtime.tensor.cost.CostOps;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs programs operation by operation in libtorch: slow, and every value can be looked at. The
 * reference for the other backends. Always 32-bit.
 */
public final class TorchBackend implements Backend {
  @Override
  public String id() {
    return "torch";
  }

  @Override
  public Executable compile(Program program, CompileOptions options) {
    CostOps shapes = new CostOps();
    try {
      Map<String, Shape> outputs =
          new LinkedHashMap<>(program.body().apply(shapes, program.inputs()));
      for (WeightSpec weight : shapes.weights()) {
        Shape stored = program.weights().get(weight.name()).shape();
        if (!stored.equals(weight.shape())) {
          throw new IllegalArgumentException(
              "weight "
                  + weight.name()
                  + " has shape "
                  + stored
                  + ", the model needs "
                  + weight.shape());
        }
      }
      return new TorchExecutable(program, List.copyOf(shapes.weights()), outputs, options);
    } catch (IllegalArgumentException e) {
      throw new BackendException(
          "the torch backend cannot compile " + program.name() + ": " + e.getMessage(), e);
    }
  }
}
