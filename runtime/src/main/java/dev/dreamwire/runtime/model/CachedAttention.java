package dev.dreamwire.runtime.model;

import dev.dreamwire.api.tensor.Ops;
import dev.dreamwire.api.tensor.Shape;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks back through kept keys and values. The first pass of a frame carries two frames: the newest
 * finished one, whose keys and values are kept for ever after, and the one being made. Later passes
 * carry only the latter.
 *
 * <p>Keys are kept rotated by their frame's number, so that the ring's order does not matter; only
 * differences of numbers count in attention. Because attention over time is causal and the past
 * stands at one noise level, this equals recomputing the window as long as no frame has left it.
 */
final class CachedAttention<T> implements TemporalAttention<T> {
  private final Ops<T> ops;
  private final HistoryView<T> history;
  private final int kept;
  private final Rotary<T> both;
  private final T mask;
  private final List<Kept<T>> layers = new ArrayList<>();

  /**
   * What a layer looks back at besides the frame being made. The ring is large and stays as it is
   * for all passes: attention to it and to the newest frames is joined where both are small.
   *
   * @param ringKeys {@code [B,N,heads,features,kept]}, null if nothing is kept
   * @param ringValues {@code [B,N,heads,kept,features]}
   * @param key of the newest finished frame {@code [B,N,heads,1,features]}
   * @param value of the same
   */
  private record Kept<T>(T ringKeys, T ringValues, T key, T value) {}

  /**
   * A cache over a history.
   *
   * @param window frames seen at once, the one being made included
   */
  CachedAttention(Ops<T> ops, HistoryView<T> history, int window, int headSize) {
    this.ops = ops;
    this.history = history;
    this.kept = window - 2;
    Shape angles = Shape.of(2, headSize);
    this.both =
        new Rotary<>(
            history.perFrame("time_cos", angles, (frame, out) -> times(frame, headSize, out, true)),
            history.perFrame(
                "time_sin", angles, (frame, out) -> times(frame, headSize, out, false)));
    this.mask = history.perFrame("seen", Shape.of(2, kept + 2), (frame, out) -> seen(frame, out));
  }

  private static void times(long frame, int headSize, FloatBuffer out, boolean cos) {
    for (int i = 0; i < 2; i++) {
      for (int f = 0; f < headSize; f++) {
        double angle = Rotary.temporal(frame + i, f, headSize);
        out.put((float) (cos ? Math.cos(angle) : Math.sin(angle)));
      }
    }
  }

  /** Rows: the finished frame, the one being made. Columns: the ring, then the same two. */
  private void seen(long frame, FloatBuffer out) {
    for (int row = 0; row < 2; row++) {
      for (int slot = 0; slot < kept; slot++) {
        out.put(slot < frame ? 0 : WindowAttention.HIDDEN);
      }
      out.put(0);
      out.put(row == 0 ? WindowAttention.HIDDEN : 0);
    }
  }

  @Override
  public T attend(int layer, T q, T k, T v) {
    int asking = ops.shape(q).size(3);
    int given = ops.shape(k).size(3);
    T keys = both.newest(ops, given).rotate(ops, k);
    T values = v;
    if (given == 2) {
      layers.add(keep(layer, ops.slice(keys, 3, 0, 1), ops.slice(v, 3, 0, 1)));
    } else {
      keys = ops.concat(3, List.of(layers.get(layer).key(), keys));
      values = ops.concat(3, List.of(layers.get(layer).value(), v));
    }
    Kept<T> past = layers.get(layer);
    float scale = (float) (1 / Math.sqrt(ops.shape(q).dim(-1)));
    T seen = Rotary.newestRows(ops, mask, asking);
    T asked = both.newest(ops, asking).rotate(ops, q);
    if (past.ringKeys() == null) {
      return ops.attention(asked, keys, values, scale, seen);
    }
    T scaled = ops.mul(asked, scale);
    T near = ops.matmul(scaled, ops.transpose(keys, 0, 1, 2, 4, 3));
    T scores = ops.concat(-1, List.of(ops.matmul(scaled, past.ringKeys()), near));
    T weights = ops.softmax(ops.add(scores, seen), -1);
    return ops.add(
        ops.matmul(ops.slice(weights, -1, 0, kept), past.ringValues()),
        ops.matmul(ops.slice(weights, -1, kept, kept + 2), values));
  }

  /** Takes a finished frame's key and value into the rings, and what the rings hold before. */
  private Kept<T> keep(int layer, T key, T value) {
    if (kept == 0) {
      return new Kept<>(null, null, key, value);
    }
    return new Kept<>(
        ops.transpose(ring("k." + layer, key), 1, 2, 3, 4, 0),
        ops.transpose(ring("v." + layer, value), 1, 2, 3, 0, 4),
        key,
        value);
  }

  /** The ring of a name {@code [kept,B,N,heads,features]}, into which the newest goes. */
  private T ring(String name, T newest) {
    Shape s = ops.shape(newest);
    Shape slot = Shape.of(s.dim(0), s.dim(1), s.dim(2), s.dim(4));
    T ring = history.ring(name, slot, kept);
    history.push(name, ops.reshape(newest, slot));
    return ring;
  }
}
