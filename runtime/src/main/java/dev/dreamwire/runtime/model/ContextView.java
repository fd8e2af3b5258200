package dev.dreamwire.runtime.model;

import java.util.Optional;

/**
 * How the past is shown to a denoiser.
 *
 * @param window frames seen at once, the one being made included; at least 2
 * @param timestep noise level that the past is said to have, a scalar {@code []} in 0..1000, fed
 *     anew every frame
 * @param noised whether the past really gets noise of that level, or only the label (Oasis)
 * @param mode what happens once the window slides
 * @param recall what is remembered from before the window; unread by a denoiser without memory
 * @param <T> what a tensor is
 */
public record ContextView<T>(
    int window, T timestep, boolean noised, ContextMode mode, Optional<Recall<T>> recall) {
  /** A context that is streamed, without memory. */
  public ContextView(int window, T timestep, boolean noised) {
    this(window, timestep, noised, ContextMode.STREAMING, Optional.empty());
  }
}
