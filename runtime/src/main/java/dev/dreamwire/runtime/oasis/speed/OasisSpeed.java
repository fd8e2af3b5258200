package dev.dreamwire.runtime.oasis.speed;

import dev.dreamwire.api.tensor.Ops;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.backend.Backend;
import dev.dreamwire.runtime.backend.CompileOptions;
import dev.dreamwire.runtime.backend.Executable;
import dev.dreamwire.runtime.backend.GemmCeiling;
import dev.dreamwire.runtime.backend.Program;
import dev.dreamwire.runtime.model.DitDenoiser;
import dev.dreamwire.runtime.model.ModelWeights;
import dev.dreamwire.runtime.model.SpaceTimeDit;
import dev.dreamwire.runtime.model.VitAutoencoder;
import dev.dreamwire.runtime.oasis.HashTensors;
import dev.dreamwire.runtime.oasis.ReferenceConfig;
import dev.dreamwire.runtime.rollout.LatentRollout;
import dev.dreamwire.runtime.tensor.Precision;
import dev.dreamwire.runtime.tensor.TensorFunction;
import dev.dreamwire.runtime.tensor.Weights;
import dev.dreamwire.runtime.tensor.cost.CostOps;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Times the parts of a streamed frame: a denoising step on one frame with the window's keys and
 * values kept, committing the frame before (in the same pass as the first step), encoding and
 * decoding a picture; and one pass over the whole window, which is what a step costs without kept
 * keys and values. Weights are regenerated from their names. Blocks its thread; one thread.
 */
public final class OasisSpeed {
  private static final String SEED = "F:";
  private static final double CONTEXT_TIMESTEP = 14;
  private static final int FEW_STEPS = 1;
  private static final int MORE_STEPS = 3;
  private static final float VARIANCE_ONE = (float) Math.sqrt(3);

  /**
   * One part.
   *
   * @param name {@code step}, {@code commit}, {@code encode}, {@code decode} or {@code window}
   * @param flops operations
   * @param seconds of the fastest run
   * @param error of its output against f32, relative in L2; 0 for f32 itself, NaN if not compared
   */
  public record Part(String name, long flops, double seconds, double error) {
    /** Operations a second, in units of 10⁹. */
    public double gigaflops() {
      return flops / seconds / 1e9;
    }
  }

  /**
   * All parts in a precision.
   *
   * @param ceiling of this machine's matrix products in that precision, GFLOP/s
   * @param firstStart seconds until the program of a frame could run, when it was compiled anew
   * @param laterStart the same when the backend had kept it
   */
  public record Speed(
      Precision precision, double ceiling, double firstStart, double laterStart, List<Part> parts) {
    /** A part by its name. */
    public Part part(String name) {
      return parts.stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
    }
  }

  private final ReferenceConfig config;
  private final Backend backend;
  private final int threads;
  private final int runs;
  private final Map<String, float[]> exact = new LinkedHashMap<>();

  /**
   * A measurement.
   *
   * @param runs of each part; the fastest counts
   */
  public OasisSpeed(ReferenceConfig config, Backend backend, int threads, int runs) {
    this.config = config;
    this.backend = backend;
    this.threads = threads;
    this.runs = runs;
  }

  /**
   * Measures one precision after another.
   *
   * @param begun told what is measured next, for people who wait
   */
  public List<Speed> measure(List<Precision> precisions, Consumer<String> begun) {
    List<Speed> out = new ArrayList<>();
    for (Precision precision : precisions) {
      CompileOptions options = new CompileOptions(precision, threads, false);
      String name = precision.name().toLowerCase(java.util.Locale.ROOT);
      begun.accept(name + " ceiling");
      double ceiling = new GemmCeiling(backend).highest(options);
      List<Part> parts = new ArrayList<>();
      begun.accept(name + " frames");
      double[] starts = frames(options, parts);
      begun.accept(name + " pictures");
      pictures(options, parts);
      if (precision == Precision.F32) {
        begun.accept(name + " window");
        parts.add(window(options));
      }
      out.add(new Speed(precision, ceiling, starts[0], starts[1], parts));
    }
    return out;
  }

  /** Times a frame; returns the seconds of the first start and of a later one. */
  private double[] frames(CompileOptions options, List<Part> parts) {
    SpaceTimeDit dit = new SpaceTimeDit(config.dit(), "");
    DitDenoiser denoiser =
        new DitDenoiser(dit, HashTensors.weights(SEED + "dit.", ModelWeights.of(dit)));
    double firstStart = start(denoiser, options);
    double laterStart = start(denoiser, options);
    Frame few = frame(denoiser, FEW_STEPS, options);
    Frame more = frame(denoiser, MORE_STEPS, options);
    double seconds = (more.seconds() - few.seconds()) / (MORE_STEPS - FEW_STEPS);
    long flops = (more.flops() - few.flops()) / (MORE_STEPS - FEW_STEPS);
    parts.add(new Part("step", flops, seconds, error(options, "step", few.made())));
    parts.add(
        new Part(
            "commit", few.flops() - flops, Math.max(1e-9, few.seconds() - seconds), Double.NaN));
    return new double[] {firstStart, laterStart};
  }

