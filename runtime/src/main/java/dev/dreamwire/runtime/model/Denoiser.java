package dev.dreamwire.runtime.model;

import dev.dreamwire.api.tensor.Ops;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.diffusion.NoiseSchedule;
import dev.dreamwire.runtime.diffusion.Prediction;

/** A denoiser that makes frames one after another. Stateless and safe on every thread. */
public interface Denoiser extends ModelHandle {
  /** One frame's latent {@code [C,h,w]}. */
  Shape latentShape();

  /** Columns of its action vector. */
  int actions();

  /** The longest window that it was trained with. */
  int window();

  /** What it predicts. */
  Prediction prediction();

  /** Whether it makes use of what a {@link ContextView} recalls. */
  default boolean remembers() {
    return false;
  }

  /**
   * Begins a frame of one game, or of several side by side: then the frames and actions have a
   * first dimension {@code B}, and the games share their timesteps.
   *
   * @param history the past
   * @param context how the past is shown
   * @param schedule of the noise
   * @param timesteps at which it will be asked, noisiest first
   * @param action that leads into the frame {@code [A]}
   * @throws IllegalArgumentException if the parts do not fit the model
   */
  <T> DenoiserSession<T> open(
      Ops<T> ops,
      HistoryView<T> history,
      ContextView<T> context,
      NoiseSchedule schedule,
      double[] timesteps,
      T action);
}
