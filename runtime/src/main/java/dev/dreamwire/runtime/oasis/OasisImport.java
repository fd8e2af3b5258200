package dev.dreamwire.runtime.oasis;

import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.model.AutoencoderConfig;
import dev.dreamwire.runtime.model.DitConfig;
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
 * Turns the two checkpoints of Oasis, as they were released, into weight files of this program. All
 * sizes that tensors show are taken from them. Stateless; slow (it copies gigabytes).
 *
 * @param width of a picture in pixels, which no tensor shows; 640 for Oasis-500M
 * @param height of a picture in pixels; 360 for Oasis-500M
 * @param window of frames; 32 for Oasis-500M
 */
public record OasisImport(int width, int height, int window) {
  /** Names of the files that are written. */
  public static final String DIT_FILE = "dit.safetensors";

  /** Names of the files that are written. */
  public static final String VAE_FILE = "autoencoder.safetensors";

  /** Features of a head where no stored frequencies tell. */
  private static final int HEAD_SIZE = 64;

  private static final Map<String, String> CARD =
      Map.of("source", "open-oasis", "licence", "MIT, Decart and Etched");

  /** What was imported. */
  public record Result(DitConfig dit, int ditTensors, AutoencoderConfig vae, int vaeTensors) {}

  /**
   * Imports.
   *
   * @param out folder for the weight files; made if it is not there
   * @throws OasisImportException if a file is not the model that it should be
   * @throws IOException if a file cannot be read or written
   */
  public Result run(Path dit, Path vae, Path out) throws IOException, OasisImportException {
    try (ReleasedFile ditFile = ReleasedFile.open(dit);
        ReleasedFile vaeFile = ReleasedFile.open(vae)) {
      int headSize = ditFile.temporalFrequencies().map(n -> 2 * n).orElse(HEAD_SIZE);
      AutoencoderConfig vaeConfig = sized(vae, () -> vae(vaeFile, headSize));
      DitConfig ditConfig = sized(dit, () -> dit(ditFile, headSize, vaeConfig));
      Weights vaeWeights = vaeFile.require(ModelWeights.of(new VitAutoencoder(vaeConfig, "")));
      Weights ditWeights = ditFile.require(ModelWeights.of(new SpaceTimeDit(ditConfig, "")));
      Files.createDirectories(out);
      ModelFiles.save(out.resolve(VAE_FILE), vaeConfig, vaeWeights, vaeFile.type(), CARD);
      ModelFiles.save(out.resolve(DIT_FILE), ditConfig, ditWeights, ditFile.type(), CARD);
      return new Result(ditConfig, ditFile.count(), vaeConfig, vaeFile.count());
    }
  }

  /**
   * Whether a checkpoint is the transformer, told by its first layer.
   *
   * @throws IOException if it cannot be read
   */
  static boolean isTransformer(Path file) throws IOException {
    try (ReleasedFile open = ReleasedFile.open(file)) {
      return open.has("x_embedder.proj.weight");
    }
  }

  /** Reads sizes from a file. */
  private interface Sizes<C> {
    C read() throws OasisImportException;
  }

  private static <C> C sized(Path file, Sizes<C> sizes) throws OasisImportException {
    try {
      return sizes.read();
    } catch (IllegalArgumentException e) {
      throw new OasisImportException(file + ": " + e.getMessage(), e);
    }
  }

  private AutoencoderConfig vae(ReleasedFile file, int headSize) throws OasisImportException {
    Shape patch = kernel(file, "patch_embed.proj.weight");
    int decoderHidden = file.shape("post_quant_conv.weight").size(0);
    return ReferenceConfig.vae(
        width,
        height,
        patch.size(3),
        file.shape("post_quant_conv.weight").size(1),
        patch.size(0),
        patch.size(0) / headSize,
        file.groups("encoder"),
        decoderHidden,
        decoderHidden / headSize,
        file.groups("decoder"));
  }

  private DitConfig dit(ReleasedFile file, int headSize, AutoencoderConfig vae)
      throws OasisImportException {
    Shape patch = kernel(file, "x_embedder.proj.weight");
    return ReferenceConfig.dit(
        patch.size(1),
        vae.rows(),
        vae.columns(),
        patch.size(3),
        patch.size(0),
        file.groups("blocks"),
        patch.size(0) / headSize,
        file.shape("external_cond.weight").size(1),
        window);
  }

  private static Shape kernel(ReleasedFile file, String name) throws OasisImportException {
    Shape shape = file.shape(name);
    if (shape.rank() != 4) {
      throw new OasisImportException(
          file.path() + ": " + name + " has shape " + shape + ", not that of a convolution");
    }
    return shape;
  }
}
