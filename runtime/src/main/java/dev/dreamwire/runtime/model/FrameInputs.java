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
    return context.noised() ? noisy(past, noise(), level(0)) : past;
  }

  /**
   * What the frame being made is given as the one before it, {@code [B,1,C,h,w]}: the newest, as it
   * looks from where the player goes, where a memory knows that.
   *
   * @param past as {@link #past} gives it, or of another level
   * @param level of it
   */
  T before(T past, T level) {
    return ops.reshape(
        context
            .recall()
            .filter(recall -> dit.config().memory())
            .map(recall -> recall.moved(ops, history.latent()))
            .map(moved -> context.noised() ? ops.mul(moved, schedule.alpha(ops, level)) : moved)
            .map(moved -> ops.add(past, moved))
            .orElse(past),
        oneFrame());
  }

  /** The noise that the newest finished frame gets, shaped as it is. */
  T noise() {
    return history.noise("context", ops.shape(history.latent()));
  }

  /** Frames with noise of a level. */
  T noisy(T clean, T noise, T level) {
    return ops.add(
        ops.mul(clean, schedule.alpha(ops, level)), ops.mul(noise, schedule.sigma(ops, level)));
  }

  /** The level that the past has at a step, {@code []}. */
  T level(int step) {
    return context.level(ops, step, timesteps.length);
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
   * levels are known beforehand, so they are one product. The past has one level.
   *
   * @param contextActions that led into the context frames, {@code [B,n,A]}
   */
  SpaceTimeDit.Modulation<T> modulation(T contextActions) {
    return modulation(contextActions, level(0), timesteps);
  }

  /** Shifts and scales of some context frames at a step's level, then of the frame being made. */
  SpaceTimeDit.Modulation<T> modulation(T contextActions, int step) {
    return modulation(contextActions, level(step), new double[] {timesteps[step]});
  }

  private SpaceTimeDit.Modulation<T> modulation(T contextActions, T level, double[] asked) {
    int before = ops.shape(contextActions).size(1);
    long games = games().count();
    long width = ops.shape(contextActions).dim(-1);
    T now = ops.reshape(action, Shape.of(games, 1, width));
    T actions =
        ops.concat(
            1, List.of(contextActions, ops.broadcast(now, Shape.of(games, asked.length, width))));
    return dit.modulate(
        ops,
        dit.condition(ops, levels(level, before, asked), actions, offsets(before, asked.length)));
  }

  private T levels(T context, int before, double[] asked) {
    float[] steps = new float[asked.length];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = (float) asked[i];
    }
    T level = ops.reshape(context, Shape.of(1, 1));
    return ops.concat(
        1,
        List.of(
            before == 1 ? level : ops.broadcast(level, Shape.of(1, before)),
            ops.constant(Shape.of(1, steps.length), steps)));
  }

  /** Context frames remember nothing, the one being made the same at every step. */
  private T offsets(int before, int steps) {
    if (!dit.config().memory() || context.recall().isEmpty()) {
      return null;
    }
    long games = games().count();
    T row = ops.reshape(context.recall().get().offset(), Shape.of(games, 1, PoseOffset.FEATURES));
    return ops.concat(
        1,
        List.of(
            SpaceTimeDit.nothing(ops, Shape.of(games, before, PoseOffset.FEATURES)),
            ops.broadcast(row, Shape.of(games, steps, PoseOffset.FEATURES))));
  }
}
