package dev.dreamwire.runtime.model;

import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.api.tensor.WeightSpec;
import dev.dreamwire.runtime.tensor.Weights;
import dev.dreamwire.runtime.tensor.script.ScriptOps;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Which weights a model needs, found by reading its mathematics. */
final class ModelWeights {
  private ModelWeights() {}

  static List<WeightSpec> of(VitAutoencoder model) {
    ScriptOps ops = new ScriptOps(false, name -> name);
    model.decode(ops, model.encode(ops, ops.argument("x", model.config().imageShape().prepend(1))));
    return ops.weights();
  }

  static List<WeightSpec> of(SpaceTimeDit model) {
    DitConfig config = model.config();
    ScriptOps ops = new ScriptOps(false, name -> name);
    model.forward(
        ops,
        ops.argument("x", config.latentShape().prepend(1, 1)),
        ops.argument("t", Shape.of(1, 1)),
        ops.argument("a", Shape.of(1, 1, config.actions())));
    return ops.weights();
  }

  /**
   * Checks that a file has what a model needs.
   *
   * @throws IOException naming the weight that is missing or of another shape
   */
  static void require(Path file, Weights weights, List<WeightSpec> needed) throws IOException {
    for (WeightSpec spec : needed) {
      if (!weights.names().contains(spec.name())) {
        throw new IOException(file + " lacks the weight " + spec.name() + " of shape " + spec.shape());
      }
      Shape is = weights.get(spec.name()).shape();
      if (!is.equals(spec.shape())) {
        throw new IOException(
            file + ": weight " + spec.name() + " has shape " + is + ", its configuration needs " + spec.shape());
      }
    }
  }
}
