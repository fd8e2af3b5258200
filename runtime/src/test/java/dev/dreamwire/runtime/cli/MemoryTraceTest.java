package dev.dreamwire.runtime.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;

class MemoryTraceTest {
  private static final long MEGABYTE = 1 << 20;

  private static MemoryTrace trace(LongUnaryOperator bytes) {
    MemoryTrace trace = new MemoryTrace();
    for (long frame = 0; frame <= 20_000; frame += 50) {
      trace.add(frame, bytes.applyAsLong(frame));
    }
    return trace;
  }

  @Test
  void warmingUpAndBreathingAreFlat() {
    MemoryTrace trace = trace(f -> (Math.min(700, 300 + f / 20) + (f / 50 % 7) * 3) * MEGABYTE);
    assertTrue(trace.flat(), "grows by " + trace.slope());
    assertEquals(718 * MEGABYTE, trace.peak());
  }

  @Test
  void aSlowLeakIsSeen() {
    MemoryTrace trace = trace(f -> 700 * MEGABYTE + f * 2048 + (f / 50 % 7) * MEGABYTE);
    assertFalse(trace.flat());
    assertEquals(2048, trace.slope(), 40);
  }
}
