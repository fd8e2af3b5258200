package dev.dreamwire.runtime.model;

import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.api.tensor.WeightSpec;
import dev.dreamwire.runtime.tensor.Weights;
import dev.dreamwire.runtime.tensor.cost.CostOps;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Which weights a model needs, found by reading its mathematics. */
public final class ModelWeights {
  private ModelWeights() {}

  /** Those of an autoencoder, both halves. */
  public static List<WeightSpec> of(VitAutoencoder model) {
    CostOps ops = new CostOps();
    model.decode(ops, model.encode(ops, model.config().imageShape().prepend(1)));
    return ops.weights();
  }

  /** Those of a transformer with its action input. */
  public static List<WeightSpec> of(SpaceTimeDit model) {
    DitConfig config = model.config();
    CostOps ops = new CostOps();
    model.forward(
        ops, config.latentShape().prepend(1, 1), Shape.of(1, 1), Shape.of(1, 1, config.actions()));
    return ops.weights();
  }

  /** Those of a U-Net. */
  public static List<WeightSpec> of(UNet model) {
    CostOps ops = new CostOps();
    UNetLoss loss = new UNetLoss(model);
    loss.loss(ops, loss.inputs(1));
    return ops.weights();
  }

  /** Those of a transformer that makes clips. */
  public static List<WeightSpec> of(ClipDit model) {
    CostOps ops = new CostOps();
    ClipLoss loss = new ClipLoss(model);
    loss.loss(ops, loss.inputs(1));
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
        throw new IOException(
            file + " lacks the weight " + spec.name() + " of shape " + spec.shape());
      }
      Shape is = weights.get(spec.name()).shape();
      if (!is.equals(spec.shape())) {
        throw new IOException(
            file
                + ": weight "
                + spec.name()
                + " has shape "
                + is
                + ", its configuration needs "
                + spec.shape());
      }
    }
  }
}
