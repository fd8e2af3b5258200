package dev.dreamwire.runtime.model;

import dev.dreamwire.api.tensor.Ops;
import dev.dreamwire.api.tensor.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks back over a window of which the first pass of a frame carries all frames; its keys and
 * values then serve the later passes, which carry only the frame being made.
 */
final class RecomputedAttention<T> implements TemporalAttention<T> {
  private final Ops<T> ops;
  private final int kept;
  private final Rotary<T> rotary;
  private final T mask;
  private final List<T> keys = new ArrayList<>();
  private final List<T> values = new ArrayList<>();

  /**
   * @param kept frames before the one being made
   */
  RecomputedAttention(Ops<T> ops, HistoryView<T> history, int kept, int headSize) {
    this.ops = ops;
    this.kept = kept;
    int[] times = new int[kept + 1];
    for (int i = 0; i < times.length; i++) {
      times[i] = i;
    }
    this.rotary = Rotary.of(ops, Rotary.temporal(times, headSize));
    this.mask =
        history.perFrame(
            "in window",
            Shape.of(kept + 1, kept + 1),
            (frame, out) -> {
              long missing = Math.max(0, kept - 1 - frame);
              for (int row = 0; row <= kept; row++) {
                for (int column = 0; column <= kept; column++) {
                  // What has not happened sees itself, as a row that sees nothing has no softmax.
                  boolean seen = column == row || column < row && column >= missing;
                  out.put(seen ? 0 : WindowAttention.HIDDEN);
                }
              }
            });
  }

  @Override
  public T attend(int layer, T q, T k, T v) {
    float scale = (float) (1 / Math.sqrt(ops.shape(q).dim(-1)));
    int asking = ops.shape(q).size(3);
    int given = ops.shape(k).size(3);
    T turned = rotary.newest(ops, given).rotate(ops, k);
    T allKeys = turned;
    T allValues = v;
    if (given == kept + 1) {
      keys.add(ops.slice(turned, 3, 0, kept));
      values.add(ops.slice(v, 3, 0, kept));
    } else {
      allKeys = ops.concat(3, List.of(keys.get(layer), turned));
      allValues = ops.concat(3, List.of(values.get(layer), v));
    }
    return ops.attention(
        rotary.newest(ops, asking).rotate(ops, q),
        allKeys,
        allValues,
        scale,
        Rotary.newestRows(ops, mask, asking));
  }
}
