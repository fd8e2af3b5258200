package dev.dreamwire.runtime.model;

import dev.dreamwire.api.tensor.Init;
import dev.dreamwire.api.tensor.Ops;
import dev.dreamwire.api.tensor.Shape;
import java.util.List;

/**
 * A vision-transformer autoencoder: patches, transformer blocks with axial rotary attention, a
 * narrow latent for each patch, and the way back. Structure, names of weights and formulas follow
 * open-oasis, vae.py. Stateless and safe on every thread.
 */
public final class VitAutoencoder {
  private static final float EPS = 1e-6f;

  private final AutoencoderConfig config;
  private final String path;

  /**
   * A model.
   *
   * @param path put before the names of its weights
   */
  public VitAutoencoder(AutoencoderConfig config, String path) {
    this.config = config;
    this.path = path;
  }

  /** Its shape. */
  public AutoencoderConfig config() {
    return config;
  }

  /**
   * Pictures to latents of about unit variance.
   *
   * @param images {@code [N,3,H,W]} in −1..1
   * @return {@code [N,C,h,w]}
   */
  public <T> T encode(Ops<T> ops, T images) {
    return ops.div(
        ops.sub(encodeRaw(ops, images), statistic(ops, config.latentMean(), 0)),
        statistic(ops, config.latentStd(), 1));
  }

  /**
   * Latents of about unit variance to pictures.
   *
   * @param latents {@code [N,C,h,w]}
   * @return {@code [N,3,H,W]}, nominally in −1..1, not clamped
   */
  public <T> T decode(Ops<T> ops, T latents) {
    return decodeRaw(
        ops,
        ops.add(
            ops.mul(latents, statistic(ops, config.latentStd(), 1)),
            statistic(ops, config.latentMean(), 0)));
  }

  /** As {@link #encode}, before the latent's statistics are taken out. */
  public <T> T encodeRaw(Ops<T> ops, T images) {
    Layers<T> layers = new Layers<>(ops, path);
    T patches = Patches.cut(ops, images, config.patch());
    T x = layers.linear("patch_embed.proj", patches, config.hidden(), Init.XAVIER);
    x = blocks(layers.in("encoder"), config.encoderLayers(), config.heads(), x);
    x = layers.norm("enc_norm", x, EPS);
    int channels = config.channels();
    int moments =
        config.bottleneck() == AutoencoderConfig.Bottleneck.GAUSSIAN ? 2 * channels : channels;
    T mean = ops.slice(layers.linear("quant_conv", x, moments, Init.XAVIER), -1, 0, channels);
    if (config.linearPath()) {
      mean =
          ops.add(mean, layers.linearWithoutBias("linear_encode", patches, channels, Init.XAVIER));
    }
    T latent = config.bottleneck() == AutoencoderConfig.Bottleneck.TANH ? ops.tanh(mean) : mean;
    T channelsFirst = ops.transpose(latent, 0, 2, 1);
    return ops.reshape(channelsFirst, config.latentShape().prepend(ops.shape(images).dim(0)));
  }

  /** As {@link #decode}, for latents whose statistics were never taken out. */
  public <T> T decodeRaw(Ops<T> ops, T latents) {
    Layers<T> layers = new Layers<>(ops, path);
    long n = ops.shape(latents).dim(0);
    long tokens = (long) config.rows() * config.columns();
    T latent = ops.transpose(ops.reshape(latents, Shape.of(n, config.channels(), tokens)), 0, 2, 1);
    T x = layers.linear("post_quant_conv", latent, config.decoderHidden(), Init.XAVIER);
    x = blocks(layers.in("decoder"), config.decoderLayers(), config.decoderHeads(), x);
    x = layers.norm("dec_norm", x, EPS);
    int pixels = 3 * config.patch() * config.patch();
    x = layers.linear("predictor", x, pixels, Init.XAVIER);
    if (config.linearPath()) {
      x = ops.add(x, layers.linearWithoutBias("linear_decode", latent, pixels, Init.XAVIER));
    }
    return Patches.join(ops, x, 3, config.rows(), config.columns(), config.patch());
  }

  private <T> T blocks(Layers<T> layers, int depth, int heads, T input) {
    int headSize = layers.ops().shape(input).size(-1) / heads;
    // An axis has a quarter of a head's features; frequencies reach the number of tokens (vae.py).
    Rotary<T> rotary =
        Rotary.of(
            layers.ops(),
            Rotary.axial(
                config.rows(),
                config.columns(),
                headSize / 4,
                (double) config.rows() * config.columns(),
                headSize));
    T x = input;
    for (int i = 0; i < depth; i++) {
      x = block(layers.in(String.valueOf(i)), heads, x, rotary);
    }
    return x;
  }

  private <T> T block(Layers<T> layers, int heads, T x, Rotary<T> rotary) {
    Ops<T> ops = layers.ops();
    int hidden = ops.shape(x).size(-1);
    T attended = attention(layers.in("attn"), heads, layers.norm("norm1", x, EPS), rotary);
    T middle = ops.add(x, attended);
    Layers<T> mlp = layers.in("mlp");
    T inner =
        ops.geluErf(mlp.linear("fc1", layers.norm("norm2", middle, EPS), 4 * hidden, Init.XAVIER));
    return ops.add(middle, mlp.linear("fc2", inner, hidden, Init.XAVIER));
  }

  private <T> T attention(Layers<T> layers, int headCount, T x, Rotary<T> rotary) {
    Ops<T> ops = layers.ops();
    long n = ops.shape(x).dim(0);
    long tokens = ops.shape(x).dim(1);
    int hidden = ops.shape(x).size(-1);
    int headSize = hidden / headCount;
    List<T> parts = ops.split(layers.linear("qkv", x, 3 * hidden, Init.XAVIER), -1, 3);
    List<T> heads =
        parts.stream()
            .map(part -> ops.reshape(part, Shape.of(n, tokens, headCount, headSize)))
            .map(part -> ops.transpose(part, 0, 2, 1, 3))
            .toList();
    T out =
        ops.attention(
            rotary.rotate(ops, heads.get(0)),
            rotary.rotate(ops, heads.get(1)),
            heads.get(2),
            (float) (1 / Math.sqrt(headSize)),
            null);
    T joined = ops.reshape(ops.transpose(out, 0, 2, 1, 3), Shape.of(n, tokens, hidden));
    return layers.linear("proj", joined, hidden, Init.XAVIER);
  }

  private <T> T statistic(Ops<T> ops, float[] values, float otherwise) {
    return values.length == 0
        ? ops.scalar(otherwise)
        : ops.constant(Shape.of(values.length, 1, 1), values);
  }
}
