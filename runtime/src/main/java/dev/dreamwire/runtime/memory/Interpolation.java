package dev.dreamwire.runtime.memory;

/**
 * Looks pictures up between their pixels, by the sixteen around a place (R. Keys: Cubic convolution
 * interpolation for digital image processing, 1981): sharper than a mean of four. Keeps buffers:
 * for one thread.
 */
final class Interpolation {
  private static final int TAPS = 4;
  private static final int CHANNELS = 3;

  private final int rows;
  private final int columns;
  private final float[] along = new float[TAPS];
  private final float[] across = new float[TAPS];
  private final int[] lines = new int[TAPS];
  private final int[] places = new int[TAPS];

  /** For pictures of a size. */
  Interpolation(int rows, int columns) {
    this.rows = rows;
    this.columns = columns;
  }

  /**
   * Looks a place up.
   *
   * @param picture {@code [3,H,W]} in −1..1
   * @param row of the place; whole in the middle of a pixel
   * @param out receives three numbers
   * @param at the first of them
   */
  void at(float[] picture, double row, double column, float[] out, int at) {
    weigh(row, along, lines, rows);
    weigh(column, across, places, columns);
    for (int channel = 0; channel < CHANNELS; channel++) {
      float sum = 0;
      for (int r = 0; r < TAPS; r++) {
        int line = (channel * rows + lines[r]) * columns;
        sum +=
            along[r]
                * (across[0] * picture[line + places[0]]
                    + across[1] * picture[line + places[1]]
                    + across[2] * picture[line + places[2]]
                    + across[3] * picture[line + places[3]]);
      }
      out[at + channel] = Math.clamp(sum, -1, 1);
    }
  }

  /** Writes which four are around a place, the outermost again beyond the border, and weights. */
  private static void weigh(double place, float[] weights, int[] around, int count) {
    int before = (int) Math.floor(place);
    float t = (float) (place - before);
    weights[0] = ((-0.5f * t + 1) * t - 0.5f) * t;
    weights[1] = (1.5f * t - 2.5f) * t * t + 1;
    weights[2] = ((-1.5f * t + 2) * t + 0.5f) * t;
    weights[3] = (0.5f * t - 0.5f) * t * t;
    for (int i = 0; i < TAPS; i++) {
      around[i] = Math.clamp(before - 1 + i, 0, count - 1);
    }
  }
}
