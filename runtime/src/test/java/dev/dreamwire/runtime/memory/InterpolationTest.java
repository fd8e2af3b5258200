package dev.dreamwire.runtime.memory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class InterpolationTest {
  private static final int ROWS = 5;
  private static final int COLUMNS = 6;

  @Test
  void inTheMiddleOfAPixelThatPixelIsSeen() {
    float[] picture = picture();
    for (int pixel = 0; pixel < ROWS * COLUMNS; pixel++) {
      float[] seen = at(picture, pixel / COLUMNS, pixel % COLUMNS);
      for (int channel = 0; channel < 3; channel++) {
        assertEquals(picture[channel * ROWS * COLUMNS + pixel], seen[channel], 1e-6f);
      }
    }
  }

  @Test
  void aSlopeIsFollowedBetweenPixels() {
    float[] picture = new float[3 * ROWS * COLUMNS];
    for (int i = 0; i < picture.length; i++) {
      picture[i] = i % (ROWS * COLUMNS) / COLUMNS * 0.1f - i % COLUMNS * 0.05f;
    }
    float expected = 2.25f * 0.1f - 2.6f * 0.05f;
    assertArrayEquals(new float[] {expected, expected, expected}, at(picture, 2.25, 2.6), 1e-6f);
  }

  @Test
  void anEdgeStaysSteeperThanAMeanOfPixelsMakesIt() {
    float[] picture = new float[3 * ROWS * COLUMNS];
    for (int i = 0; i < picture.length; i++) {
      picture[i] = i % COLUMNS < 3 ? -0.5f : 0.5f;
    }
    assertTrue(at(picture, 2, 2.25)[0] < -0.25f, "nearer to the side that it is on");
  }

  @Test
  void beyondTheBorderItGoesOnAndColoursStayInTheirRange() {
    float[] picture = new float[3 * ROWS * COLUMNS];
    for (int i = 0; i < picture.length; i++) {
      picture[i] = i % 2 == 0 ? -1 : 1;
    }
    for (double place = -0.5; place < ROWS - 0.5; place += 0.1) {
      for (float value : at(picture, place, place)) {
        assertTrue(value >= -1 && value <= 1, value + " at " + place);
      }
    }
    assertEquals(-1, at(picture, -0.4, 0)[0], 1e-6f);
  }

  private static float[] at(float[] picture, double row, double column) {
    float[] out = new float[3];
    new Interpolation(ROWS, COLUMNS).at(picture, row, column, out, 0);
    return out;
  }

  private static float[] picture() {
    float[] picture = new float[3 * ROWS * COLUMNS];
    for (int i = 0; i < picture.length; i++) {
      picture[i] = (i * 37 % 101) / 101f - 0.5f;
    }
    return picture;
  }
}
