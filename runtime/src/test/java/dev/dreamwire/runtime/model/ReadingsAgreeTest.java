package dev.dreamwire.runtime.model;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.api.node.Curve;
import dev.dreamwire.api.tensor.Ops;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.backend.Backend;
import dev.dreamwire.runtime.backend.BackendCheck;
import dev.dreamwire.runtime.backend.CompileOptions;
import dev.dreamwire.runtime.backend.CpuBackend;
import dev.dreamwire.runtime.backend.TorchBackend;
import dev.dreamwire.runtime.diffusion.DiffusionSampler;
import dev.dreamwire.runtime.diffusion.FlowSchedule;
import dev.dreamwire.runtime.diffusion.KarrasSchedule;
import dev.dreamwire.runtime.diffusion.NoiseSchedule;
import dev.dreamwire.runtime.diffusion.Prediction;
import dev.dreamwire.runtime.diffusion.VarianceSchedule;
import dev.dreamwire.runtime.model.AutoencoderConfig.Bottleneck;
import dev.dreamwire.runtime.tensor.Closeness;
import dev.dreamwire.runtime.tensor.PlainOps;
import dev.dreamwire.runtime.tensor.Precision;
import dev.dreamwire.runtime.tensor.Weights;
import dev.dreamwire.runtime.tensor.script.ScriptBackend;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A model is written once; whoever reads it must get the same. */
class ReadingsAgreeTest {
  private static final double BOUND = 1e-5;
  private static final float CONTEXT_LEVEL = 40;
  private static final int WINDOW = 6;

  @ParameterizedTest
  @EnumSource(Bottleneck.class)
  void onAnAutoencoder(Bottleneck bottleneck) {
    float[] mean = {0.1f, -0.2f, 0.3f, 0};
    float[] std = {1, 0.5f, 2, 1.5f};
    VitAutoencoder model =
        new VitAutoencoder(
            new AutoencoderConfig(32, 24, 8, 4, 64, 2, 2, 2, bottleneck, true, mean, std), "vae.");
    agree(
        new ModelProgram(
            "autoencoder",
            Map.of("image", Shape.of(2, 3, 24, 32), "latent", Shape.of(1, 4, 3, 4)),
            new ModelProgram.Body() {
              @Override
              public <T> Map<String, T> apply(
                  Ops<T> ops, HistoryView<T> history, Map<String, T> in) {
                return Map.of(
                    "encoded", model.encode(ops, in.get("image")),
                    "decoded", model.decode(ops, in.get("latent")));
              }
            }));
  }

  @Test
  void onAWindowOfADenoiser() {
    SpaceTimeDit dit = dit(Prediction.V, 2);
    agree(
        new ModelProgram(
            "window",
            Map.of(
                "x",
                Shape.of(2, 3, 4, 6, 8),
                "level",
                Shape.of(2, 3),
                "actions",
                Shape.of(2, 3, 5)),
            new ModelProgram.Body() {
              @Override
              public <T> Map<String, T> apply(
                  Ops<T> ops, HistoryView<T> history, Map<String, T> in) {
                T level = ops.mul(in.get("level"), 100);
                return Map.of("out", dit.forward(ops, in.get("x"), level, in.get("actions")));
              }
            }));
  }

  @ParameterizedTest
  @MethodSource("samplings")
  void onASampledFrame(DiffusionSampler sampler, NoiseSchedule schedule, Prediction prediction) {
    agree(frame(sampler, schedule, prediction, 3, dit(prediction, 1)));
  }

  static List<Arguments> samplings() {
    return List.of(
        Arguments.of(DiffusionSampler.DDIM, VarianceSchedule.sigmoid(), Prediction.V),
        Arguments.of(DiffusionSampler.DDIM, VarianceSchedule.cosine(), Prediction.EPS),
        Arguments.of(DiffusionSampler.DDIM, VarianceSchedule.linear(), Prediction.X0),
        Arguments.of(DiffusionSampler.EULER_FLOW, new FlowSchedule(), Prediction.X0),
        Arguments.of(DiffusionSampler.EULER_FLOW, new FlowSchedule(), Prediction.FLOW));
  }

  @ParameterizedTest
  @EnumSource(UNetConfig.Conditioning.class)
  void onAFrameOfAUNet(UNetConfig.Conditioning conditioning) {
    boolean pixels = conditioning == UNetConfig.Conditioning.NORMALISATION;
    NoiseSchedule schedule = pixels ? KarrasSchedule.DIAMOND : VarianceSchedule.cosine();
    UNetConfig config =
        new UNetConfig(
            3,
            8,
            12,
            2,
            3,
            5,
            List.of(8, 12),
            2,
            4,
            16,
            conditioning,
            pixels ? Preconditioning.EDM : Preconditioning.VELOCITY,
            !pixels);
    UNetDenoiser denoiser = new UNetDenoiser(new UNet(config, "unet."), Weights.none());
    agree(
        frame(
            conditioning.name(),
            DiffusionSampler.DDIM,
            schedule,
            3,
            Past.steady(config.past() + 1),
            denoiser));
  }

