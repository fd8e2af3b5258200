package dev.dreamwire.runtime.train;

import java.util.function.UnaryOperator;

/**
 * How the frames that a denoiser makes become pictures for people.
 *
 * @param width in pixels
 * @param height in pixels
 * @param decode frames one after the other to pictures {@code [3,H,W]} one after the other
 */
record FramePictures(int width, int height, UnaryOperator<float[]> decode) {
  /**
   * Pairs of rows: what happened, and what was dreamed from the same start.
   *
   * @param first frame that is shown
   * @param every so many frames one is shown
   * @param columns frames of each row that are shown
   */
  PictureSheet compare(float[][] truths, float[][] dreams, int first, int every, int columns) {
    PictureSheet sheet = new PictureSheet(width, height, columns, truths.length * 2);
    for (int row = 0; row < truths.length; row++) {
      put(sheet, row * 2, truths[row], first, every, columns);
      put(sheet, row * 2 + 1, dreams[row], first, every, columns);
    }
    return sheet;
  }

  private void put(PictureSheet sheet, int row, float[] frames, int first, int every, int columns) {
    float[] shown = decode.apply(frames);
    for (int i = 0; i < columns; i++) {
      sheet.put(i, row, shown, (first + i * every) * 3 * width * height);
    }
  }
}
