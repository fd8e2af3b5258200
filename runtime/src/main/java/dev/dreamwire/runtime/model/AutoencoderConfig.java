package dev.dreamwire.runtime.model;

import dev.dreamwire.api.tensor.Shape;

/**
 * The shape of a ViT autoencoder.
 *
 * @param width of a picture in pixels, a multiple of the patch
 * @param height of a picture in pixels, a multiple of the patch
 * @param patch edge of a patch in pixels; a patch is one token and one latent position
 * @param channels of the latent
 * @param hidden width of the encoder
 * @param heads of attention in the encoder
 * @param encoderLayers transformer blocks before the latent
 * @param decoderLayers transformer blocks after it
 * @param bottleneck what bounds the latent
 * @param linearPath whether a straight matrix from patch to latent and back runs beside the
 *     transformers, which then only add what it misses; it makes training far shorter
 * @param latentMean mean of each raw latent channel over the training data; empty for zeros
 * @param latentStd standard deviation of each raw latent channel; empty for ones
 * @param decoderHidden width of the decoder; 0 is taken as that of the encoder
 * @param decoderHeads of the decoder; 0 is taken as those of the encoder
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
    float[] latentStd,
    int decoderHidden,
    int decoderHeads) {
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
    decoderHidden = decoderHidden == 0 ? hidden : decoderHidden;
    decoderHeads = decoderHeads == 0 ? heads : decoderHeads;
    requireHeads(hidden, heads);
    requireHeads(decoderHidden, decoderHeads);
    latentMean = latentMean == null ? new float[0] : latentMean.clone();
    latentStd = latentStd == null ? new float[0] : latentStd.clone();
  }

  /** A decoder as wide as the encoder. */
  public AutoencoderConfig(
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
    this(
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
        latentMean,
        latentStd,
        0,
        0);
  }

  private static void requireHeads(int hidden, int heads) {
    if (heads <= 0 || hidden % heads != 0 || hidden / heads % 8 != 0) {
      throw new IllegalArgumentException(
          "width " + hidden + " does not divide into " + heads + " heads of a multiple of 8");
    }
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
        std,
        decoderHidden,
        decoderHeads);
  }
}
