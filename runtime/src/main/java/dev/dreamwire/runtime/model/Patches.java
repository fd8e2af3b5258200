package dev.dreamwire.runtime.model;

import dev.dreamwire.api.tensor.Ops;
import dev.dreamwire.api.tensor.Shape;

/** Pictures cut into square patches, by reshape and transpose alone. */
public final class Patches {
  private Patches() {}

  /**
   * Cuts pictures into patches, rows first; the values of a patch are ordered {@code [c][py][px]}.
   *
   * @param x {@code [N,C,H,W]}
   * @return {@code [N, H/p·W/p, C·p·p]}
   */
  public static <T> T cut(Ops<T> ops, T x, int patch) {
    Shape s = ops.shape(x);
    long n = s.dim(0);
    long c = s.dim(1);
    long rows = s.dim(2) / patch;
    long columns = s.dim(3) / patch;
    T split = ops.reshape(x, Shape.of(n, c, rows, patch, columns, patch));
    T ordered = ops.transpose(split, 0, 2, 4, 1, 3, 5);
    return ops.reshape(ordered, Shape.of(n, rows * columns, c * patch * patch));
  }

  /**
   * The inverse of {@link #cut}.
   *
   * @param x {@code [N, rows·columns, C·p·p]} with values ordered {@code [c][py][px]}
   * @return {@code [N, C, rows·p, columns·p]}
   */
  public static <T> T join(Ops<T> ops, T x, int channels, int rows, int columns, int patch) {
    long n = ops.shape(x).dim(0);
    T split = ops.reshape(x, Shape.of(n, rows, columns, channels, patch, patch));
    T ordered = ops.transpose(split, 0, 3, 1, 4, 2, 5);
    return ops.reshape(ordered, Shape.of(n, channels, (long) rows * patch, (long) columns * patch));
  }

  /**
   * As {@link #join}, for values ordered {@code [py][px][c]} (open-oasis, dit.py, {@code
   * unpatchify}).
   *
   * @return {@code [N, C, rows·p, columns·p]}
   */
  static <T> T joinChannelsLast(Ops<T> ops, T x, int channels, int rows, int columns, int patch) {
    long n = ops.shape(x).dim(0);
    T split = ops.reshape(x, Shape.of(n, rows, columns, patch, patch, channels));
    T ordered = ops.transpose(split, 0, 5, 1, 3, 2, 4);
    return ops.reshape(ordered, Shape.of(n, channels, (long) rows * patch, (long) columns * patch));
  }
}
