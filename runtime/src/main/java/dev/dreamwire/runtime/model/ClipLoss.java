package dev.dreamwire.runtime.model;

import dev.dreamwire.api.tensor.Ops;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.tensor.learn.LossFunction;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How far what a {@link ClipDit} says about a noisy clip is from the true one.
 *
 * <p>Batch: {@code first [B,1,C,h,w]}; {@code target [B,T−1,C,h,w]}, the frames after it; {@code
 * noise} as it, Gaussian; and for each clip, {@code [B,1]}: {@code timestep}, {@code alpha}, {@code
 * sigma}.
 */
public record ClipLoss(ClipDit model) implements LossFunction {
  /** The batch's tensors, for so many clips. */
  public Map<String, Shape> inputs(int clips) {
    Shape latent = model.dit().config().latentShape();
    Shape others = latent.prepend(clips, model.frames() - 1);
    Map<String, Shape> out = new LinkedHashMap<>();
    out.put("first", latent.prepend(clips, 1));
    out.put("target", others);
    out.put("noise", others);
    for (String name : new String[] {"timestep", "alpha", "sigma"}) {
      out.put(name, Shape.of(clips, 1));
    }
    return out;
  }

  @Override
  public <T> Map<String, T> loss(Ops<T> ops, Map<String, T> batch) {
    T target = batch.get("target");
    T noise = batch.get("noise");
    T alpha = each(ops, batch.get("alpha"));
    T sigma = each(ops, batch.get("sigma"));
    T noisy = ops.add(ops.mul(target, alpha), ops.mul(noise, sigma));
    T said = model.predict(ops, batch.get("first"), noisy, batch.get("timestep"));
    T error =
        ops.sub(said, model.dit().config().prediction().target(ops, target, noise, alpha, sigma));
    Map<String, T> out = new LinkedHashMap<>();
    out.put("loss", ops.mean(ops.mul(error, error), false, 0, 1, 2, 3, 4));
    return out;
  }

  /** {@code [B,1]} to {@code [B,1,1,1,1]}. */
  private static <T> T each(Ops<T> ops, T x) {
    return ops.reshape(x, Shape.of(ops.shape(x).dim(0), 1, 1, 1, 1));
  }
}
