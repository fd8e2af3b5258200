package dev.dreamwire.runtime.memory;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The surfaces that a pose sees, pixel by pixel. Its arrays are not copied.
 *
 * @param nearness {@code [H,W]}, see {@link View}; guessed where it is not known
 * @param known where it is
 * @param changed what the player dug free or built
 */
record Surfaces(float[] nearness, boolean[] known, boolean[] changed) {
  /** Of a picture of some pixels; nothing is known. */
  Surfaces(int pixels) {
    this(new float[pixels], new boolean[pixels], new boolean[pixels]);
  }

  /** Whether the player changed what is seen. */
  boolean areChanged() {
    for (boolean pixel : changed) {
      if (pixel) {
        return true;
      }
    }
    return false;
  }

  /** The pixels whose surface is known, but for some. */
  int[] wanted(boolean[] but) {
    return IntStream.range(0, known.length).filter(pixel -> known[pixel] && !but[pixel]).toArray();
  }

  /** All are known. */
  void know() {
    Arrays.fill(known, true);
  }
}
