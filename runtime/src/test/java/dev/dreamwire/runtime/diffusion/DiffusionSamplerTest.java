package dev.dreamwire.runtime.diffusion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.tensor.PlainOps;
import dev.dreamwire.runtime.tensor.PlainOps.Array;
import dev.dreamwire.runtime.tensor.RandomWeights;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiffusionSamplerTest {
  private static final Shape FRAME = Shape.of(2, 3, 4);

  private final PlainOps ops = new PlainOps(new RandomWeights());
  private final Array truth = random(1);
  private final Array noise = random(2);

  /** A denoiser that knows the answer says it in the words of each parameterisation. */
  @ParameterizedTest
  @EnumSource(Prediction.class)
  void aDenoiserThatKnowsTheFrameIsBelievedInEveryParameterisation(Prediction prediction) {
    for (NoiseSchedule schedule : List.of(new FlowSchedule(), VarianceSchedule.cosine())) {
      // At pure noise ε and v-free predictions say nothing about the frame, so start just below.
      double[] timesteps = {900, 600, 300, 50};
      Array start = noisy(schedule, timesteps[0]);
      Array made =
          DiffusionSampler.DDIM.sample(
              ops,
              schedule,
              prediction,
              timesteps,
              start,
              knowing(schedule, prediction, timesteps),
              (i, x, x0) -> {});
      assertArrayEquals(truth.values(), made.values(), 1e-4);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 20})
  void ddimAndEulerAreTheSameOnAFlow(int steps) {
    NoiseSchedule flow = new FlowSchedule();
    double[] timesteps = flow.timesteps(steps);
    DiffusionSampler.Denoise<Array> wavering = (i, x) -> ops.tanh(ops.add(x, i));
    Array ddim = run(DiffusionSampler.DDIM, flow, timesteps, wavering);
    Array euler = run(DiffusionSampler.EULER_FLOW, flow, timesteps, wavering);
    assertArrayEquals(ddim.values(), euler.values(), 1e-6);
  }

  @Test
  void everyStepIsShownBeforeItIsTaken() {
    List<Integer> shown = new ArrayList<>();
    NoiseSchedule flow = new FlowSchedule();
    DiffusionSampler.DDIM.sample(
        ops,
        flow,
        Prediction.X0,
        flow.timesteps(3),
        noise,
        (i, x) -> truth,
        (i, x, x0) -> shown.add(i));
    assertEquals(List.of(0, 1, 2), shown);
  }

  private Array run(
      DiffusionSampler sampler,
      NoiseSchedule schedule,
      double[] timesteps,
      DiffusionSampler.Denoise<Array> denoiser) {
    return sampler.sample(
        ops, schedule, Prediction.X0, timesteps, noise, denoiser, (i, x, x0) -> {});
  }

  private DiffusionSampler.Denoise<Array> knowing(
      NoiseSchedule schedule, Prediction prediction, double[] timesteps) {
    return (i, x) -> {
      float alpha = (float) schedule.alpha(timesteps[i]);
      float sigma = (float) schedule.sigma(timesteps[i]);
      Array eps = ops.mul(ops.sub(x, ops.mul(truth, alpha)), 1 / sigma);
      return prediction.target(ops, truth, eps, ops.scalar(alpha), ops.scalar(sigma));
    };
  }

  private Array noisy(NoiseSchedule schedule, double timestep) {
    return ops.add(
        ops.mul(truth, (float) schedule.alpha(timestep)),
        ops.mul(noise, (float) schedule.sigma(timestep)));
  }

  private static Array random(long seed) {
    return PlainOps.array(FRAME, RandomWeights.gaussian(seed, (int) FRAME.count()));
  }
}
