package dev.dreamwire.runtime.model;

import dev.dreamwire.api.tensor.Ops;
import dev.dreamwire.api.tensor.Shape;

/**
 * Rotary position embedding (Su et al. 2021) on adjacent pairs: {@code (x0,x1) → (x0·cos − x1·sin,
 * x1·cos + x0·sin)}, as in open-oasis, rotary_embedding_torch.py. Features beyond the table's
 * angles pass through.
 *
 * @param cos {@code [positions, features]}
 * @param sin {@code [positions, features]}
 */
record Rotary<T>(T cos, T sin) {
  /** Rotates {@code [..., positions, features]}. */
  T rotate(Ops<T> ops, T x) {
    return ops.rotary(x, cos, sin);
  }

  /** The rotation by fixed angles. */
  static <T> Rotary<T> of(Ops<T> ops, float[][] angles) {
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
  static float[][] axial(int rows, int columns, int dim, double maxFrequency, int features) {
    float[] base = linspace(1, maxFrequency / 2, dim / 2);
    for (int i = 0; i < base.length; i++) {
      base[i] = (float) (base[i] * Math.PI);
    }
    float[] y = linspace(-1, 1, rows);
    float[] x = linspace(-1, 1, columns);
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

  /** Angle of feature {@code i} at a time: {@code position · 10000^(−2⌊i/2⌋/features)}. */
  static double temporal(double position, int i, int features) {
    return position * Math.pow(10000, -2.0 * (i / 2) / features);
  }

  /** Angles of the times {@code positions}. */
  static float[][] temporal(int[] positions, int features) {
    float[][] angles = new float[positions.length][features];
    for (int p = 0; p < positions.length; p++) {
      for (int i = 0; i < features; i++) {
        angles[p][i] = (float) temporal(positions[p], i, features);
      }
    }
    return angles;
  }

  private static float[] linspace(double from, double to, int count) {
    float[] out = new float[count];
    for (int i = 0; i < count; i++) {
      out[i] = count == 1 ? (float) from : (float) (from + (to - from) * i / (count - 1));
    }
    return out;
  }
}
