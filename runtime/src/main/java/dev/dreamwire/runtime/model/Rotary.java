package dev.dreamwire.runtime.model;

import dev.dreamwire.api.tensor.Ops;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.tensor.TorchRounding;

/**
 * Rotary position embedding (Su et al. 2021) on adjacent pairs: {@code (x0,x1) → (x0·cos − x1·sin,
 * x1·cos + x0·sin)}, as in open-oasis, rotary_embedding_torch.py. Features beyond the table's
 * angles pass through.
 *
 * @param cos {@code [positions, features]}
 * @param sin {@code [positions, features]}
 */
public record Rotary<T>(T cos, T sin) {
  /** Rotates {@code [..., positions, features]}. */
  public T rotate(Ops<T> ops, T x) {
    return ops.rotary(x, cos, sin);
  }

  /** The rotation of the last positions alone. */
  Rotary<T> newest(Ops<T> ops, int positions) {
    return new Rotary<>(newestRows(ops, cos, positions), newestRows(ops, sin, positions));
  }

  /** The last rows of {@code [rows, columns]}. */
  static <T> T newestRows(Ops<T> ops, T x, int rows) {
    int all = ops.shape(x).size(0);
    return rows == all ? x : ops.slice(x, 0, all - rows, all);
  }

  /** The rotation by fixed angles. */
  public static <T> Rotary<T> of(Ops<T> ops, float[][] angles) {
    int positions = angles.length;
    int features = angles[0].length;
    float[] cos = new float[positions * features];
    float[] sin = new float[positions * features];
    for (int p = 0; p < positions; p++) {
      for (int f = 0; f < features; f++) {
        cos[p * features + f] = (float) Math.cos(angles[p][f]);
        sin[p * features + f] = (float) Math.sin(angles[p][f]);
      }
    }
    Shape shape = Shape.of(positions, features);
    return new Rotary<>(ops.constant(shape, cos), ops.constant(shape, sin));
  }

  /**
   * Angles of a grid's cells, row-major: the first {@code dim} features turn with the row, the next
   * {@code dim} with the column, the rest stay. Base frequencies are {@code linspace(1, max/2,
   * dim/2)·π}, positions {@code linspace(−1, 1, n)} ("pixel" frequencies of
   * rotary_embedding_torch.py).
   *
   * @param dim features an axis, even
   * @param features of a head
   */
  public static float[][] axial(int rows, int columns, int dim, double maxFrequency, int features) {
    float[] base = axialFrequencies(dim, maxFrequency);
    float[] y = TorchRounding.linspace(-1, 1, rows);
    float[] x = TorchRounding.linspace(-1, 1, columns);
    float[][] angles = new float[rows * columns][features];
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        for (int i = 0; i < dim; i++) {
          angles[r * columns + c][i] = base[i / 2] * y[r];
          angles[r * columns + c][dim + i] = base[i / 2] * x[c];
        }
      }
    }
    return angles;
  }

  /**
   * Base frequencies of one axis: {@code linspace(1, max/2, dim/2)·π}.
   *
   * @param dim features an axis, even
   */
  public static float[] axialFrequencies(int dim, double maxFrequency) {
    float[] base = TorchRounding.linspace(1, (float) maxFrequency / 2, dim / 2);
    for (int i = 0; i < base.length; i++) {
      base[i] *= (float) Math.PI;
    }
    return base;
  }

  /** Base frequencies of time: {@code 10000^(−2i/features)} for every pair of features. */
  public static float[] temporalFrequencies(int features) {
    float[] out = new float[features / 2];
    for (int i = 0; i < out.length; i++) {
      out[i] = (float) temporal(1, 2 * i, features);
    }
    return out;
  }

  /** Angle of feature {@code i} at a time: {@code position · 10000^(−2⌊i/2⌋/features)}. */
  public static double temporal(double position, int i, int features) {
    return position * Math.pow(10000, -2.0 * (i / 2) / features);
  }

  /** Angles of the times {@code positions}. */
  public static float[][] temporal(int[] positions, int features) {
    float[][] angles = new float[positions.length][features];
    for (int p = 0; p < positions.length; p++) {
      for (int i = 0; i < features; i++) {
        angles[p][i] = (float) temporal(positions[p], i, features);
      }
    }
    return angles;
  }
}
