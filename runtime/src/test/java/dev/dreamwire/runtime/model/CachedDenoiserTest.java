package dev.dreamwire.runtime.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.diffusion.FlowSchedule;
import dev.dreamwire.runtime.diffusion.Prediction;
import dev.dreamwire.runtime.memory.PoseOffset;
import dev.dreamwire.runtime.tensor.PlainOps;
import dev.dreamwire.runtime.tensor.PlainOps.Array;
import dev.dreamwire.runtime.tensor.RandomWeights;
import dev.dreamwire.runtime.tensor.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CachedDenoiserTest {
  private static final int WINDOW = 5;
  private static final double LEVEL = 40;
  private static final double[] TIMESTEPS = {1000, 500};
  private static final DitConfig CONFIG =
      new DitConfig(
          3,
          4,
          6,
          2,
          32,
          4,
          2,
          2,
          5,
          WINDOW,
          20,
          true,
          Prediction.X0,
          true,
          true,
          new DitConfig.Fine(12, 1, 2, true));
  private static final Shape LATENT = CONFIG.latentShape();
  private static final Shape ACTION = Shape.of(5);

  private final PlainOps ops = new PlainOps(new RandomWeights());
  private final SpaceTimeDit dit = new SpaceTimeDit(CONFIG, "");
  private final Array start = random(LATENT, 1);
  private final List<Array> latents = new ArrayList<>(List.of(start));
  private final List<Array> actions = new ArrayList<>(List.of(random(ACTION, 2)));
  private final PlainHistory history = new PlainHistory(start, actions.get(0));

  @Test
  void aCachedStepEqualsARecomputedOneUntilTheWindowSlides() {
    for (int frame = 1; frame < WINDOW; frame++) {
      assertTrue(largestDifferenceOfFrame(frame) < 1e-4, "frame " + frame);
    }
  }

  @Test
  void anExactStepEqualsARecomputedOneForEver() {
    for (int frame = 1; frame < 3 * WINDOW; frame++) {
      double apart = largestDifferenceOfFrame(frame, ContextMode.EXACT);
      assertTrue(apart < 1e-4, "frame " + frame + ": " + apart);
    }
  }

  @Test
  void afterTheWindowSlidKeptKeysStillKnowFramesThatLeft() {
    for (int frame = 1; frame < WINDOW; frame++) {
      largestDifferenceOfFrame(frame);
    }
    double first = largestDifferenceOfFrame(WINDOW);
    assertTrue(
        first > 1e-6, "streaming is told from recomputing by what the dropped frame left behind");
    assertTrue(first < 2, "and stays near it: " + first);
  }

  @Test
  void theSameFrameFollowsFromTheSamePast() {
    Array action = random(ACTION, 77);
    Array noisy = random(LATENT, 78);
    assertArrayEquals(
        open(action).predict(0, noisy).values(), open(action).predict(0, noisy).values());
  }

  @Test
  void anActionOfAnotherWidthIsRefusedByName() {
    Array action = random(Shape.of(4), 3);
    String message = assertThrows(IllegalArgumentException.class, () -> open(action)).getMessage();
    assertTrue(
        message.contains("action") && message.contains("[5]") && message.contains("[4]"), message);
  }

  @Test
  void whatIsRecalledReachesTheFrameAndNothingIsAsGoodAsNoMemory() {
    Array action = random(ACTION, 77);
    Array noisy = random(LATENT, 78);
    Array nothing = zeros(LATENT);
    Array nowhere = zeros(Shape.of(PoseOffset.FEATURES));
    Array view = random(LATENT, 79);
    Array here = PlainOps.array(Shape.of(PoseOffset.FEATURES), new float[] {1, 0, 1, 0, 0, 0, 0});
    DenoiserSession<Array> plain = open(action);
    plain.predict(0, random(LATENT, 80));
    double[] without = plain.predict(1, noisy).values();
    Array moved = random(LATENT, 81);
    Recall<Array> none = new Recall<>(nothing, moved, nowhere);
    assertArrayEquals(without, open(action, none).predict(1, noisy).values(), 1e-9);
    Recall<Array> still = new Recall<>(view, history.latent(), here);
    double[] with = open(action, still).predict(1, noisy).values();
    assertFalse(java.util.Arrays.equals(without, with));
    double[] carried = open(action, new Recall<>(view, moved, here)).predict(1, noisy).values();
    assertFalse(java.util.Arrays.equals(with, carried));
  }

  private static Array zeros(Shape shape) {
    return PlainOps.array(shape, new float[(int) shape.count()]);
  }

  private DenoiserSession<Array> open(Array action) {
    return open(action, ContextMode.STREAMING, Optional.empty());
  }

  private DenoiserSession<Array> open(Array action, Recall<Array> recall) {
    DenoiserSession<Array> session = open(action, ContextMode.STREAMING, Optional.of(recall));
    session.predict(0, random(LATENT, 80));
    return session;
  }

  private DenoiserSession<Array> open(
      Array action, ContextMode mode, Optional<Recall<Array>> recall) {
    return new DitDenoiser(dit, Weights.none())
        .open(
            ops,
            history,
            new ContextView<>(
                WINDOW, ops.scalar((float) LEVEL), false, ContextView.STEADY, mode, recall),
            new FlowSchedule(),
            TIMESTEPS,
            action);
  }

  private double largestDifferenceOfFrame(int frame) {
    return largestDifferenceOfFrame(frame, ContextMode.STREAMING);
  }

  /** Makes one frame both ways; returns how far the predictions are apart. */
  private double largestDifferenceOfFrame(int frame, ContextMode mode) {
    Array action = random(ACTION, 100 + frame);
    DenoiserSession<Array> session = open(action, mode, Optional.empty());
    double largest = 0;
    for (int step = 0; step < TIMESTEPS.length; step++) {
      Array noisy = random(LATENT, 1000L * frame + step);
      double[] cached = session.predict(step, noisy).values();
      double[] whole = recompute(noisy, TIMESTEPS[step], action).values();
      for (int i = 0; i < cached.length; i++) {
        largest = Math.max(largest, Math.abs(cached[i] - whole[i]));
      }
    }
    Array made = random(LATENT, 10 + frame);
    latents.add(made);
    actions.add(action);
    history.finish(made, action);
    return largest;
  }

  private Array recompute(Array noisy, double timestep, Array action) {
    int from = Math.max(0, latents.size() + 1 - WINDOW);
    List<Array> x = new ArrayList<>(latents.subList(from, latents.size()));
    List<Array> a = new ArrayList<>(actions.subList(from, actions.size()));
    x.add(noisy);
    a.add(action);
    float[] levels = new float[x.size()];
    java.util.Arrays.fill(levels, (float) LEVEL);
    levels[levels.length - 1] = (float) timestep;
    Array out =
        dit.forward(ops, stack(x), PlainOps.array(Shape.of(1, levels.length), levels), stack(a));
    return ops.reshape(ops.slice(out, 1, levels.length - 1, levels.length), LATENT);
  }

  private Array stack(List<Array> frames) {
    List<Array> rows = frames.stream().map(f -> ops.reshape(f, f.shape().prepend(1, 1))).toList();
    return ops.concat(1, rows);
  }

  private static Array random(Shape shape, long seed) {
    return PlainOps.array(shape, RandomWeights.gaussian(seed, (int) shape.count()));
  }
}
