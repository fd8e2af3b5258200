package dev.dreamwire.runtime.memory;

/**
 * An affine function between colours that fits pairs of them best, by least squares; it stays near
 * another where there are few pairs (ridge regression: Hoerl, Kennard 1970). Used by one thread.
 */
final class AffineFit {
  private static final int TERMS = Palette.TERMS;
  private static final int CHANNELS = Palette.CHANNELS;

  /** How many pairs outweigh what it stays near. */
  private static final double FEW = 100;

  private final double[][] squares = new double[TERMS][TERMS];
  private final double[][] products = new double[TERMS][CHANNELS];

  /**
   * A pair.
   *
   * @param from {@code [3]}
   * @param to {@code [3]}
   */
  void add(float[] from, float[] to) {
    for (int i = 0; i < TERMS; i++) {
      for (int j = 0; j < TERMS; j++) {
        squares[i][j] += term(from, i) * term(from, j);
      }
      for (int channel = 0; channel < CHANNELS; channel++) {
        products[i][channel] += term(from, i) * to[channel];
      }
    }
  }

  private static double term(float[] from, int number) {
    return number < CHANNELS ? from[number] : 1;
  }

  /**
   * Writes the function.
   *
   * @param weights of the one that it stays near, which are overwritten {@code [4,3]}
   * @param at where they begin
   */
  void solve(float[] weights, int at) {
    double[][] rows = new double[TERMS][TERMS + CHANNELS];
    for (int i = 0; i < TERMS; i++) {
      for (int j = 0; j < TERMS; j++) {
        rows[i][j] = squares[i][j] + (i == j ? FEW : 0);
      }
      for (int channel = 0; channel < CHANNELS; channel++) {
        rows[i][TERMS + channel] =
            products[i][channel] + FEW * weights[at + i * CHANNELS + channel];
      }
    }
    eliminate(rows);
    for (int i = 0; i < TERMS; i++) {
      for (int channel = 0; channel < CHANNELS; channel++) {
        weights[at + i * CHANNELS + channel] = (float) (rows[i][TERMS + channel] / rows[i][i]);
      }
    }
  }

  /** Gauss and Jordan's, without pivots: the squares are positive definite. */
  private static void eliminate(double[][] rows) {
    for (int pivot = 0; pivot < rows.length; pivot++) {
      for (int row = 0; row < rows.length; row++) {
        double share = row == pivot ? 0 : rows[row][pivot] / rows[pivot][pivot];
        for (int i = pivot; i < rows[row].length && share != 0; i++) {
          rows[row][i] -= share * rows[pivot][i];
        }
      }
    }
  }
}
