package dev.dreamwire.runtime.model;

import dev.dreamwire.api.tensor.Ops;
import dev.dreamwire.api.tensor.Shape;
import java.util.stream.IntStream;

/**
 * Looks back over frames that are all at hand.
 *
 * @param rotary of every frame's time
 * @param mask {@code [T,T]} added to the scores: 0 where a frame (row) may look, very negative
 *     where not
 */
record WindowAttention<T>(Ops<T> ops, Rotary<T> rotary, T mask) implements TemporalAttention<T> {
  /** Large enough to vanish in a softmax, small enough for half precision's range of exponents. */
  static final float HIDDEN = -1e9f;

  /** Every frame sees itself and all earlier ones. */
  static <T> WindowAttention<T> causal(Ops<T> ops, int frames, int headSize) {
    int[] times = new int[frames];
    float[] mask = new float[frames * frames];
    for (int i = 0; i < frames; i++) {
      times[i] = i;
      for (int j = i + 1; j < frames; j++) {
        mask[i * frames + j] = HIDDEN;
      }
    }
    return of(ops, times, mask, headSize);
  }

  /** Every frame sees all others. */
  static <T> WindowAttention<T> everything(Ops<T> ops, int frames, int headSize) {
    return of(ops, IntStream.range(0, frames).toArray(), new float[frames * frames], headSize);
  }

  /**
   * Two streams of {@code n} frames each, for training with the context that play will see. The
   * first is the context: frames 0..n−1, causal. The second is the frames to be made, 1..n: each
   * sees itself and the context before it.
   */
  static <T> WindowAttention<T> twoStreams(Ops<T> ops, int n, int headSize) {
    int[] times = new int[2 * n];
    float[] mask = new float[4 * n * n];
    java.util.Arrays.fill(mask, HIDDEN);
    for (int i = 0; i < n; i++) {
      times[i] = i;
      times[n + i] = i + 1;
      for (int j = 0; j <= i; j++) {
        mask[i * 2 * n + j] = 0;
        mask[(n + i) * 2 * n + j] = 0;
      }
      mask[(n + i) * 2 * n + n + i] = 0;
    }
    return of(ops, times, mask, headSize);
  }

  private static <T> WindowAttention<T> of(Ops<T> ops, int[] times, float[] mask, int headSize) {
    return new WindowAttention<>(
        ops,
        Rotary.of(ops, Rotary.temporal(times, headSize)),
        ops.constant(Shape.of(times.length, times.length), mask));
  }

  @Override
  public T attend(int layer, T q, T k, T v) {
    float scale = (float) (1 / Math.sqrt(ops.shape(q).dim(-1)));
    return ops.attention(
        rotary.newest(ops, ops.shape(q).size(3)).rotate(ops, q),
        rotary.rotate(ops, k),
        v,
        scale,
        Rotary.newestRows(ops, mask, ops.shape(q).size(3)));
  }
}
