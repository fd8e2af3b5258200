package dev.dreamwire.studio.viewport;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PixelScalerTest {
  private static final int A = 0xff102030;
  private static final int B = 0xffff8001;

  @Test
  void aPixelBecomesASquare() {
    int[] to = new int[8];
    PixelScaler.squares(new int[] {A, B}, 2, 1, 2, to);
    assertArrayEquals(new int[] {A, A, B, B, A, A, B, B}, to);
  }

  @Test
  void theFactorIsTheLargestThatFitsBothWays() {
    assertEquals(5, PixelScaler.factor(64, 48, 400, 250));
    assertEquals(1, PixelScaler.factor(64, 48, 10, 10));
  }

  @Test
  void smoothingAtTheSameSizeChangesNothing() {
    int[] from = {A, B, B, A, A, A};
    int[] to = new int[6];
    new PixelScaler().smooth(from, 3, 2, to, 3, 2);
    assertArrayEquals(from, to);
  }

  @Test
  void smoothingBlendsBetweenPixelCentresAndHoldsTheEdges() {
    int[] to = new int[4];
    new PixelScaler().smooth(new int[] {0xff000000, 0xff0000c8}, 2, 1, to, 4, 1);
    assertArrayEquals(new int[] {0xff000000, 0xff000032, 0xff000096, 0xff0000c8}, to);
  }
}
