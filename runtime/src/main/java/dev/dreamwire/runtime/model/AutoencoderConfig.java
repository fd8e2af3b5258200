package dev.dreamwire.runtime.model;

import dev.dreamwire.api.tensor.Shape;

/**
 * The shape of a ViT autoencoder.
 *
 * @param width of a picture in pixels, a multiple of the patch
 * @param height of a picture in pixels, a multiple of the patch
 * @param patch edge of a patch in pixels; a patch is one token and one latent position
 * @param channels of the latent
 * @param hidden width of the encoder and decoder
 * @param heads of attention
 * @param encoderLayers transformer blocks before the latent
 * @param decoderLayers transformer blocks after it
 * @param bottleneck what bounds the latent
 * @param linearPath whether a straight matrix from patch to latent and back runs beside the
 *     transformers, which then only add what it misses; it makes training far shorter
 * @param latentMean mean of each raw latent channel over the training data; empty for zeros
 * @param latentStd standard deviation of each raw latent channel; empty for ones
 */
public record AutoencoderConfig(
    int width,
    int height,
    int patch,
    int channels,
    int hidden,
    int heads,
    int encoderLayers,
    int decoderLayers,
    Bottleneck bottleneck,
    boolean linearPath,
    float[] latentMean,
    float[] latentStd) {
  /** What bounds the latent. */
  public enum Bottleneck {
    /** The encoder gives mean and log-variance of a Gaussian; the mean is the latent (Oasis). */
    GAUSSIAN,
    /** The latent passes a tanh. */
    TANH
  }

  public AutoencoderConfig {
    if (width <= 0 || height <= 0 || patch <= 0 || width % patch != 0 || height % patch != 0) {
      throw new IllegalArgumentException(
          "a picture of " + width + "×" + height + " does not divide into patches of " + patch);
    }
    if (heads <= 0 || hidden % heads != 0 || hidden / heads % 8 != 0) {
      throw new IllegalArgumentException(
          "width " + hidden + " does not divide into " + heads + " heads of a multiple of 8");
    }
    latentMean = latentMean == null ? new float[0] : latentMean.clone();
    latentStd = latentStd == null ? new float[0] : latentStd.clone();
  }

  /** Latent rows. */
  public int rows() {
    return height / patch;
  }

  /** Latent columns. */
  public int columns() {
    return width / patch;
  }

  /** One frame's latent {@code [C,h,w]}. */
  public Shape latentShape() {
    return Shape.of(channels, rows(), columns());
  }

  /** One picture {@code [3,H,W]}. */
  public Shape imageShape() {
    return Shape.of(3, height, width);
  }

  /** The same with measured latent statistics. */
  public AutoencoderConfig standardised(float[] mean, float[] std) {
    return new AutoencoderConfig(
        width,
        height,
        patch,
        channels,
        hidden,
        heads,
        encoderLayers,
        decoderLayers,
        bottleneck,
        linearPath,
        mean,
        std);
  }
}
