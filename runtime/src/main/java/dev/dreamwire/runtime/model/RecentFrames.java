package dev.dreamwire.runtime.model;

import dev.dreamwire.api.tensor.Ops;
import dev.dreamwire.api.tensor.Shape;
import java.util.List;

/**
 * The last frames in the order of time. A ring holds them in the order of their slots; a matrix of
 * zeros and ones, written anew for every frame, puts them right. What has not happened is zeros.
 */
final class RecentFrames<T> {
  private final Ops<T> ops;
  private final HistoryView<T> history;
  private final int count;
  private final T order;

  /**
   * Frames of a history.
   *
   * @param count of frames, the newest finished one included; at least 1
   */
  RecentFrames(Ops<T> ops, HistoryView<T> history, int count) {
    this.ops = ops;
    this.history = history;
    this.count = count;
    int older = count - 1;
    this.order =
        older == 0
            ? null
            : history.perFrame(
                "order",
                Shape.of(older, older),
                (frame, out) -> {
                  for (int row = 0; row < older; row++) {
                    // The newest finished frame is number `frame`, counted from the start's 0.
                    long number = frame - older + row;
                    for (int slot = 0; slot < older; slot++) {
                      out.put(number >= 0 && number % older == slot ? 1 : 0);
                    }
                  }
                });
  }

  /**
   * Values of the last frames, oldest first.
   *
   * @param name of what is kept
   * @param newest the newest frame's value, which is kept for the next frames
   * @return {@code [count, values]}
   */
  T inOrder(String name, T newest) {
    long values = ops.shape(newest).count();
    T last = ops.reshape(newest, Shape.of(1, values));
    if (count == 1) {
      return last;
    }
    T ring = history.ring("recent " + name, Shape.of(values), count - 1);
    history.push("recent " + name, ops.reshape(newest, Shape.of(values)));
    return ops.concat(0, List.of(ops.matmul(order, ring), last));
  }
}
