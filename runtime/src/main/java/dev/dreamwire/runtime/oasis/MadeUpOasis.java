package dev.dreamwire.runtime.oasis;

import dev.dreamwire.api.tensor.DType;
import dev.dreamwire.runtime.model.ModelFiles;
import dev.dreamwire.runtime.model.ModelWeights;
import dev.dreamwire.runtime.model.SpaceTimeDit;
import dev.dreamwire.runtime.model.VitAutoencoder;
import dev.dreamwire.runtime.tensor.Weights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Weight files of Oasis' form with made-up values: they dream nothing, but load, compute and take
 * memory as the released ones do. Stateless.
 */
public final class MadeUpOasis {
  private static final String SEED = "F:";
  private static final Map<String, String> CARD = Map.of("source", "made-up values");

  private MadeUpOasis() {}

  /**
   * Writes both models beside each other, under the names that {@link OasisImport} gives them.
   *
   * @param type F32, F16 or BF16
   * @throws IOException if a file cannot be written
   */
  public static OasisImport.Result write(ReferenceConfig config, DType type, Path folder)
      throws IOException {
    Files.createDirectories(folder);
    Weights dit =
        HashTensors.weights(SEED + "dit.", ModelWeights.of(new SpaceTimeDit(config.dit(), "")));
    Weights vae =
        HashTensors.weights(SEED + "vae.", ModelWeights.of(new VitAutoencoder(config.vae(), "")));
    ModelFiles.save(folder.resolve(OasisImport.DIT_FILE), config.dit(), dit, type, CARD);
    ModelFiles.save(folder.resolve(OasisImport.VAE_FILE), config.vae(), vae, type, CARD);
    return new OasisImport.Result(
        config.dit(), dit.names().size(), config.vae(), vae.names().size());
  }
}
