package dev.dreamwire.runtime.model;

import dev.dreamwire.api.tensor.Ops;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.tensor.learn.LossFunction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Denoising score matching: how far what a U-Net says about a noisy frame is from what {@link
 * Preconditioning} makes of the true one. With EDM's scales this weighs all levels alike (Karras et
 * al. 2022, eq. 8 with λ = 1/out²).
 *
 * <p>Batch: {@code target [B,C,h,w]}; {@code noise} as it, Gaussian; {@code past [B,past·C,h,w]};
 * {@code actions [B,past,A]}; and for each clip, {@code [B]}: {@code alpha}, {@code sigma}, {@code
 * in}, {@code level}, {@code targetFrame}, {@code targetNoise} (see {@link
 * Preconditioning.Scales}); with a noisy past {@code pastLevel}.
 */
public record UNetLoss(UNet unet) implements LossFunction {
  /** Names of the batch's numbers that every clip has one of. */
  private static final List<String> SCALARS =
      List.of("alpha", "sigma", "in", "level", "targetFrame", "targetNoise");

  /** The batch's tensors, for so many clips. */
  public Map<String, Shape> inputs(int clips) {
    UNetConfig config = unet.config();
    Shape frame = config.frameShape();
    Map<String, Shape> out = new LinkedHashMap<>();
    out.put("target", frame.prepend(clips));
    out.put("noise", frame.prepend(clips));
    long channels = (long) config.past() * config.channels();
    out.put("past", frame.with(0, channels).prepend(clips));
    out.put("actions", Shape.of(clips, config.past(), config.actions()));
    SCALARS.forEach(name -> out.put(name, Shape.of(clips)));
    if (config.noisyPast()) {
      out.put("pastLevel", Shape.of(clips));
    }
    return out;
  }

  @Override
  public <T> Map<String, T> loss(Ops<T> ops, Map<String, T> batch) {
    T target = batch.get("target");
    T noise = batch.get("noise");
    T noisy = mixed(ops, batch, target, "alpha", noise, "sigma");
    T said =
        unet.forward(
            ops,
            ops.mul(noisy, each(ops, batch.get("in"))),
            new UNet.Given<>(
                batch.get("past"),
                batch.get("level"),
                batch.get("pastLevel"),
                batch.get("actions")));
    T error = ops.sub(said, mixed(ops, batch, target, "targetFrame", noise, "targetNoise"));
    Map<String, T> out = new LinkedHashMap<>();
    out.put("loss", ops.mean(ops.mul(error, error), false, 0, 1, 2, 3));
    return out;
  }

  private static <T> T mixed(
      Ops<T> ops, Map<String, T> batch, T frame, String much, T noise, String little) {
    return ops.add(
        ops.mul(frame, each(ops, batch.get(much))), ops.mul(noise, each(ops, batch.get(little))));
  }

  /** {@code [B]} to {@code [B,1,1,1]}. */
  private static <T> T each(Ops<T> ops, T x) {
    return ops.reshape(x, Shape.of(ops.shape(x).dim(0), 1, 1, 1));
  }
}
