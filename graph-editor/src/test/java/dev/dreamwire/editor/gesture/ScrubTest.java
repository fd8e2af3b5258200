package dev.dreamwire.editor.gesture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.dreamwire.api.node.Param;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScrubTest {
  private static final Param.Kind STEPS = new Param.IntKind(1, 64);
  private static final Param.Kind SEED = new Param.IntKind(0, Long.MAX_VALUE);
  private static final Param.Kind LEVEL = new Param.FloatKind(0, 1);
  private static final Param.Kind FREE = new Param.FloatKind(-1e300, 1e300);

  @Test
  void theWholeWidthIsTheWholeRange() {
    assertEquals(64L, Scrub.moved(STEPS, 1, 1));
    assertEquals(0.5, Scrub.moved(LEVEL, 0.25, 0.25));
    assertEquals(0.0, Scrub.moved(LEVEL, 0.25, -3));
  }

  @Test
  void wideRangesMoveNearTheValue() {
    assertEquals(27L, Scrub.moved(SEED, 7, 0.1));
    assertEquals(120.0, Scrub.moved(FREE, 100, 0.2));
  }

  @Test
  void arrowKeysTakeSingleSteps() {
    assertEquals(9L, Scrub.stepped(STEPS, 8, 1));
    assertEquals(0.601, Scrub.stepped(LEVEL, 0.6, 1));
    assertEquals(64L, Scrub.stepped(STEPS, 64, 1));
  }

  @Test
  void everyValueOnTheWayIsAllowed() {
    Random random = new Random(3);
    for (int i = 0; i < 500; i++) {
      double share = random.nextGaussian();
      for (Param.Kind kind : new Param.Kind[] {STEPS, SEED, LEVEL, FREE}) {
        assertNull(kind.problem(Scrub.moved(kind, 1, share)));
      }
    }
  }
}
