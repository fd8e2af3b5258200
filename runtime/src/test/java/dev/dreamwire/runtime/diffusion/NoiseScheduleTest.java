package dev.dreamwire.runtime.diffusion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.tensor.PlainOps;
import dev.dreamwire.runtime.tensor.RandomWeights;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoiseScheduleTest {
  private static final List<NoiseSchedule> ALL =
      List.of(
          new FlowSchedule(),
          VarianceSchedule.sigmoid(),
          VarianceSchedule.cosine(),
          VarianceSchedule.linear());

  @Test
  void noiseOnlyGrowsFromAlmostNoneToAlmostAll() {
    for (NoiseSchedule schedule : ALL) {
      for (int t = 1; t < NoiseSchedule.TIMESTEPS; t++) {
        assertTrue(schedule.alpha(t) < schedule.alpha(t - 1), schedule + " at " + t);
        assertTrue(schedule.sigma(t) > schedule.sigma(t - 1), schedule + " at " + t);
      }
      assertTrue(schedule.alpha(0) > 0.999);
      assertTrue(schedule.sigma(999) > 0.99);
    }
  }

  @Test
  void varianceIsPreservedWhereTheScheduleSaysSo() {
    for (NoiseSchedule schedule : ALL.subList(1, 4)) {
      for (int t = 0; t < NoiseSchedule.TIMESTEPS; t += 37) {
        double alpha = schedule.alpha(t);
        double sigma = schedule.sigma(t);
        assertEquals(1, alpha * alpha + sigma * sigma, 1e-9);
      }
    }
  }

  /** Values that the open-oasis code gives. */
  @Test
  void theSigmoidScheduleIsThatOfOasis() {
    float[] alphasCumprod = VarianceSchedule.sigmoid().alphasCumprod();
    assertEquals(0.99969971, alphasCumprod[0], 1e-6);
    assertEquals(0.99532050, alphasCumprod[14], 1e-6);
    assertEquals(0.96050709, alphasCumprod[99], 1e-6);
    assertEquals(0.49999979, alphasCumprod[499], 1e-6);
    assertEquals(3.0028301e-7, alphasCumprod[999], 1e-12);
  }

  @Test
  void aSamplerVisitsTheTimestepsOfOasis() {
    VarianceSchedule sigmoid = VarianceSchedule.sigmoid();
    assertArrayEquals(
        new double[] {999, 899, 799, 699, 599, 499, 399, 299, 199, 99}, sigmoid.timesteps(10));
    assertArrayEquals(new double[] {999, 665, 332}, sigmoid.timesteps(3));
    assertArrayEquals(new double[] {1000, 500}, new FlowSchedule().timesteps(2));
  }

  @Test
  void aLevelFedWhilePlayingMeansTheSameAsAFixedOne() {
    PlainOps ops = new PlainOps(new RandomWeights());
    for (NoiseSchedule schedule : ALL) {
      for (int t = 0; t < NoiseSchedule.TIMESTEPS; t += 111) {
        PlainOps.Array fed = PlainOps.array(Shape.of(), t);
        assertEquals(schedule.alpha(t), schedule.alpha(ops, fed).values()[0], 1e-6);
        assertEquals(schedule.sigma(t), schedule.sigma(ops, fed).values()[0], 1e-6);
      }
    }
  }
}
