package dev.dreamwire.runtime.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class NeighbourhoodTest {
  private static final int ROWS = 7;
  private static final int COLUMNS = 9;
  private static final int RADIUS = 2;

  @Test
  void eachPixelIsTheMeanOfThoseAroundItThatCount() {
    Random random = new Random(1);
    float[] picture = new float[3 * ROWS * COLUMNS];
    boolean[] counted = new boolean[ROWS * COLUMNS];
    for (int i = 0; i < picture.length; i++) {
      picture[i] = random.nextFloat(-1, 1);
      counted[i % counted.length] = random.nextInt(4) == 0;
    }
    float[] means = Neighbourhood.means(picture, counted, COLUMNS, RADIUS);
    for (int i = 0; i < picture.length; i++) {
      assertEquals(mean(picture, counted, i), means[i], 1e-6, "at " + i);
    }
  }

  private static double mean(float[] picture, boolean[] counted, int at) {
    int area = counted.length;
    double sum = 0;
    int count = 0;
    for (int i = 0; i < area; i++) {
      boolean near =
          Math.abs(i / COLUMNS - at % area / COLUMNS) <= RADIUS
              && Math.abs(i % COLUMNS - at % area % COLUMNS) <= RADIUS;
      if (near && counted[i]) {
        sum += picture[at / area * area + i];
        count++;
      }
    }
    return count == 0 ? 0 : sum / count;
  }
}
