package dev.dreamwire.runtime.model;

import dev.dreamwire.api.node.Curve;
import dev.dreamwire.api.tensor.Ops;
import java.util.Optional;

/**
 * How the past is shown to a denoiser.
 *
 * @param window frames seen at once, the one being made included; at least 2
 * @param timestep noise level that the past is said to have, a scalar {@code []} in 0..1000, fed
 *     anew every frame
 * @param noised whether the past really gets noise of that level, or only the label (Oasis)
 * @param noising how many times that level the past has over the steps of a frame: at 0 in the
 *     first, at 1 in the last (Oasis' dynamic noising)
 * @param mode what happens once the window slides
 * @param recall what is remembered from before the window; unread by a denoiser without memory
 * @param <T> what a tensor is
 */
public record ContextView<T>(
    int window,
    T timestep,
    boolean noised,
    Curve noising,
    ContextMode mode,
    Optional<Recall<T>> recall) {
  /** The past of every step has the level itself. */
  public static final Curve STEADY = Curve.level(1);

  private static final float NOISIEST = 999;

  /** A context that is streamed, without memory, of one level. */
  public ContextView(int window, T timestep, boolean noised) {
    this(window, timestep, noised, STEADY, ContextMode.STREAMING, Optional.empty());
  }

  /**
   * The level at a step, a scalar {@code []} in 0..999 where it is not the timestep itself.
   *
   * @param step from 0
   * @param steps of a frame
   */
  T level(Ops<T> ops, int step, int steps) {
    double times = noising.at(steps == 1 ? 0 : (double) step / (steps - 1));
    return times == 1 ? timestep : ops.clamp(ops.mul(timestep, (float) times), 0, NOISIEST);
  }

  /** Whether the past has the same level in all steps of a frame. */
  boolean steady(int steps) {
    return steps == 1 || noising.isLevel();
  }
}
