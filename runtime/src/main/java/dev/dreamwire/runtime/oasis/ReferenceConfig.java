package dev.dreamwire.runtime.oasis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.dreamwire.runtime.diffusion.Prediction;
import dev.dreamwire.runtime.model.AutoencoderConfig;
import dev.dreamwire.runtime.model.DitConfig;
import java.util.Arrays;

/**
 * The two models of Oasis by the reference's own names for their sizes. Immutable.
 *
 * @param seed of weights that are regenerated rather than learned; empty for learned ones
 */
public record ReferenceConfig(String seed, DitConfig dit, AutoencoderConfig vae) {
  /** A latent is the autoencoder's mean times this (open-oasis, generate.py). */
  public static final float LATENT_SCALE = 0.07843137255f;

  /** Largest frequency of the transformer's spatial rotary embedding (dit.py). */
  private static final double DIT_MAX_FREQUENCY = 256;

  /** Oasis-500M as it was released: DiT-S/2 and vit-l-20-shallow-encoder. */
  public static ReferenceConfig oasis500m() {
    return new ReferenceConfig(
        "",
        dit(16, 18, 32, 2, 1024, 16, 16, 25, 32),
        vae(640, 360, 20, 16, 1024, 16, 6, 1024, 16, 12));
  }

  /** The same shapes in a size that runs in no time: to try what is done to the large one. */
  public static ReferenceConfig small() {
    return new ReferenceConfig(
        "", dit(4, 4, 6, 2, 64, 2, 4, 25, 6), vae(24, 16, 4, 4, 32, 2, 2, 32, 2, 2));
  }

  /** The transformer of Oasis in any size. */
  public static DitConfig dit(
      int channels,
      int rows,
      int columns,
      int patch,
      int hidden,
      int depth,
      int heads,
      int actions,
      int window) {
    return new DitConfig(
        channels,
        rows,
        columns,
        patch,
        hidden,
        depth,
        heads,
        1,
        actions,
        window,
        DIT_MAX_FREQUENCY,
        false,
        Prediction.V,
        false,
        false);
  }

  /** The autoencoder of Oasis in any size. */
  public static AutoencoderConfig vae(
      int width,
      int height,
      int patch,
      int channels,
      int hidden,
      int heads,
      int encoderLayers,
      int decoderHidden,
      int decoderHeads,
      int decoderLayers) {
    // To multiply by the scale is to divide by its inverse: the standard deviation of a raw latent.
    float[] deviation = new float[channels];
    Arrays.fill(deviation, 1 / LATENT_SCALE);
    return new AutoencoderConfig(
        width,
        height,
        patch,
        channels,
        hidden,
        heads,
        encoderLayers,
        decoderLayers,
        AutoencoderConfig.Bottleneck.GAUSSIAN,
        false,
        null,
        deviation,
        decoderHidden,
        decoderHeads);
  }

  /**
   * Reads the configuration that stands in a file's metadata.
   *
   * @param json of the form {@code {"seed": …, "dit": {…}, "vae": {…}}}
   * @throws IllegalArgumentException if a size is missing or does not fit; the message names it
   */
  public static ReferenceConfig parse(String json) {
    JsonNode root;
    try {
      root = JsonMapper.builder().build().readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no JSON: " + e.getOriginalMessage(), e);
    }
    JsonNode dit = root.path("dit");
    JsonNode vae = root.path("vae");
    if (dit.path("mlp_ratio").asDouble(4) != 4) {
      throw new IllegalArgumentException("dit.mlp_ratio must be 4, as in the reference");
    }
    return new ReferenceConfig(
        root.path("seed").asText(""),
        dit(
            size(dit, "in_channels"),
            size(dit, "input_h"),
            size(dit, "input_w"),
            size(dit, "patch_size"),
            size(dit, "hidden_size"),
            size(dit, "depth"),
            size(dit, "num_heads"),
            size(dit, "external_cond_dim"),
            size(dit, "max_frames")),
        vae(
            size(vae, "input_width"),
            size(vae, "input_height"),
            size(vae, "patch_size"),
            size(vae, "latent_dim"),
            size(vae, "enc_dim"),
            size(vae, "enc_heads"),
            size(vae, "enc_depth"),
            size(vae, "dec_dim"),
            size(vae, "dec_heads"),
            size(vae, "dec_depth")));
  }

  private static int size(JsonNode group, String name) {
    JsonNode value = group.path(name);
    if (!value.canConvertToInt() || value.asInt() < 1) {
      throw new IllegalArgumentException(
          "the size " + name + " must be a whole number from 1, is " + value);
    }
    return value.asInt();
  }
}
