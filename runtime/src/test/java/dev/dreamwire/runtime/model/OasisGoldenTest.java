package dev.dreamwire.runtime.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.diffusion.DiffusionSampler;
import dev.dreamwire.runtime.diffusion.NoiseSchedule;
import dev.dreamwire.runtime.diffusion.VarianceSchedule;
import dev.dreamwire.runtime.tensor.PlainOps;
import dev.dreamwire.runtime.tensor.PlainOps.Array;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The models compute what open-oasis computes. */
class OasisGoldenTest {
  @Test
  void theTransformerPredictsAsTheReference() throws IOException {
    PlainOps ops = OasisGolden.plain("checkpoint_dit");
    SpaceTimeDit dit = new SpaceTimeDit(OasisGolden.DIT, "");
    Array out =
        dit.forward(
            ops,
            golden("dit_forward", "in.x"),
            golden("dit_forward", "in.t"),
            golden("dit_forward", "in.actions"));
    assertClose("dit_forward", "out", out, 2e-5);
  }

  @Test
  void theTransformerRunsWithoutActions() throws IOException {
    PlainOps ops = OasisGolden.plain("checkpoint_dit");
    SpaceTimeDit dit = new SpaceTimeDit(OasisGolden.DIT, "");
    Array x = ops.slice(golden("dit_forward", "in.x"), 0, 0, 1);
    Array t = ops.slice(golden("dit_forward", "in.t"), 0, 0, 1);
    assertClose("dit_forward", "out_no_actions", dit.forward(ops, x, t, null), 2e-5);
  }

  @Test
  void theAutoencoderEncodesAndDecodesAsTheReference() throws IOException {
    PlainOps ops = OasisGolden.plain("checkpoint_vae");
    VitAutoencoder vae = new VitAutoencoder(OasisGolden.VAE, "");
    Array latents = vae.encode(ops, golden("vae", "in.x"));
    assertClose("vae", "scaled_latent_chw", latents, 2e-5);
    assertClose("vae", "decoded", vae.decode(ops, latents), 2e-5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"image_act", "image_noact", "clamp"})
  void streamedRolloutsGiveTheReferencesFrames(String rollout) throws IOException {
    rolloutGivesTheReferencesFrames(rollout, ContextMode.STREAMING);
  }

  @ParameterizedTest
  @ValueSource(strings = {"image_act", "sliding"})
  void exactRolloutsGiveTheReferencesFramesAlsoWhenTheWindowSlides(String rollout)
      throws IOException {
    rolloutGivesTheReferencesFrames(rollout, ContextMode.EXACT);
  }

  private static void rolloutGivesTheReferencesFrames(String rollout, ContextMode mode)
      throws IOException {
    PlainOps ops = OasisGolden.plain("checkpoint_dit");
    Array prompt = golden("rollouts", rollout + ".prompt_latent");
    Array noise = golden("rollouts", rollout + ".noise");
    Array actions = golden("rollouts", rollout + ".actions");
    Array wanted = golden("rollouts", rollout + ".latents");
    int frames = wanted.shape().size(1);
    int steps = golden("rollouts", rollout + ".t_pairs").shape().size(0) / (frames - 1);
    NoiseSchedule schedule = VarianceSchedule.sigmoid();
    double[] timesteps = schedule.timesteps(steps);
    DitDenoiser denoiser =
        new DitDenoiser(
            new SpaceTimeDit(OasisGolden.DIT, ""), OasisGolden.weights("checkpoint_dit"));
    PlainHistory history = new PlainHistory(frame(ops, prompt, 0), action(ops, actions, 0));
    for (int f = 1; f < frames; f++) {
      Array action = action(ops, actions, f);
      DenoiserSession<Array> session =
          denoiser.open(
              ops,
              history,
              new ContextView<>(
                  OasisGolden.DIT.window(),
                  ops.scalar(14),
                  false,
                  ContextView.STEADY,
                  mode,
                  Optional.empty()),
              schedule,
              timesteps,
              action);
      Array made =
          DiffusionSampler.DDIM.sample(
              ops,
              schedule,
              denoiser.prediction(),
              timesteps,
              ops.clamp(frame(ops, noise, f - 1), -20, 20),
              session::predict,
              (step, x, x0) -> {});
      double error = OasisGolden.relative(made.values(), frame(ops, wanted, f).values());
      assertTrue(error < 5e-5, rollout + " frame " + f + ": " + error);
      history.finish(made, action);
    }
  }

  private static Array frame(PlainOps ops, Array frames, int i) {
    return ops.reshape(ops.slice(frames, 1, i, i + 1), OasisGolden.DIT.latentShape());
  }

  private static Array action(PlainOps ops, Array actions, int i) {
    return ops.reshape(ops.slice(actions, 1, i, i + 1), Shape.of(25));
  }

  private static Array golden(String file, String tensor) throws IOException {
    return OasisGolden.tensor(file, tensor);
  }

  private static void assertClose(String file, String tensor, Array is, double limit)
      throws IOException {
    Array wanted = golden(file, tensor);
    assertEquals(wanted.shape(), is.shape());
    double error = OasisGolden.relative(is.values(), wanted.values());
    assertTrue(error < limit, tensor + ": relative error " + error);
  }
}
