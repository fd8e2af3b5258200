package dev.dreamwire.runtime.train;

import dev.dreamwire.api.tensor.Ops;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.backend.Backend;
import dev.dreamwire.runtime.backend.CompileOptions;
import dev.dreamwire.runtime.backend.Executable;
import dev.dreamwire.runtime.backend.Program;
import dev.dreamwire.runtime.diffusion.DiffusionSampler;
import dev.dreamwire.runtime.diffusion.NoiseSchedule;
import dev.dreamwire.runtime.diffusion.Prediction;
import dev.dreamwire.runtime.model.UNetConfig;
import dev.dreamwire.runtime.model.UNetDenoiser;
import dev.dreamwire.runtime.tensor.TensorFunction;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/**
 * Makes frames with a U-Net where no game is played, for pictures of a model in training. Used by
 * one thread; holds native memory.
 */
final class UNetDreamer implements AutoCloseable {
  private final UNetConfig config;
  private final Executable program;

  /** Compiles the making of a frame in so many steps. */
  UNetDreamer(
      UNetDenoiser denoiser,
      NoiseSchedule schedule,
      int steps,
      Backend backend,
      CompileOptions options) {
    this.config = denoiser.unet().config();
    double[] timesteps = schedule.timesteps(steps);
    Map<String, Shape> inputs = new LinkedHashMap<>();
    inputs.put("past", config.frameShape().with(0, pastChannels()).prepend(1));
    inputs.put("actions", Shape.of(1, config.past(), config.actions()));
    inputs.put("noise", config.frameShape());
    TensorFunction body =
        new TensorFunction() {
          @Override
          public <T> Map<String, T> apply(Ops<T> ops, Map<String, T> in) {
            T pastLevel = config.noisyPast() ? ops.constant(Shape.of(1), 0) : null;
            T frame =
                DiffusionSampler.DDIM.sample(
                    ops,
                    schedule,
                    Prediction.X0,
                    timesteps,
                    in.get("noise"),
                    (step, x) ->
                        denoiser.clean(
                            ops,
                            x,
                            in.get("past"),
                            pastLevel,
                            in.get("actions"),
                            schedule,
                            timesteps[step]),
                    (step, x, x0) -> {});
            return Map.of("frame", frame);
          }
        };
    this.program = backend.compile(new Program("frame", inputs, body, denoiser.weights()), options);
  }

  private long pastChannels() {
    return (long) config.past() * config.channels();
  }

  /**
   * Dreams on from the first frames of a clip.
   *
   * @param truth {@code [N,C,h,w]}, of which the first are the past
   * @param actions that lead into each frame {@code [N,A]}
   * @return {@code [N,C,h,w]}: the past and then what was dreamed
   */
  float[] dream(float[] truth, float[] actions, Random random) {
    int values = (int) config.frameShape().count();
    int past = config.past();
    float[] dream = truth.clone();
    for (int f = past; f < truth.length / values; f++) {
      program.input("past").put(0, dream, (f - past) * values, past * values);
      program
          .input("actions")
          .put(0, actions, (f - past + 1) * config.actions(), past * config.actions());
      program.input("noise").put(0, Gaussian.fill(random, values));
      program.run();
      program.output("frame").get(0, dream, f * values, values);
    }
    return dream;
  }

  @Override
  public void close() {
    program.close();
  }
}
