package dev.dreamwire.runtime.model;

import dev.dreamwire.api.tensor.Ops;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.tensor.learn.LossFunction;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How an autoencoder's reconstruction differs from its picture, without another network: absolute
 * error at scales 1, ½ and ¼, absolute error of horizontal and vertical differences, and squared
 * error.
 *
 * <p>Batch: {@code frames [N,3,H,W]} in −1..1; {@code noise [N,C,h,w]}, added to the raw latent
 * before it is decoded so that the decoder forgives what a denoiser leaves.
 *
 * <p>Reports {@code mse}, the mean squared error of the reconstruction (signal range 2).
 */
public final class AutoencoderLoss implements LossFunction {
  private final VitAutoencoder autoencoder;

  public AutoencoderLoss(VitAutoencoder autoencoder) {
    this.autoencoder = autoencoder;
  }

  @Override
  public <T> Map<String, T> loss(Ops<T> ops, Map<String, T> batch) {
    T frames = batch.get("frames");
    T latent = ops.add(autoencoder.encodeRaw(ops, frames), batch.get("noise"));
    T error = ops.sub(autoencoder.decodeRaw(ops, latent), frames);
    T mse = meanAll(ops, ops.mul(error, error));
    T half = halve(ops, error);
    T quarter = halve(ops, half);
    T absolute = ops.add(meanAbs(ops, error), ops.add(meanAbs(ops, half), meanAbs(ops, quarter)));
    T edges =
        ops.add(meanAbs(ops, difference(ops, error, 2)), meanAbs(ops, difference(ops, error, 3)));
    Map<String, T> out = new LinkedHashMap<>();
    out.put("loss", ops.add(ops.add(absolute, ops.mul(edges, 0.5f)), ops.mul(mse, 2f)));
    out.put("mse", mse);
    return out;
  }

  private static <T> T halve(Ops<T> ops, T x) {
    Shape s = ops.shape(x);
    T split = ops.reshape(x, Shape.of(s.dim(0), s.dim(1), s.dim(2) / 2, 2, s.dim(3) / 2, 2));
    return ops.mean(split, false, 3, 5);
  }

  private static <T> T difference(Ops<T> ops, T x, int axis) {
    long n = ops.shape(x).dim(axis);
    return ops.sub(ops.slice(x, axis, 1, n), ops.slice(x, axis, 0, n - 1));
  }

  private static <T> T meanAbs(Ops<T> ops, T x) {
    return meanAll(ops, ops.abs(x));
  }

  private static <T> T meanAll(Ops<T> ops, T x) {
    return ops.mean(x, false, 0, 1, 2, 3);
  }
}
