package dev.dreamwire.runtime.node;

import dev.dreamwire.api.node.TensorScope;
import dev.dreamwire.api.tensor.Ops;
import dev.dreamwire.api.tensor.Shape;
import java.util.function.LongUnaryOperator;

/**
 * The frames of a clip {@code [T,C,h,w]} that a node keeps and hands out one after another.
 *
 * @param <T> what a tensor is
 */
record ClipFrames<T>(Ops<T> ops, T clip) {
  /** In place of a frame's number: none, which is all zeros. */
  static final long NONE = -1;

  long count() {
    return ops.shape(clip).dim(0);
  }

  /**
   * The frame that is due {@code [C,h,w]}.
   *
   * @param due the number of the clip's frame for a number of a frame of the game
   */
  T at(TensorScope<T> scope, LongUnaryOperator due) {
    Shape all = ops.shape(clip);
    long count = count();
    Shape one = Shape.of(all.dim(1), all.dim(2), all.dim(3));
    T chosen =
        scope.perFrame(
            "now",
            Shape.of(1, count),
            (frame, out) -> {
              long now = due.applyAsLong(frame);
              for (int i = 0; i < count; i++) {
                out.put(i == now ? 1 : 0);
              }
            });
    T rows = ops.reshape(clip, Shape.of(count, one.count()));
    return ops.reshape(ops.matmul(chosen, rows), one);
  }

  /** The clip for the next frame: what is only handed on would be one tensor under two names. */
  T kept() {
    return ops.add(clip, 0);
  }
}
