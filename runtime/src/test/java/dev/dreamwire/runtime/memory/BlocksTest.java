package dev.dreamwire.runtime.memory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class BlocksTest {
  /** Two columns beside each other: ground with a roof over it, and bare ground. */
  private static final Blocks TWO = new Blocks(5, 7, 2, new float[][] {{0, 3, 5, 6}, {0, 3}});

  @Test
  void whatIsTakenAwayIsGoneFromItsColumnAlone() {
    Blocks dug = TWO.without(new Block(5, 7, 2, 3));
    assertArrayEquals(new float[] {0, 2, 5, 6}, dug.stack(5, 7));
    assertArrayEquals(new float[] {0, 3}, dug.stack(6, 7));
    assertArrayEquals(new float[] {0, 3, 5, 6}, TWO.stack(5, 7), "as it was before");
  }

  @Test
  void whatIsTakenFromTheMiddleLeavesBothEnds() {
    assertArrayEquals(
        new float[] {0, 1, 2, 3, 5, 6}, TWO.without(new Block(5, 7, 1, 2)).stack(5, 7));
  }

  @Test
  void whatIsPutSomewhereLiesBetweenWhatIsThere() {
    assertArrayEquals(new float[] {0, 3, 3, 4, 5, 6}, TWO.with(new Block(5, 7, 3, 4)).stack(5, 7));
    assertArrayEquals(new float[] {0, 3, 3, 4}, TWO.with(new Block(6, 7, 3, 4)).stack(6, 7));
  }

  @Test
  void nothingIsKnownElsewhere() {
    assertTrue(TWO.holds(6, 7));
    assertFalse(TWO.holds(7, 7));
    assertFalse(TWO.holds(5, 8));
    assertEquals(0, TWO.stack(4, 7).length);
    assertSame(TWO, TWO.with(new Block(9, 9, 0, 1)));
    assertTrue(Blocks.UNKNOWN.isEmpty());
    assertFalse(Blocks.UNKNOWN.holds(0, 0));
  }
}
