package dev.dreamwire.runtime.oasis.verify;

import dev.dreamwire.api.tensor.Ops;

/** Pictures in bytes and in −1..1, as tensor mathematics. */
final class Rgb {
  private Rgb() {}

  /**
   * Bytes to pictures.
   *
   * @param bytes {@code [N,H,W,3]}, 0..255
   * @return {@code [N,3,H,W]} in −1..1
   */
  static <T> T picture(Ops<T> ops, T bytes) {
    T planes = ops.transpose(bytes, 0, 3, 1, 2);
    return ops.add(ops.mul(ops.div(planes, ops.scalar(255)), 2), -1);
  }

  /** The way back: {@code (x+1)/2} cut to 0..1, times 255, truncated (open-oasis, generate.py). */
  static <T> T bytes(Ops<T> ops, T picture) {
    T unit = ops.clamp(ops.mul(ops.add(picture, 1), 0.5f), 0, 1);
    return ops.trunc(ops.transpose(ops.mul(unit, 255), 0, 2, 3, 1));
  }
}
