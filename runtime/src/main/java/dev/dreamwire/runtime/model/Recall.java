package dev.dreamwire.runtime.model;

import dev.dreamwire.api.tensor.Ops;
import dev.dreamwire.api.tensor.Shape;

/**
 * What a denoiser is reminded of while it makes a frame. Shapes are those of one frame, or have
 * dimensions before it that all three share.
 *
 * @param latent of a view of where the player is {@code [C,h,w]}, zeros for none
 * @param carried the newest frame as it looks from where the player is {@code [C,h,w]}; it takes
 *     the place of the frame before, which still looks as it did from there
 * @param offset where the view was seen from, {@code [7]}, zeros where nothing is recalled; see
 *     {@link dev.dreamwire.runtime.memory.PoseOffset}
 * @param <T> what a tensor is
 */
public record Recall<T>(T latent, T carried, T offset) {
  /**
   * What a frame changes by being carried; nothing where nothing is recalled.
   *
   * @param before the frame that was carried, as it was, shaped as that is
   */
  T moved(Ops<T> ops, T before) {
    Shape s = ops.shape(offset);
    T any = ops.slice(offset, s.rank() - 1, 0, 1);
    int leading = s.rank() - 1;
    long[] dims = new long[leading + 3];
    for (int i = 0; i < dims.length; i++) {
      dims[i] = i < leading ? s.dim(i) : 1;
    }
    return ops.mul(ops.sub(carried, before), ops.reshape(any, Shape.of(dims)));
  }
}
