package dev.dreamwire.runtime.train;

import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.diffusion.Prediction;
import dev.dreamwire.runtime.model.DiffusionForcingLoss;
import dev.dreamwire.runtime.model.DitConfig;
import dev.dreamwire.runtime.model.SpaceTimeDit;
import dev.dreamwire.runtime.tensor.cost.Cost;
import dev.dreamwire.runtime.tensor.cost.CostOps;
import dev.dreamwire.runtime.tensor.learn.TrainStep;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** How fast a denoiser is trained on this machine, without data. Blocks its thread; one thread. */
public final class TrainBench {
  /** A gradient takes two products for each of the loss's. */
  private static final int STEP_OVER_LOSS = 3;

  /**
   * What is trained.
   *
   * @param name for people
   * @param config of the denoiser
   * @param batch clips a step
   * @param window frames of a clip
   */
  public record Size(String name, DitConfig config, int batch, int window) {
    /** Width 192, six blocks that all look back, 64 tokens a frame, 8 clips of 16 frames. */
    public static final Size S =
        new Size(
            "S",
            new DitConfig(16, 8, 8, 1, 192, 6, 6, 1, 25, 16, 10, true, Prediction.X0, false, false),
            8,
            16);

    /** A recipe's denoiser, for pictures of a size and actions of a width. */
    public static Size of(Recipe recipe, int width, int height, int actions) {
      Shape latent = recipe.autoencoder().config(width, height).latentShape();
      Recipe.DenoiserStage stage = recipe.denoiser();
      return new Size(recipe.name(), stage.config(latent, actions), stage.batch(), stage.window());
    }
  }

  /**
   * What was measured.
   *
   * @param parameters of the denoiser
   * @param made frames of a step that are made, and so teach something
   * @param through frames of a step that go through the denoiser: those, and their context
   * @param flop operations of a step, its gradients counted as twice its loss
   * @param ways of taking the step
   */
  public record Figures(long parameters, int made, int through, long flop, List<Way> ways) {}

  /**
   * A way of taking a step.
   *
   * @param bf16 whether its products are in bfloat16
   * @param replicas that share the batch
   * @param millis of a step, median
   */
  public record Way(boolean bf16, int replicas, double millis) {}

  private final TrainStep.Compiler compiler;
  private final int threads;

  /**
   * @param threads for the products
   */
  public TrainBench(TrainStep.Compiler compiler, int threads) {
    this.compiler = compiler;
    this.threads = threads;
  }

  /** Takes steps of every way in turn, so that whatever else runs slows all alike. */
  public Figures measure(Size size, int steps) {
    DiffusionForcingLoss loss = new DiffusionForcingLoss(new SpaceTimeDit(size.config(), ""));
    Map<String, Shape> inputs = loss.inputs(size.batch(), size.window());
    List<TrainStep.Options> options = options(size.batch());
    List<TrainStep> compiled = new ArrayList<>();
    List<List<Double>> millis = new ArrayList<>();
    try {
      for (TrainStep.Options way : options) {
        compiled.add(compiler.compile(loss, inputs, way, 1));
        millis.add(new ArrayList<>());
      }
      Map<String, float[]> batch = batch(inputs);
      compiled.forEach(step -> step.step(batch, 0));
      for (int i = 0; i < steps; i++) {
        for (int way = 0; way < compiled.size(); way++) {
          millis.get(way).add(millis(compiled.get(way), batch));
        }
      }
    } finally {
      compiled.forEach(TrainStep::close);
    }
    List<Way> ways = new ArrayList<>();
    for (int i = 0; i < options.size(); i++) {
      ways.add(new Way(options.get(i).bf16(), options.get(i).replicas(), median(millis.get(i))));
    }
    CostOps costs = new CostOps();
    loss.loss(costs, inputs);
    Cost total = costs.total();
    long parameters = costs.weights().stream().mapToLong(w -> w.shape().count()).sum();
    int made = size.batch() * (size.window() - 1);
    return new Figures(parameters, made, 2 * made, STEP_OVER_LOSS * total.flops(), ways);
  }

  private List<TrainStep.Options> options(int batch) {
    List<TrainStep.Options> out = new ArrayList<>(List.of(options(false, 1), options(true, 1)));
    int replicas = TrainStep.Options.replicas(threads, batch);
    if (replicas > 1) {
      out.add(options(compiler.isFasterInBfloat16(), replicas));
    }
    return out;
  }

  private TrainStep.Options options(boolean bf16, int replicas) {
    return new TrainStep.Options(0.9f, 0.95f, 0.01f, 1, 0.99f, bf16, threads, replicas);
  }

  private static Map<String, float[]> batch(Map<String, Shape> inputs) {
    Random random = new Random(1);
    Map<String, float[]> out = new LinkedHashMap<>();
    inputs.forEach(
        (name, shape) -> {
          int count = Math.toIntExact(shape.count());
          float[] values = Gaussian.fill(random, count);
          if (name.endsWith("Timestep")) {
            Arrays.fill(values, 500);
          }
          out.put(name, values);
        });
    return out;
  }

  private static double millis(TrainStep step, Map<String, float[]> batch) {
    long begin = System.nanoTime();
    step.step(batch, 1e-4f);
    return (System.nanoTime() - begin) / 1e6;
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
  }
}
