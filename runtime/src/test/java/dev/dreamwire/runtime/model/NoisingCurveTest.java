package dev.dreamwire.runtime.model;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.api.node.Curve;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.diffusion.FlowSchedule;
import dev.dreamwire.runtime.diffusion.NoiseSchedule;
import dev.dreamwire.runtime.diffusion.Prediction;
import dev.dreamwire.runtime.tensor.PlainOps;
import dev.dreamwire.runtime.tensor.PlainOps.Array;
import dev.dreamwire.runtime.tensor.RandomWeights;
import dev.dreamwire.runtime.tensor.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A past whose noise changes from step to step. */
class NoisingCurveTest {
  private static final int WINDOW = 4;
  private static final double LEVEL = 40;
  private static final double[] TIMESTEPS = {1000, 600, 200};
  private static final Curve FALLING = Curve.parse("0:6 1:1");
  private static final DitConfig CONFIG =
      new DitConfig(3, 4, 6, 2, 32, 4, 2, 2, 5, WINDOW, 20, true, Prediction.X0, true, true);
  private static final Shape LATENT = CONFIG.latentShape();
  private static final Shape ACTION = Shape.of(5);
  private static final NoiseSchedule SCHEDULE = new FlowSchedule();

  private final PlainOps ops = new PlainOps(new RandomWeights());
  private final SpaceTimeDit dit = new SpaceTimeDit(CONFIG, "");

  private static Array random(Shape shape, long seed) {
    return PlainOps.array(shape, RandomWeights.gaussian(seed, (int) shape.count()));
  }

  private PlainHistory history() {
    return new PlainHistory(random(LATENT, 1), random(ACTION, 2));
  }

  private ContextView<Array> context(Curve noising, boolean noised, ContextMode mode) {
    return new ContextView<>(
        WINDOW, ops.scalar((float) LEVEL), noised, noising, mode, Optional.empty());
  }

  private FrameInputs<Array> inputs(
      PlainHistory history, Curve noising, boolean noised, Array action) {
    return new FrameInputs<>(
        dit,
        ops,
        history,
        context(noising, noised, ContextMode.EXACT),
        SCHEDULE,
        TIMESTEPS,
        action);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aLevelCurveGivesWhatTheConstantLevelGives(boolean noised) {
    PlainHistory one = history();
    PlainHistory other = history();
    for (int frame = 1; frame < 3 * WINDOW; frame++) {
      Array action = random(ACTION, 100 + frame);
      Curve level = ContextView.STEADY;
      DenoiserSession<Array> exact = new ExactSession<>(inputs(one, level, noised, action));
      DenoiserSession<Array> anew = new RenoisingSession<>(inputs(other, level, noised, action));
      for (int step = 0; step < TIMESTEPS.length; step++) {
        Array x = random(LATENT, 1000L * frame + step);
        assertNear(exact.predict(step, x), anew.predict(step, x), "frame " + frame);
      }
      Array made = random(LATENT, 10 + frame);
      one.finish(made, action);
      other.finish(made, action);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void everyStepSeesThePastAtItsOwnLevel(boolean noised) {
    PlainHistory history = history();
    List<Array> latents = new ArrayList<>(List.of(random(LATENT, 1)));
    List<Array> actions = new ArrayList<>(List.of(random(ACTION, 2)));
    for (int frame = 1; frame < 2 * WINDOW; frame++) {
      Array action = random(ACTION, 100 + frame);
      actions.add(action);
      DenoiserSession<Array> session =
          new DitDenoiser(dit, Weights.none())
              .open(
                  ops,
                  history,
                  context(FALLING, noised, ContextMode.EXACT),
                  SCHEDULE,
                  TIMESTEPS,
                  action);
      for (int step = 0; step < TIMESTEPS.length; step++) {
        Array x = random(LATENT, 1000L * frame + step);
        double level = LEVEL * new double[] {6, 3.5, 1}[step];
        Array wanted = byHand(latents, actions, x, TIMESTEPS[step], level, noised);
        assertNear(wanted, session.predict(step, x), "frame " + frame + ", step " + step);
      }
      Array made = random(LATENT, 10 + frame);
      latents.add(made);
      history.finish(made, action);
    }
  }

  /** The whole window, computed as in training. */
  private Array byHand(
      List<Array> latents,
      List<Array> actions,
      Array x,
      double timestep,
      double level,
      boolean noised) {
    int from = Math.max(0, latents.size() + 1 - WINDOW);
    List<Array> frames = new ArrayList<>();
    for (int i = from; i < latents.size(); i++) {
      Array noise = random(LATENT, "context".hashCode() + i);
      float share = (float) (level / NoiseSchedule.TIMESTEPS);
      frames.add(
          noised
              ? ops.add(ops.mul(latents.get(i), 1 - share), ops.mul(noise, share))
              : latents.get(i));
    }
    frames.add(x);
    float[] levels = new float[frames.size()];
    java.util.Arrays.fill(levels, (float) level);
    levels[levels.length - 1] = (float) timestep;
    Array out =
        dit.forward(
            ops,
            stack(frames),
            PlainOps.array(Shape.of(1, levels.length), levels),
            stack(actions.subList(from, actions.size())));
    return ops.reshape(ops.slice(out, 1, levels.length - 1, levels.length), LATENT);
  }

  private Array stack(List<Array> frames) {
    return ops.concat(
        1, frames.stream().map(f -> ops.reshape(f, f.shape().prepend(1, 1))).toList());
  }

  @Test
  void keptKeysRefuseACurveThatIsNotLevelAndSayWhatToDo() {
    String said =
        assertThrows(IllegalArgumentException.class, () -> open(FALLING, ContextMode.STREAMING, 3))
            .getMessage();
    assertTrue(said.contains("exact") && said.contains("3 steps") && said.contains("4 "), said);
    assertDoesNotThrow(() -> open(FALLING, ContextMode.STREAMING, 1));
    assertDoesNotThrow(() -> open(Curve.level(3), ContextMode.STREAMING, 3));
  }

  private void open(Curve noising, ContextMode mode, int steps) {
    new DitDenoiser(dit, Weights.none())
        .open(
            ops,
            history(),
            context(noising, true, mode),
            SCHEDULE,
            SCHEDULE.timesteps(steps),
            random(ACTION, 3));
  }

  private static void assertNear(Array wanted, Array is, String where) {
    double apart = 0;
    for (int i = 0; i < wanted.values().length; i++) {
      apart = Math.max(apart, Math.abs(wanted.values()[i] - is.values()[i]));
    }
    double most = apart;
    assertTrue(most < 1e-4, () -> where + ": " + most);
  }
}
