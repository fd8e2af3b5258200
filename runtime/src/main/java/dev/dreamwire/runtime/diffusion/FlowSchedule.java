package dev.dreamwire.runtime.diffusion;

import dev.dreamwire.api.tensor.Ops;

/** The straight line from data to noise: {@code α = 1 − t/1000, σ = t/1000} (Liu et al. 2022). */
public record FlowSchedule() implements NoiseSchedule {
  @Override
  public double alpha(double timestep) {
    return 1 - timestep / TIMESTEPS;
  }

  @Override
  public double sigma(double timestep) {
    return timestep / TIMESTEPS;
  }

  @Override
  public <T> T alpha(Ops<T> ops, T timestep) {
    return ops.add(ops.neg(sigma(ops, timestep)), 1);
  }

  @Override
  public <T> T sigma(Ops<T> ops, T timestep) {
    return ops.mul(timestep, 1f / TIMESTEPS);
  }

  @Override
  public double[] timesteps(int steps) {
    double[] out = new double[steps];
    for (int i = 0; i < steps; i++) {
      out[i] = TIMESTEPS * (1 - (double) i / steps);
    }
    return out;
  }
}
