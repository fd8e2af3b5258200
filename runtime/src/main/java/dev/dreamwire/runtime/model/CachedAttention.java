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
  private final List<T> previousKeys = new ArrayList<>();
  private final List<T> previousValues = new ArrayList<>();

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
    float scale = (float) (1 / Math.sqrt(ops.shape(q).dim(-1)));
    int asking = ops.shape(q).size(3);
    int given = ops.shape(k).size(3);
    boolean first = given == 2;
    T turned = both.newest(ops, given).rotate(ops, k);
    if (first) {
      T key = ops.slice(turned, 3, 0, 1);
      T value = ops.slice(v, 3, 0, 1);
      previousKeys.add(withRing("k." + layer, key));
      previousValues.add(withRing("v." + layer, value));
      turned = ops.slice(turned, 3, 1, 2);
      v = ops.slice(v, 3, 1, 2);
    }
    T keys = ops.concat(3, List.of(previousKeys.get(layer), turned));
    T values = ops.concat(3, List.of(previousValues.get(layer), v));
    return ops.attention(
        both.newest(ops, asking).rotate(ops, q),
        keys,
        values,
        scale,
        Rotary.newestRows(ops, mask, asking));
  }

  /**
   * Puts the ring before a finished frame's {@code [B,N,heads,1,features]}, and the frame into the
   * ring.
   */
  private T withRing(String name, T newest) {
    if (kept == 0) {
      return newest;
    }
    Shape s = ops.shape(newest);
    Shape slot = Shape.of(s.dim(0), s.dim(1), s.dim(2), s.dim(4));
    T ring = history.ring(name, slot, kept);
    history.push(name, ops.reshape(newest, slot));
    return ops.concat(3, List.of(ops.transpose(ring, 1, 2, 3, 0, 4), newest));
  }
}
