package dev.dreamwire.runtime.eval.motion;

/**
 * How well each cell of 8×8 pixels fits shifted parts of the frame before: the mean absolute
 * difference, for shifts of up to 2 pixels both ways, and at half the size for shifts of up to 12
 * pixels aside and 8 up and down. Beyond its edge a frame goes on as at its edge. Stateless and
 * safe on every thread.
 */
final class Correlation {
  private static final int CELL = 8;
  private static final int NEAR = 2;
  private static final int FAR_X = 6;
  private static final int FAR_Y = 4;
  private static final int NEAR_SHIFTS = (2 * NEAR + 1) * (2 * NEAR + 1);
  private static final int FAR_SHIFTS = (2 * FAR_X + 1) * (2 * FAR_Y + 1);

  /** Numbers of a cell. */
  static final int FEATURES = NEAR_SHIFTS + FAR_SHIFTS;

  private final int width;
  private final int height;

  /** For frames of a size that divides by 8. */
  Correlation(int width, int height) {
    this.width = width;
    this.height = height;
  }

  int cells() {
    return width / CELL * (height / CELL);
  }

  /**
   * Writes the numbers of all cells.
   *
   * @param out at {@code offset + cell·stride} the {@link #FEATURES} of a cell
   */
  void write(float[] before, float[] after, float[] out, int offset, int stride) {
    shifts(before, after, width, height, CELL, NEAR, NEAR, out, offset, stride);
    shifts(
        halved(before),
        halved(after),
        width / 2,
        height / 2,
        CELL / 2,
        FAR_X,
        FAR_Y,
        out,
        offset + NEAR_SHIFTS,
        stride);
  }

  private float[] halved(float[] frame) {
    float[] out = new float[frame.length / 4];
    for (int y = 0; y < height / 2; y++) {
      for (int x = 0; x < width / 2; x++) {
        int at = 2 * y * width + 2 * x;
        out[y * (width / 2) + x] =
            (frame[at] + frame[at + 1] + frame[at + width] + frame[at + width + 1]) / 4;
      }
    }
    return out;
  }

  private static void shifts(
      float[] before,
      float[] after,
      int w,
      int h,
      int cell,
      int mostX,
      int mostY,
      float[] out,
      int offset,
      int stride) {
    float[] padded = padded(before, w, h, mostX, mostY);
    int wide = w + 2 * mostX;
    int columns = w / cell;
    float scale = 1f / (cell * cell);
    int shift = 0;
    for (int dy = 0; dy <= 2 * mostY; dy++) {
      for (int dx = 0; dx <= 2 * mostX; dx++) {
        for (int c = 0; c < columns * (h / cell); c++) {
          int top = c / columns * cell;
          int left = c % columns * cell;
          float sum = 0;
          for (int y = top; y < top + cell; y++) {
            for (int x = left; x < left + cell; x++) {
              sum += Math.abs(after[y * w + x] - padded[(y + dy) * wide + x + dx]);
            }
          }
          out[offset + c * stride + shift] = sum * scale;
        }
        shift++;
      }
    }
  }

  private static float[] padded(float[] frame, int w, int h, int aside, int above) {
    int wide = w + 2 * aside;
    float[] out = new float[wide * (h + 2 * above)];
    for (int y = 0; y < h + 2 * above; y++) {
      int from = Math.clamp(y - above, 0, h - 1) * w;
      for (int x = 0; x < wide; x++) {
        out[y * wide + x] = frame[from + Math.clamp(x - aside, 0, w - 1)];
      }
    }
    return out;
  }
}
