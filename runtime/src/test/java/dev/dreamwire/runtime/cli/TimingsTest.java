package dev.dreamwire.runtime.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TimingsTest {
  private final Timings timings = new Timings();

  @Test
  void percentilesAreNearestRanks() {
    for (int i = 1000; i >= 1; i--) {
      timings.add(i);
    }
    assertEquals(Map.of("p50", 500.0, "p95", 950.0, "p99", 990.0), timings.report(50, 95, 99));
  }

  @Test
  void oneValueIsEveryPercentileAndNoneIsZero() {
    assertEquals(0, timings.percentile(95));
    timings.add(3.5);
    assertEquals(3.5, timings.percentile(50));
    assertEquals(3.5, timings.percentile(99));
  }
}
