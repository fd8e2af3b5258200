package dev.dreamwire.runtime.model;

import dev.dreamwire.api.tensor.Ops;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.diffusion.DiffusionSampler;
import dev.dreamwire.runtime.diffusion.NoiseSchedule;
import dev.dreamwire.runtime.tensor.Weights;
import java.util.List;

/**
 * A {@link SpaceTimeDit} that makes a whole clip at once: every frame sees all others, those after
 * it too, and all are denoised together, as Sora, Mochi 1 and their kind do. No action can come in
 * while it works. The clip begins with a given frame. Immutable and safe on every thread.
 *
 * @param dit whose window is the clip's length; its action weights are not used
 */
public record ClipDit(SpaceTimeDit dit, Weights weights) implements ModelHandle {
  /** Frames of a clip, the given one included. */
  public int frames() {
    return dit.config().window();
  }

  /**
   * What the model says about all frames but the first.
   *
   * @param first the given frame {@code [B,1,C,h,w]}
   * @param x the noisy others {@code [B,T−1,C,h,w]}
   * @param timestep of their noise {@code [B,1]}, 0..1000
   * @return {@code [B,T−1,C,h,w]}
   */
  public <T> T predict(Ops<T> ops, T first, T x, T timestep) {
    int others = frames() - 1;
    long clips = ops.shape(x).dim(0);
    T levels =
        ops.concat(
            1,
            List.of(
                SpaceTimeDit.nothing(ops, Shape.of(clips, 1)),
                ops.broadcast(timestep, Shape.of(clips, others))));
    return dit.forward(
        ops,
        ops.concat(1, List.of(first, x)),
        List.of(),
        dit.modulate(ops, dit.condition(ops, levels, null, null)),
        WindowAttention.everything(ops, frames(), dit.config().headSize()),
        others);
  }

  /**
   * Makes a clip.
   *
   * @param first the given frame {@code [C,h,w]}
   * @param noise Gaussian with variance 1 {@code [T−1,C,h,w]}
   * @return {@code [T,C,h,w]}
   */
  public <T> T sample(Ops<T> ops, NoiseSchedule schedule, int steps, T first, T noise) {
    double[] timesteps = schedule.timesteps(steps);
    Shape others = ops.shape(noise);
    T given = ops.reshape(first, dit.config().latentShape().prepend(1, 1));
    T made =
        DiffusionSampler.DDIM.sample(
            ops,
            schedule,
            dit.config().prediction(),
            timesteps,
            noise,
            (step, x) ->
                ops.reshape(
                    predict(
                        ops,
                        given,
                        ops.reshape(x, others.prepend(1)),
                        ops.constant(Shape.of(1, 1), (float) timesteps[step])),
                    others),
            (step, x, x0) -> {});
    return ops.concat(0, List.of(ops.reshape(first, dit.config().latentShape().prepend(1)), made));
  }
}