  private double start(DitDenoiser denoiser, CompileOptions options) {
    long begin = System.nanoTime();
    rollout(denoiser, MORE_STEPS, options).close();
    return (System.nanoTime() - begin) / 1e9;
  }

  private LatentRollout rollout(DitDenoiser denoiser, int steps, CompileOptions options) {
    return new LatentRollout(denoiser, 1, steps, CONTEXT_TIMESTEP, backend, options);
  }

  /** A frame made of noise in some steps. */
  private record Frame(long flops, double seconds, float[] made) {}

  private Frame frame(DitDenoiser denoiser, int steps, CompileOptions options) {
    int values = (int) denoiser.latentShape().count();
    float[] latent = HashTensors.input(SEED + "in.speed.x", values, VARIANCE_ONE);
    float[] noise = HashTensors.input(SEED + "in.speed.noise", values, VARIANCE_ONE);
    float[] action = HashTensors.actions(SEED + "in.speed.action", 1);
    try (LatentRollout rollout = rollout(denoiser, steps, options)) {
      float[] first = rollout.next(latent, action, action, noise, noise);
      List<Double> seconds = new ArrayList<>();
      for (int i = 0; i < runs; i++) {
        long begin = System.nanoTime();
        rollout.next(latent, action, action, noise, noise);
        seconds.add((System.nanoTime() - begin) / 1e9);
      }
      return new Frame(rollout.cost().flops(), fastest(seconds), first);
    }
  }

  private void pictures(CompileOptions options, List<Part> parts) {
    VitAutoencoder vae = new VitAutoencoder(config.vae(), "");
    Weights weights = HashTensors.weights(SEED + "vae.", ModelWeights.of(vae));
    parts.add(
        run(
            "encode",
            Map.of("x", config.vae().imageShape().prepend(1)),
            new TensorFunction() {
              @Override
              public <T> Map<String, T> apply(Ops<T> ops, Map<String, T> in) {
                return Map.of("out", vae.encode(ops, in.get("x")));
              }
            },
            weights,
            options));
    parts.add(
        run(
            "decode",
            Map.of("x", config.vae().latentShape().prepend(1)),
            new TensorFunction() {
              @Override
              public <T> Map<String, T> apply(Ops<T> ops, Map<String, T> in) {
                return Map.of("out", vae.decode(ops, in.get("x")));
              }
            },
            weights,
            options));
  }

  private Part window(CompileOptions options) {
    SpaceTimeDit dit = new SpaceTimeDit(config.dit(), "");
    int window = config.dit().window();
    return run(
        "window",
        Map.of(
            "x", config.dit().latentShape().prepend(1, window),
            "t", Shape.of(1, window),
            "actions", Shape.of(1, window, config.dit().actions())),
        new TensorFunction() {
          @Override
          public <T> Map<String, T> apply(Ops<T> ops, Map<String, T> in) {
            return Map.of("out", dit.forward(ops, in.get("x"), in.get("t"), in.get("actions")));
          }
        },
        HashTensors.weights(SEED + "dit.", ModelWeights.of(dit)),
        options);
  }

  private Part run(
      String name,
      Map<String, Shape> inputs,
      TensorFunction body,
      Weights weights,
      CompileOptions options) {
    CostOps costs = new CostOps();
    body.apply(costs, inputs);
    try (Executable program = backend.compile(new Program(name, inputs, body, weights), options)) {
      inputs.forEach(
          (input, shape) -> {
            int count = Math.toIntExact(shape.count());
            String key = SEED + "in.speed." + name + "." + input;
            program.input(input).put(0, HashTensors.input(key, count, VARIANCE_ONE));
          });
      program.run();
      List<Double> seconds = new ArrayList<>();
      for (int i = 0; i < runs; i++) {
        long begin = System.nanoTime();
        program.run();
        seconds.add((System.nanoTime() - begin) / 1e9);
      }
      FloatBuffer out = program.output("out");
      float[] made = new float[out.capacity()];
      out.get(0, made);
      return new Part(name, costs.total().flops(), fastest(seconds), error(options, name, made));
    }
  }

  private double error(CompileOptions options, String name, float[] made) {
    if (options.precision() == Precision.F32) {
      exact.put(name, made);
    }
    float[] wanted = exact.get(name);
    if (wanted == null) {
      return Double.NaN;
    }
    double off = 0;
    double whole = 0;
    for (int i = 0; i < made.length; i++) {
      off += (made[i] - wanted[i]) * (made[i] - wanted[i]);
      whole += wanted[i] * wanted[i];
    }
    return Math.sqrt(off / whole);
  }

  /** Whatever else runs on the machine only slows. */
  private static double fastest(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
  }
}
