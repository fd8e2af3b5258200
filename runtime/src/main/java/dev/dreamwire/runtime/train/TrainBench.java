package dev.dreamwire.runtime.train;

import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.diffusion.Prediction;
import dev.dreamwire.runtime.model.DiffusionForcingLoss;
import dev.dreamwire.runtime.model.DitConfig;
import dev.dreamwire.runtime.model.SpaceTimeDit;
import dev.dreamwire.runtime.tensor.cost.Cost;
import dev.dreamwire.runtime.tensor.cost.CostOps;
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
            new DitConfig(16, 8, 8, 1, 192, 6, 6, 1, 25, 16, 10, true, Prediction.X0, false, 0),
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
   * @param f32Millis of a step, median
   * @param bf16Millis of a step with products in bfloat16, median
   */
  public record Figures(
      long parameters, int made, int through, long flop, double f32Millis, double bf16Millis) {}

  private final TrainStep.Compiler compiler;
  private final int threads;

  /**
   * @param threads for the products
   */
  public TrainBench(TrainStep.Compiler compiler, int threads) {
    this.compiler = compiler;
    this.threads = threads;
  }

  /** Takes steps of both precisions in turn, so that whatever else runs slows both alike. */
  public Figures measure(Size size, int steps) {
    DiffusionForcingLoss loss = new DiffusionForcingLoss(new SpaceTimeDit(size.config(), ""));
    Map<String, Shape> inputs = loss.inputs(size.batch(), size.window());
    Map<String, float[]> batch = batch(inputs);
    List<Double> f32 = new ArrayList<>();
    List<Double> bf16 = new ArrayList<>();
    try (TrainStep wide = compiler.compile(loss, inputs, options(false), 1);
        TrainStep narrow = compiler.compile(loss, inputs, options(true), 1)) {
      wide.step(batch, 0);
      narrow.step(batch, 0);
      for (int i = 0; i < steps; i++) {
        f32.add(millis(wide, batch));
        bf16.add(millis(narrow, batch));
      }
    }
    CostOps costs = new CostOps();
    loss.loss(costs, inputs);
    Cost total = costs.total();
    long parameters = costs.weights().stream().mapToLong(w -> w.shape().count()).sum();
    int made = size.batch() * (size.window() - 1);
    return new Figures(
        parameters, made, 2 * made, STEP_OVER_LOSS * total.flops(), median(f32), median(bf16));
  }

  private TrainStep.Options options(boolean bf16) {
    return new TrainStep.Options(0.9f, 0.95f, 0.01f, 1, 0.99f, bf16, threads);
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
