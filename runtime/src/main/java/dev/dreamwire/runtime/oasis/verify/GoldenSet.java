package dev.dreamwire.runtime.oasis.verify;

import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.model.SpaceTimeDit;
import dev.dreamwire.runtime.model.VitAutoencoder;
import dev.dreamwire.runtime.oasis.ReferenceConfig;
import dev.dreamwire.runtime.tensor.TensorData;
import dev.dreamwire.runtime.tensor.Weights;
import dev.dreamwire.runtime.tensor.safetensors.SafetensorsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A folder with what the reference computed for one pair of small models, and their weights.
 *
 * @param folder where it lies
 * @param ditWeights of {@code checkpoint_dit}
 * @param vaeWeights of {@code checkpoint_vae}
 */
record GoldenSet(Path folder, Weights ditWeights, Weights vaeWeights) {
  static GoldenSet open(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new GoldenException(folder + " is not a folder");
    }
    return new GoldenSet(
        folder,
        weights(folder.resolve("checkpoint_dit.safetensors")),
        weights(folder.resolve("checkpoint_vae.safetensors")));
  }

  /** A file of the set, if it is there. */
  Optional<GoldenFile> file(String name) {
    return Files.exists(folder.resolve(name + ".safetensors"))
        ? Optional.of(GoldenFile.read(folder, name))
        : Optional.empty();
  }

  /** The transformer, its weights under their own names. */
  static SpaceTimeDit dit(ReferenceConfig config) {
    return new SpaceTimeDit(config.dit(), "");
  }

  /** The autoencoder, its weights under their own names. */
  static VitAutoencoder vae(ReferenceConfig config) {
    return new VitAutoencoder(config.vae(), "");
  }

  /** Kernels of convolutions become the matrices that they are. */
  private static Weights weights(Path path) {
    Map<String, TensorData> out = new LinkedHashMap<>();
    try (SafetensorsFile file = SafetensorsFile.open(path)) {
      for (String name : file.weights().names()) {
        TensorData data = file.weights().get(name);
        Shape s = data.shape();
        Shape flat = s.rank() > 2 ? Shape.of(s.dim(0), s.count() / s.dim(0)) : s;
        out.put(name, TensorData.of(flat, data.toFloats()));
      }
    } catch (IOException e) {
      throw new GoldenException(path + " cannot be read: " + e.getMessage(), e);
    }
    return Weights.of(out);
  }
}