  @Test
  void onAFrameWhosePastGrowsCleaner() {
    DitDenoiser denoiser = new DitDenoiser(dit(Prediction.X0, 1), Weights.none());
    agree(
        frame(
            "noising",
            DiffusionSampler.EULER_FLOW,
            new FlowSchedule(),
            2,
            new Past(WINDOW, Curve.parse("0:6 1:1"), ContextMode.EXACT),
            denoiser));
  }

  @Test
  void eightBitsMoveAFrameALittle() {
    DitConfig config =
        new DitConfig(8, 6, 8, 1, 128, 2, 4, 1, 5, WINDOW, 10, true, Prediction.X0, false, false);
    ModelProgram model =
        frame(
            DiffusionSampler.EULER_FLOW,
            new FlowSchedule(),
            Prediction.X0,
            2,
            new SpaceTimeDit(config, ""));
    float[] exact = run(new CpuBackend(), model).get("frame");
    CompileOptions int8 = new CompileOptions(Precision.INT8, 1, false);
    float[] rounded =
        BackendCheck.run(new CpuBackend(), int8, model.program(), model.fed()).get("frame");
    double error = Closeness.relative(doubles(exact), rounded);
    assertTrue(error > 1e-4 && error < 0.05, "relative error " + error);
  }

  private static SpaceTimeDit dit(Prediction prediction, int temporalEvery) {
    return new SpaceTimeDit(
        new DitConfig(
            4,
            6,
            8,
            2,
            48,
            3,
            2,
            temporalEvery,
            5,
            WINDOW,
            10,
            true,
            prediction,
            true,
            true,
            new DitConfig.Fine(12, 1, 1, true)),
        "dit.");
  }

  private static ModelProgram frame(
      DiffusionSampler sampler,
      NoiseSchedule schedule,
      Prediction prediction,
      int steps,
      SpaceTimeDit dit) {
    DitDenoiser denoiser = new DitDenoiser(dit, Weights.none());
    return frame(
        sampler + " " + prediction, sampler, schedule, steps, Past.steady(WINDOW), denoiser);
  }

  /** How the past is shown. */
  private record Past(int window, Curve noising, ContextMode mode) {
    static Past steady(int window) {
      return new Past(window, ContextView.STEADY, ContextMode.STREAMING);
    }

    <T> ContextView<T> at(T level) {
      return new ContextView<>(window, level, true, noising, mode, Optional.empty());
    }
  }

  private static ModelProgram frame(
      String name,
      DiffusionSampler sampler,
      NoiseSchedule schedule,
      int steps,
      Past past,
      Denoiser denoiser) {
    Shape latent = denoiser.latentShape();
    double[] timesteps = schedule.timesteps(steps);
    return new ModelProgram(
        name,
        Map.of("latent", latent, "action", Shape.of(5), "now", Shape.of(5), "start", latent),
        new ModelProgram.Body() {
          @Override
          public <T> Map<String, T> apply(Ops<T> ops, HistoryView<T> history, Map<String, T> in) {
            T level = ops.constant(Shape.of(), CONTEXT_LEVEL);
            DenoiserSession<T> session =
                denoiser.open(ops, history, past.at(level), schedule, timesteps, in.get("now"));
            T frame =
                sampler.sample(
                    ops,
                    schedule,
                    denoiser.prediction(),
                    timesteps,
                    in.get("start"),
                    session::predict,
                    (step, x, x0) -> {});
            return Map.of("frame", frame);
          }
        });
  }

  private static void agree(ModelProgram model) {
    Map<String, float[]> expected = run(new TorchBackend(), model);
    for (Backend backend : List.of(new CpuBackend(), new ScriptBackend())) {
      run(backend, model)
          .forEach(
              (output, values) -> {
                double distance = Closeness.relative(doubles(expected.get(output)), values);
                assertTrue(
                    distance <= BOUND, output + " on " + backend.id() + " is off by " + distance);
              });
    }
  }

  private static Map<String, float[]> run(Backend backend, ModelProgram model) {
    return BackendCheck.run(backend, CompileOptions.DEFAULT, model.program(), model.fed());
  }

  private static double[] doubles(float[] values) {
    return PlainOps.array(Shape.of(values.length), values).values();
  }
}
