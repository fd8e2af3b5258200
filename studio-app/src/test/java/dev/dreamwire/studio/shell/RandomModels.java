package dev.dreamwire.studio.shell;

import dev.dreamwire.api.tensor.DType;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.api.tensor.WeightSpec;
import dev.dreamwire.runtime.diffusion.Prediction;
import dev.dreamwire.runtime.model.AutoencoderConfig;
import dev.dreamwire.runtime.model.DitConfig;
import dev.dreamwire.runtime.model.ModelFiles;
import dev.dreamwire.runtime.model.SpaceTimeDit;
import dev.dreamwire.runtime.model.VitAutoencoder;
import dev.dreamwire.runtime.tensor.TensorData;
import dev.dreamwire.runtime.tensor.Weights;
import dev.dreamwire.runtime.tensor.cost.CostOps;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Weight files of untrained models: what they dream is noise, but they take the engine's whole way.
 */
final class RandomModels {
  private static final int WIDTH = 64;
  private static final int HEIGHT = 48;
  private static final int ACTIONS = 25;
  private static final double SPATIAL_FREQUENCY = 10;

  private RandomModels() {}

  /**
   * Writes {@code autoencoder.safetensors} and {@code dit.safetensors}, small enough to be fast.
   */
  static void write(Path folder) throws IOException {
    AutoencoderConfig autoencoder =
        new AutoencoderConfig(
            WIDTH,
            HEIGHT,
            8,
            4,
            16,
            2,
            1,
            1,
            AutoencoderConfig.Bottleneck.TANH,
            true,
            new float[0],
            new float[0]);
    VitAutoencoder vit = new VitAutoencoder(autoencoder, "");
    CostOps ops = new CostOps();
    vit.decode(ops, vit.encode(ops, autoencoder.imageShape().prepend(1)));
    ModelFiles.save(
        folder.resolve("autoencoder.safetensors"),
        autoencoder,
        weights(ops.weights()),
        DType.F32,
        Map.of());
    writeDit(folder, Map.of());
  }

  /** Writes {@code dit.safetensors} with a card. */
  static void writeDit(Path folder, Map<String, String> card) throws IOException {
    DitConfig dit =
        new DitConfig(
            4,
            HEIGHT / 8,
            WIDTH / 8,
            1,
            16,
            2,
            2,
            2,
            ACTIONS,
            4,
            SPATIAL_FREQUENCY,
            true,
            Prediction.FLOW,
            false,
            false);
    CostOps costs = new CostOps();
    new SpaceTimeDit(dit, "")
        .forward(costs, dit.latentShape().prepend(1, 1), Shape.of(1, 1), Shape.of(1, 1, ACTIONS));
    ModelFiles.save(
        folder.resolve("dit.safetensors"), dit, weights(costs.weights()), DType.F32, card);
  }

  private static Weights weights(List<WeightSpec> specs) {
    Map<String, TensorData> out = new LinkedHashMap<>();
    for (WeightSpec spec : specs) {
      Random random = new Random(spec.name().hashCode());
      float[] values = new float[Math.toIntExact(spec.shape().count())];
      double scale = spec.shape().rank() > 1 ? 1 / Math.sqrt(spec.shape().dim(-1)) : 0.1;
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) (random.nextGaussian() * scale);
      }
      out.put(spec.name(), TensorData.of(spec.shape(), values));
    }
    return Weights.of(out);
  }
}
