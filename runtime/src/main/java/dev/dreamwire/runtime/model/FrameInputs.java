package dev.dreamwire.runtime.model;

import dev.dreamwire.api.tensor.Ops;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.diffusion.NoiseSchedule;
import dev.dreamwire.runtime.memory.PoseOffset;
import java.util.List;

/**
 * What one frame is made from.
 *
 * @param timesteps at which the denoiser will be asked, noisiest first
 * @param action that leads into the frame, {@code [A]} or {@code [B,A]}
 */
record FrameInputs<T>(
    SpaceTimeDit dit,
    Ops<T> ops,
    HistoryView<T> history,
    ContextView<T> context,
    NoiseSchedule schedule,
    double[] timesteps,
    T action) {
  /** The dimension before a frame's own: {@code []} for one game, {@code [B]} for several. */
  Shape games() {
    Shape latent = ops.shape(history.latent());
    return latent.rank() > 3 ? Shape.of(latent.dim(0)) : Shape.of();
  }

  /** One frame of all games, {@code [B,1,C,h,w]}. */
  Shape oneFrame() {
    return dit.config().latentShape().prepend(games().count(), 1);
  }

  /** The newest finished frame as the denoiser is shown it, shaped as it is. */
  T past() {
    T past = history.latent();
    if (!context.noised()) {
      return past;
    }
    return ops.add(
        ops.mul(past, schedule.alpha(ops, context.timestep())),
        ops.mul(
            history.noise("context", ops.shape(past)), schedule.sigma(ops, context.timestep())));
  }

  /** What is remembered, {@code [B,1,C,h,w]}; null for a model without memory. */
  T recalled() {
    return !dit.config().memory()
        ? null
        : context
            .recall()
            .map(recall -> ops.reshape(recall.latent(), oneFrame()))
            .orElseGet(() -> SpaceTimeDit.nothing(ops, oneFrame()));
  }

  /**
   * Shifts and scales of some context frames, then of every step of the frame being made: all
   * levels are known beforehand, so they are one product.
   *
   * @param contextActions that led into the context frames, {@code [B,n,A]}
   */
  SpaceTimeDit.Modulation<T> modulation(T contextActions) {
    int before = ops.shape(contextActions).size(1);
    long games = games().count();
    long width = ops.shape(contextActions).dim(-1);
    T now = ops.reshape(action, Shape.of(games, 1, width));
    T actions =
        ops.concat(
            1,
            List.of(contextActions, ops.broadcast(now, Shape.of(games, timesteps.length, width))));
    return dit.modulate(ops, dit.condition(ops, levels(before), actions, offsets(before)));
  }

  private T levels(int before) {
    float[] steps = new float[timesteps.length];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = (float) timesteps[i];
    }
    T level = ops.reshape(context.timestep(), Shape.of(1, 1));
    return ops.concat(
        1,
        List.of(
            before == 1 ? level : ops.broadcast(level, Shape.of(1, before)),
            ops.constant(Shape.of(1, steps.length), steps)));
  }

  /** Context frames remember nothing, the one being made the same at every step. */
  private T offsets(int before) {
    if (!dit.config().memory() || context.recall().isEmpty()) {
      return null;
    }
    long games = games().count();
    T row = ops.reshape(context.recall().get().offset(), Shape.of(games, 1, PoseOffset.FEATURES));
    return ops.concat(
        1,
        List.of(
            SpaceTimeDit.nothing(ops, Shape.of(games, before, PoseOffset.FEATURES)),
            ops.broadcast(row, Shape.of(games, timesteps.length, PoseOffset.FEATURES))));
  }
}
