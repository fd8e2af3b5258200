package dev.dreamwire.runtime.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class HorizontalShiftTest {
  private static final int WIDTH = 64;
  private static final int HEIGHT = 12;
  private final HorizontalShift shift = new HorizontalShift(WIDTH, 16);

  /** Noise, seen through a window that begins at a column. */
  private static float[] view(int column, float brighter) {
    int wide = WIDTH + 40;
    Random random = new Random(3);
    float[] scene = new float[3 * HEIGHT * wide];
    for (int i = 0; i < scene.length; i++) {
      scene[i] = random.nextFloat() - 0.5f + brighter;
    }
    float[] out = new float[3 * HEIGHT * WIDTH];
    for (int row = 0; row < 3 * HEIGHT; row++) {
      System.arraycopy(scene, row * wide + column, out, row * WIDTH, WIDTH);
    }
    return out;
  }

  @Test
  void lookingFurtherRightMovesThePictureLeft() {
    assertEquals(-7, shift.between(view(20, 0), view(27, 0)));
    assertEquals(7, shift.between(view(20, 0), view(13, 0)));
  }

  @Test
  void aPictureThatOnlyGetsBrighterDoesNotMove() {
    assertEquals(0, shift.between(view(20, 0), view(20, 0.3f)));
  }

  @Test
  void anEmptyPictureDoesNotMove() {
    float[] empty = new float[3 * HEIGHT * WIDTH];
    assertEquals(0, shift.between(empty, empty));
  }
}
