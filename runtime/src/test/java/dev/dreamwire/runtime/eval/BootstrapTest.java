package dev.dreamwire.runtime.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.runtime.eval.report.Estimate;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BootstrapTest {
  /** Values with noise, in groups that hold each value as often as said. */
  private static List<Tally> groups(int count, int same) {
    Random random = new Random(4);
    return Stream.generate(() -> 5 + random.nextGaussian())
        .limit(count)
        .map(value -> new Tally(value * same, same))
        .toList();
  }

  @Test
  void theIntervalOfAMeanIsThatOfTheNormalDistribution() {
    Estimate estimate = Bootstrap.mean(groups(400, 1));
    double half = 1.96 / Math.sqrt(400);
    assertEquals(2 * half, estimate.interval().high() - estimate.interval().low(), 0.04);
    assertTrue(estimate.interval().low() < estimate.value());
    assertTrue(estimate.interval().high() > estimate.value());
  }

  @Test
  void repeatingWhatOneEpisodeSaysMakesNobodySurer() {
    assertEquals(Bootstrap.mean(groups(20, 1)), Bootstrap.mean(groups(20, 1024)));
  }

  @Test
  void twoEpisodesSayNothingAboutTheSpread() {
    assertNull(Bootstrap.mean(groups(2, 10)).interval());
  }
}
