package dev.dreamwire.studio.play;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class StatsMeterTest {
  private final StatsMeter meter = new StatsMeter();

  @Test
  void theRateIsThatOfTheLastFramesAlone() {
    for (int i = 0; i < 100; i++) {
      meter.frame(i, 10, Map.of(), i * 1_000_000_000L);
    }
    for (int i = 0; i < 40; i++) {
      meter.frame(100 + i, 10, Map.of(), 100_000_000_000L + i * 50_000_000L);
    }
    assertEquals(20, meter.stats().fps(), 1e-9);
    assertEquals(140, meter.stats().frames());
  }

  @Test
  void aPauseDoesNotCountAsASlowFrame() {
    meter.frame(0, 10, Map.of(), 0);
    meter.frame(1, 10, Map.of(), 50_000_000L);
    meter.interrupted();
    meter.frame(2, 10, Map.of(), 90_000_000_000L);
    meter.frame(3, 10, Map.of(), 90_050_000_000L);
    assertEquals(20, meter.stats().fps(), 1e-9);
  }

  @Test
  void thereIsNoLatencyBeforeThereIsAnInput() {
    assertTrue(Double.isNaN(meter.stats().latencyMillis()));
    meter.answered(1_000_000L, 61_000_000L);
    assertEquals(60, meter.stats().latencyMillis(), 1e-9);
  }

  @Test
  void metricsAreThoseOfTheLastFrame() {
    meter.measured("metrics", Map.of("detail", 0.25));
    meter.frame(0, 10, Map.of(), 0);
    meter.measured("metrics", Map.of("detail", 0.5));
    assertEquals(Map.of("metrics", Map.of("detail", 0.25)), meter.stats().metrics());
    meter.frame(1, 10, Map.of(), 50_000_000L);
    assertEquals(Map.of("metrics", Map.of("detail", 0.5)), meter.stats().metrics());
    meter.frame(2, 10, Map.of(), 100_000_000L);
    assertEquals(Map.of(), meter.stats().metrics(), "the node is gone");
  }
}
