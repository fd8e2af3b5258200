package dev.dreamwire.runtime.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.dreamwire.runtime.diffusion.KarrasSchedule;
import dev.dreamwire.runtime.diffusion.NoiseSchedule;
import dev.dreamwire.runtime.diffusion.VarianceSchedule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PreconditioningTest {
  private static final double FRAME = 0.3;
  private static final double NOISE = -1.7;

  @ParameterizedTest
  @EnumSource(Preconditioning.class)
  void aNetworkThatSaysItsTargetGivesTheCleanFrameBack(Preconditioning preconditioning) {
    NoiseSchedule schedule =
        preconditioning == Preconditioning.EDM ? KarrasSchedule.DIAMOND : VarianceSchedule.cosine();
    for (double timestep : new double[] {10, 300, 700, 990}) {
      double alpha = schedule.alpha(timestep);
      double sigma = schedule.sigma(timestep);
      Preconditioning.Scales scales = preconditioning.scales(alpha, sigma, timestep);
      double noisy = alpha * FRAME + sigma * NOISE;
      double said = scales.targetFrame(alpha) * FRAME + scales.targetNoise(sigma) * NOISE;
      assertEquals(FRAME, scales.skip() * noisy + scales.out() * said, 1e-9);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Preconditioning.class,
      names = {"EDM"})
  void withEdmInputAndTargetHaveVarianceOneAtEveryLevel(Preconditioning edm) {
    for (double sigma : new double[] {0.002, 0.3, 5}) {
      Preconditioning.Scales scales = edm.scales(1, sigma, 0);
      double data = Preconditioning.DATA;
      assertEquals(1, scales.in() * scales.in() * (data * data + sigma * sigma), 1e-12);
      double frame = scales.targetFrame(1) * data;
      double noise = scales.targetNoise(sigma);
      assertEquals(1, frame * frame + noise * noise, 1e-9);
    }
  }
}
