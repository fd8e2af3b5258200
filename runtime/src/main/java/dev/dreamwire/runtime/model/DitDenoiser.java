package dev.dreamwire.runtime.model;

import dev.dreamwire.api.tensor.Ops;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.diffusion.NoiseSchedule;
import dev.dreamwire.runtime.diffusion.Prediction;
import dev.dreamwire.runtime.memory.PoseOffset;
import dev.dreamwire.runtime.tensor.Weights;
import java.util.List;

/**
 * A {@link SpaceTimeDit} as a stream: the past's keys and values are kept, a frame is made at a
 * time.
 */
public record DitDenoiser(SpaceTimeDit dit, Weights weights) implements Denoiser {
  @Override
  public Shape latentShape() {
    return dit.config().latentShape();
  }

  @Override
  public int actions() {
    return dit.config().actions();
  }

  @Override
  public int window() {
    return dit.config().window();
  }

  @Override
  public Prediction prediction() {
    return dit.config().prediction();
  }

  @Override
  public <T> DenoiserSession<T> open(
      Ops<T> ops,
      HistoryView<T> history,
      ContextView<T> context,
      NoiseSchedule schedule,
      double[] timesteps,
      T action) {
    Shape games = games(ops.shape(history.latent()));
    require("latent", ops.shape(history.latent()), games, latentShape());
    require("action", ops.shape(action), games, Shape.of(actions()));
    if (context.window() < 2 || context.window() > window()) {
      throw new IllegalArgumentException(
          "the denoiser was trained with a window of 2 to "
              + window()
              + " frames, not "
              + context.window());
    }
    int rows = timesteps.length + 1;
    // Every level of the frame is known beforehand, so all steps' modulations are one product.
    SpaceTimeDit.Modulation<T> modulation =
        dit.modulate(
            ops,
            dit.condition(
                ops,
                levels(ops, context.timestep(), timesteps),
                actionRows(ops, history.action(), action, rows),
                offsetRows(ops, context, games, rows)));
    T past = history.latent();
    if (context.noised()) {
      past =
          ops.add(
              ops.mul(past, schedule.alpha(ops, context.timestep())),
              ops.mul(
                  history.noise("context", ops.shape(past)),
                  schedule.sigma(ops, context.timestep())));
    }
    CachedAttention<T> cache =
        new CachedAttention<>(ops, history, context.window(), dit.config().headSize());
    Shape one = latentShape().prepend(games.count(), 1);
    T before = ops.reshape(past, one);
    T recalled = recalled(ops, context, one);
    List<T> besideNow = dit.beside(before, recalled);
    List<T> besideBoth =
        dit.beside(
            dit.config().previousFrame()
                ? ops.concat(1, List.of(beforeThat(ops, history, past), before))
                : null,
            dit.config().memory()
                ? ops.concat(1, List.of(SpaceTimeDit.nothing(ops, one), recalled))
                : null);
    return (step, x) -> {
      T now = ops.reshape(x, one);
      if (step > 0) {
        T said =
            dit.forward(ops, now, besideNow, modulation.frames(ops, step + 1, step + 2), cache, 1);
        return ops.reshape(said, ops.shape(x));
      }
      // The finished frame is committed in the same pass, so that weights are read once.
      T pair = ops.concat(1, List.of(before, now));
      T said = dit.forward(ops, pair, besideBoth, modulation.frames(ops, 0, 2), cache, 1);
      return ops.reshape(said, ops.shape(x));
    };
  }

  /** The frame before the newest finished one, as that one saw it; the newest takes its place. */
  private <T> T beforeThat(Ops<T> ops, HistoryView<T> history, T newest) {
    Shape slot = ops.shape(newest);
    T kept = history.ring("frame", slot, 1);
    history.push("frame", newest);
    return ops.reshape(kept, latentShape().prepend(games(slot).count(), 1));
  }

  private <T> T recalled(Ops<T> ops, ContextView<T> context, Shape one) {
    return !dit.config().memory()
        ? null
        : context
            .recall()
            .map(recall -> ops.reshape(recall.latent(), one))
            .orElseGet(() -> SpaceTimeDit.nothing(ops, one));
  }

  /** The finished frame remembers nothing, the one being made the same at every step. */
  private <T> T offsetRows(Ops<T> ops, ContextView<T> context, Shape games, int rows) {
    if (!dit.config().memory() || context.recall().isEmpty()) {
      return null;
    }
    long count = games.count();
    T row = ops.reshape(context.recall().get().offset(), Shape.of(count, 1, PoseOffset.FEATURES));
    return ops.concat(
        1,
        List.of(
            SpaceTimeDit.nothing(ops, Shape.of(count, 1, PoseOffset.FEATURES)),
            ops.broadcast(row, Shape.of(count, rows - 1, PoseOffset.FEATURES))));
  }

  /** The dimension before a frame's own: {@code []} for one game, {@code [B]} for several. */
  private static Shape games(Shape latent) {
    return latent.rank() > 3 ? Shape.of(latent.dim(0)) : Shape.of();
  }

  private static <T> T levels(Ops<T> ops, T context, double[] timesteps) {
    float[] steps = new float[timesteps.length];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = (float) timesteps[i];
    }
    return ops.concat(
        1,
        List.of(
            ops.reshape(context, Shape.of(1, 1)), ops.constant(Shape.of(1, steps.length), steps)));
  }

  private static <T> T actionRows(Ops<T> ops, T before, T now, int rows) {
    long width = ops.shape(now).dim(-1);
    long games = ops.shape(now).count() / width;
    T first = ops.reshape(before, Shape.of(games, 1, width));
    T rest =
        ops.broadcast(
            ops.reshape(now, Shape.of(games, 1, width)), Shape.of(games, rows - 1, width));
    return ops.concat(1, List.of(first, rest));
  }

  private static void require(String what, Shape is, Shape games, Shape one) {
    Shape needed = one.prepend(games.dims());
    if (!is.equals(needed)) {
      throw new IllegalArgumentException(
          "the denoiser needs a " + what + " of shape " + needed + ", the one wired is " + is);
    }
  }
}
