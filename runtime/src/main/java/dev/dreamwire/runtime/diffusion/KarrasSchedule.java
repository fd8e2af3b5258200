package dev.dreamwire.runtime.diffusion;

import dev.dreamwire.api.tensor.Ops;

/**
 * Noise that is added to a frame which stays whole: {@code α = 1, σ = (σ_min^(1/ρ) +
 * t/1000·(σ_max^(1/ρ) − σ_min^(1/ρ)))^ρ} (Karras et al. 2022, eq. 5).
 *
 * @param least σ at timestep 0, more than 0
 * @param most σ at timestep 1000
 * @param bend ρ; larger spends more steps near the clean frame
 */
public record KarrasSchedule(double least, double most, double bend) implements NoiseSchedule {
  /** The values of DIAMOND (Alonso et al. 2024). */
  public static final KarrasSchedule DIAMOND = new KarrasSchedule(2e-3, 5, 7);

  public KarrasSchedule {
    if (!(least > 0) || !(most > least) || !(bend > 0)) {
      throw new IllegalArgumentException(
          "noise from " + least + " to " + most + " with bend " + bend + " is no schedule");
    }
  }

  @Override
  public double alpha(double timestep) {
    return 1;
  }

  @Override
  public double sigma(double timestep) {
    double low = Math.pow(least, 1 / bend);
    double high = Math.pow(most, 1 / bend);
    return Math.pow(low + timestep / TIMESTEPS * (high - low), bend);
  }

  @Override
  public <T> T alpha(Ops<T> ops, T timestep) {
    return ops.add(ops.mul(timestep, 0), 1);
  }

  @Override
  public <T> T sigma(Ops<T> ops, T timestep) {
    float low = (float) Math.pow(least, 1 / bend);
    float high = (float) Math.pow(most, 1 / bend);
    T root = ops.add(ops.mul(timestep, (high - low) / TIMESTEPS), low);
    return ops.exp(ops.mul(ops.log(root), (float) bend));
  }

  @Override
  public double[] timesteps(int steps) {
    double[] out = new double[steps];
    for (int i = 0; i < steps; i++) {
      out[i] = steps == 1 ? TIMESTEPS : TIMESTEPS * (1 - (double) i / (steps - 1));
    }
    return out;
  }

  @Override
  public double start() {
    return most;
  }
}
