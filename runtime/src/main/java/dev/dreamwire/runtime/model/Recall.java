package dev.dreamwire.runtime.model;

/**
 * A view that a denoiser is reminded of while it makes a frame.
 *
 * @param latent {@code [C,h,w]}, zeros for none
 * @param offset where it was seen from, {@code [7]}, zeros for none; see {@link
 *     dev.dreamwire.runtime.memory.PoseOffset}
 * @param <T> what a tensor is
 */
public record Recall<T>(T latent, T offset) {}
