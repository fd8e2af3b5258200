package dev.dreamwire.runtime.diffusion;

import dev.dreamwire.api.tensor.Ops;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.tensor.TorchRounding;
import java.util.function.DoubleUnaryOperator;

/**
 * A variance-preserving schedule over 1000 whole timesteps: {@code α = √ᾱ, σ = √(1−ᾱ)} with ᾱ the
 * running product of {@code 1 − β} (Ho et al. 2020).
 */
public final class VarianceSchedule implements NoiseSchedule {
  private final double[] betas;
  private final float[] alphasCumprod;

  private VarianceSchedule(double[] betas, float[] alphasCumprod) {
    this.betas = betas;
    this.alphasCumprod = alphasCumprod;
  }

  /**
   * The sigmoid schedule of Oasis, start −3, end 3, tau 1 (open-oasis, utils.py, {@code
   * sigmoid_beta_schedule}; Jabri et al. 2022).
   */
  public static VarianceSchedule sigmoid() {
    double first = (float) logistic(-3);
    double last = (float) logistic(3);
    return fromCumulative(t -> (last - logistic(t * 6 - 3)) / (last - first), 0.999);
  }

  /** The cosine schedule with offset 0.008 (Nichol &amp; Dhariwal 2021, eq. 17). */
  public static VarianceSchedule cosine() {
    return fromCumulative(t -> Math.pow(Math.cos((t + 0.008) / 1.008 * Math.PI / 2), 2), 0.999);
  }

  /** β from 1e-4 to 0.02 in a line (Ho et al. 2020, section 4). */
  public static VarianceSchedule linear() {
    double[] betas = new double[TIMESTEPS];
    for (int i = 0; i < TIMESTEPS; i++) {
      betas[i] = 1e-4 + (0.02 - 1e-4) * i / (TIMESTEPS - 1);
    }
    return fromBetas(betas);
  }

  private static VarianceSchedule fromCumulative(
      DoubleUnaryOperator cumulative, double largestBeta) {
    double[] betas = new double[TIMESTEPS];
    double start = cumulative.applyAsDouble(0);
    for (int i = 0; i < TIMESTEPS; i++) {
      double now = cumulative.applyAsDouble((double) i / TIMESTEPS) / start;
      double next = cumulative.applyAsDouble((i + 1.0) / TIMESTEPS) / start;
      betas[i] = Math.clamp(1 - next / now, 0, largestBeta);
    }
    return fromBetas(betas);
  }

  private static VarianceSchedule fromBetas(double[] betas) {
    float[] out = new float[betas.length];
    double product = 1;
    for (int i = 0; i < betas.length; i++) {
      product *= 1 - (float) betas[i];
      out[i] = (float) product;
    }
    return new VarianceSchedule(betas, out);
  }

  private static double logistic(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  /** β of every whole timestep 0..999, a copy; ᾱ is made from it rounded to float. */
  public double[] betas() {
    return betas.clone();
  }

  /** ᾱ at every whole timestep 0..999, a copy. */
  public float[] alphasCumprod() {
    return alphasCumprod.clone();
  }

  @Override
  public double alpha(double timestep) {
    return Math.sqrt(cumulative(timestep));
  }

  @Override
  public double sigma(double timestep) {
    return Math.sqrt(1 - cumulative(timestep));
  }

  @Override
  public <T> T alpha(Ops<T> ops, T timestep) {
    return ops.sqrt(cumulative(ops, timestep));
  }

  @Override
  public <T> T sigma(Ops<T> ops, T timestep) {
    return ops.sqrt(ops.add(ops.neg(cumulative(ops, timestep)), 1));
  }

  /**
   * {@code linspace(−1, 999, steps+1)} truncated to whole levels, without the −1 (open-oasis,
   * generate.py).
   */
  @Override
  public double[] timesteps(int steps) {
    float[] levels = levels(steps);
    double[] out = new double[steps];
    for (int i = 0; i < steps; i++) {
      out[i] = (int) levels[steps - i];
    }
    return out;
  }

  /** {@code linspace(−1, 999, steps+1)} as the reference's library rounds it, rising. */
  public static float[] levels(int steps) {
    return TorchRounding.linspace(-1, TIMESTEPS - 1, steps + 1);
  }

  private double cumulative(double timestep) {
    return alphasCumprod[(int) Math.clamp(timestep, 0, TIMESTEPS - 1)];
  }

  private <T> T cumulative(Ops<T> ops, T timestep) {
    T table = ops.constant(Shape.of(TIMESTEPS, 1), alphasCumprod);
    T rows = ops.trunc(ops.clamp(timestep, 0, TIMESTEPS - 1));
    return ops.reshape(ops.gather(table, rows), ops.shape(timestep));
  }
}
