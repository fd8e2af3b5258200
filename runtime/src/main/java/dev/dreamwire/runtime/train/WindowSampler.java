package dev.dreamwire.runtime.train;

import dev.dreamwire.api.tensor.Ops;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.backend.Backend;
import dev.dreamwire.runtime.backend.CompileOptions;
import dev.dreamwire.runtime.backend.Executable;
import dev.dreamwire.runtime.backend.Program;
import dev.dreamwire.runtime.diffusion.DiffusionSampler;
import dev.dreamwire.runtime.diffusion.FlowSchedule;
import dev.dreamwire.runtime.diffusion.NoiseSchedule;
import dev.dreamwire.runtime.memory.PoseOffset;
import dev.dreamwire.runtime.model.DitConfig;
import dev.dreamwire.runtime.model.Recall;
import dev.dreamwire.runtime.model.SpaceTimeDit;
import dev.dreamwire.runtime.tensor.TensorFunction;
import dev.dreamwire.runtime.tensor.Weights;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Samples the last frame of whole windows, recomputing all of each window: for pictures and figures
 * of a model where no game is played. Used by one thread; holds native memory.
 */
public final class WindowSampler implements AutoCloseable {
  /**
   * How a frame is sampled.
   *
   * @param schedule of the noise
   * @param method that takes it away
   * @param steps of it
   * @param contextTimestep noise level that the past gets and is said to have, 0..1000
   */
  public record Settings(
      NoiseSchedule schedule, DiffusionSampler method, int steps, double contextTimestep) {
    /** What training's own pictures are drawn with. */
    public static final Settings TRAINING =
        new Settings(new FlowSchedule(), DiffusionSampler.EULER_FLOW, 2, 50);
  }

  private final DitConfig config;
  private final Settings settings;
  private final int batch;
  private final Executable program;

  /** What the last frames are given as the ones before them; clean. */
  private final float[] carried;

  /** Compiles for {@code batch} windows at once. */
  public WindowSampler(
      SpaceTimeDit dit,
      Weights weights,
      Settings settings,
      int batch,
      Backend backend,
      CompileOptions options) {
    this.config = dit.config();
    this.settings = settings;
    this.batch = batch;
    this.carried = new float[batch * (int) config.latentShape().count()];
    int window = config.window();
    Map<String, Shape> inputs = new LinkedHashMap<>();
    inputs.put("past", config.latentShape().prepend(batch, window - 1));
    inputs.put("noise", config.latentShape().prepend(batch, 1));
    inputs.put("actions", Shape.of(batch, window, config.actions()));
    if (config.memory()) {
      inputs.put("recalled", config.latentShape().prepend(batch, 1));
      inputs.put("carried", config.latentShape().prepend(batch, 1));
      inputs.put("offset", Shape.of(batch, 1, PoseOffset.FEATURES));
    }
    TensorFunction body =
        new TensorFunction() {
          @Override
          public <T> Map<String, T> apply(Ops<T> ops, Map<String, T> in) {
            return Map.of("frame", sample(ops, dit, in));
          }
        };
    this.program = backend.compile(new Program("window", inputs, body, weights), options);
  }

  private <T> T sample(Ops<T> ops, SpaceTimeDit dit, Map<String, T> in) {
    int window = config.window();
    double[] timesteps = settings.schedule().timesteps(settings.steps());
    return settings
        .method()
        .sample(
            ops,
            settings.schedule(),
            config.prediction(),
            timesteps,
            in.get("noise"),
            (step, x) -> {
              T all = ops.concat(1, List.of(in.get("past"), x));
              T said =
                  dit.forward(
                      ops, all, levels(ops, timesteps[step]), in.get("actions"), recall(ops, in));
              return ops.slice(said, 1, window - 1, window);
            },
            (step, x, x0) -> {});
  }

  /** Frames of the past remember nothing. */
  private <T> Recall<T> recall(Ops<T> ops, Map<String, T> in) {
    return config.memory()
        ? new Recall<>(
            behindNothing(ops, in.get("recalled")),
            behindNothing(ops, in.get("carried")),
            behindNothing(ops, in.get("offset")))
        : null;
  }

  private <T> T behindNothing(Ops<T> ops, T last) {
    Shape past = ops.shape(last).with(1, config.window() - 1);
    T nothing = ops.constant(past, new float[Math.toIntExact(past.count())]);
    return ops.concat(1, List.of(nothing, last));
  }

  private <T> T levels(Ops<T> ops, double now) {
    int window = config.window();
    float[] levels = new float[batch * window];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = (float) (i % window == window - 1 ? now : settings.contextTimestep());
    }
    return ops.constant(Shape.of(batch, window), levels);
  }

  /** Windows that are sampled at once. */
  public int batch() {
    return batch;
  }

  /**
   * Sets what the last frames remember from now on; until then it is nothing. Only for a model with
   * memory.
   *
   * @param recalled {@code [B,C,h,w]}, zeros for nothing
   * @param moved the frames before as they look from where the players go {@code [B,C,h,w]}, clean
   * @param offsets {@code [B,7]}, zeros for nothing
   */
  public void remember(float[] recalled, float[] moved, float[] offsets) {
    System.arraycopy(moved, 0, carried, 0, carried.length);
    program.input("recalled").put(0, recalled);
    program.input("offset").put(0, offsets);
  }

  /**
   * Samples the last frames.
   *
   * @param past {@code [B,W−1,C,h,w]}, clean
   * @param actions that lead into each frame {@code [B,W,A]}
   * @param random of the noise
   * @return {@code [B,C,h,w]}
   */
  public float[] sample(float[] past, float[] actions, Random random) {
    float alpha = (float) settings.schedule().alpha(settings.contextTimestep());
    float sigma = (float) settings.schedule().sigma(settings.contextTimestep());
    float[] noised = new float[past.length];
    for (int i = 0; i < past.length; i++) {
      noised[i] = past[i] * alpha + (float) random.nextGaussian() * sigma;
    }
    int values = (int) config.latentShape().count();
    program.input("past").put(0, noised);
    if (config.memory()) {
      program.input("carried").put(0, asNoisy(past, noised, alpha));
    }
    program.input("noise").put(0, Gaussian.fill(random, batch * values));
    program.input("actions").put(0, actions);
    program.run();
    float[] out = new float[batch * values];
    program.output("frame").get(0, out);
    return out;
  }

  /** What is carried, with the noise that the frames got which it was. */
  private float[] asNoisy(float[] past, float[] noised, float alpha) {
    float[] out = new float[carried.length];
    int values = out.length / batch;
    int window = past.length / batch;
    for (int i = 0; i < out.length; i++) {
      int from = (i / values + 1) * window - values + i % values;
      out[i] = noised[from] + alpha * (carried[i] - past[from]);
    }
    return out;
  }

  @Override
  public void close() {
    program.close();
  }
}
