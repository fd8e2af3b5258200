package dev.dreamwire.runtime.rollout;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.backend.CompileOptions;
import dev.dreamwire.runtime.backend.TorchBackend;
import dev.dreamwire.runtime.diffusion.Prediction;
import dev.dreamwire.runtime.memory.PoseOffset;
import dev.dreamwire.runtime.model.DitConfig;
import dev.dreamwire.runtime.model.DitDenoiser;
import dev.dreamwire.runtime.model.SpaceTimeDit;
import dev.dreamwire.runtime.tensor.RandomWeights;
import dev.dreamwire.runtime.tensor.Weights;
import dev.dreamwire.runtime.tensor.cost.CostOps;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LatentRolloutTest {
  private static final int ACTIONS = 5;
  private static final DitConfig CONFIG =
      new DitConfig(3, 4, 6, 2, 32, 4, 2, 2, ACTIONS, 4, 20, true, Prediction.X0, true, true);
  private static final int VALUES = (int) CONFIG.latentShape().count();
  private static final int FRAMES = 7;

  private final SpaceTimeDit dit = new SpaceTimeDit(CONFIG, "");

  @Test
  void gamesSideBySideAreDreamedAsEachWouldBeAlone() {
    float[] one = random(VALUES, 1);
    float[] other = random(VALUES, 2);
    float[] together = dream(2, join(one, other));
    float[] apart = join(dream(1, one), dream(1, other));
    assertArrayEquals(apart, together, 1e-4f);
    assertFalse(Arrays.equals(dream(1, one), dream(1, other)), "the start must matter");
  }

  @Test
  void aFrameThatIsMadeFromAnAlmostCleanOneStaysNearIt() {
    DitConfig flow =
        new DitConfig(3, 4, 6, 2, 32, 4, 2, 2, ACTIONS, 4, 20, true, Prediction.FLOW, true, true);
    float[] clean = random(VALUES, 3);
    try (LatentRollout rollout =
        new LatentRollout(
            new DitDenoiser(new SpaceTimeDit(flow, ""), weights()),
            1,
            2,
            1e-3,
            100,
            new TorchBackend(),
            CompileOptions.DEFAULT)) {
      float[] made =
          rollout.next(
              random(VALUES, 1),
              random(ACTIONS, 10),
              random(ACTIONS, 11),
              clean,
              random(VALUES, 4));
      assertArrayEquals(clean, made, 1e-3f);
    }
    assertFalse(Arrays.equals(clean, dream(1, random(VALUES, 1))), "from noise it does not");
  }

  @Test
  void whatIsRememberedChangesTheDream() {
    float[] start = random(VALUES, 1);
    float[] view = random(VALUES, 7);
    float[] carried = random(VALUES, 8);
    float[] offset = {1, 0, 1, 0, 0, 0, 0};
    float[] nothing = dream(1, start);
    float[] zeros = new float[VALUES];
    float[] seen = dream(1, start, view, carried, offset);
    assertFalse(Arrays.equals(nothing, seen));
    assertFalse(Arrays.equals(dream(1, start, view, zeros, offset), seen), "nothing is carried");
    assertArrayEquals(nothing, dream(1, start, zeros, carried, new float[offset.length]), 1e-6f);
  }

  private float[] dream(int games, float[] start) {
    float[] nothing = new float[games * VALUES];
    return dream(games, start, nothing, nothing, new float[games * PoseOffset.FEATURES]);
  }

  private float[] dream(
      int games, float[] start, float[] recalled, float[] carried, float[] offsets) {
    float[] latents = start;
    try (LatentRollout rollout =
        new LatentRollout(
            new DitDenoiser(dit, weights()),
            games,
            2,
            100,
            new TorchBackend(),
            CompileOptions.DEFAULT)) {
      rollout.remember(recalled, carried, offsets);
      for (int f = 0; f < FRAMES; f++) {
        float[] before = repeat(random(ACTIONS, 10 + f), games);
        float[] actions = repeat(random(ACTIONS, 11 + f), games);
        latents =
            rollout.next(
                latents,
                before,
                actions,
                repeat(random(VALUES, 50 + f), games),
                repeat(random(VALUES, 90 + f), games));
      }
    }
    return latents;
  }

  private Weights weights() {
    CostOps costs = new CostOps();
    dit.forward(costs, CONFIG.latentShape().prepend(1, 2), Shape.of(1, 2), Shape.of(1, 2, ACTIONS));
    return RandomWeights.of(costs.weights());
  }

  private static float[] random(int count, long seed) {
    return RandomWeights.gaussian(seed, count);
  }

  private static float[] repeat(float[] x, int times) {
    return times == 1 ? x : join(x, x);
  }

  private static float[] join(float[] a, float[] b) {
    float[] out = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, out, a.length, b.length);
    return out;
  }
}
