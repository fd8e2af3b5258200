package dev.dreamwire.runtime.diffusion;

import dev.dreamwire.api.tensor.Ops;

/**
 * How much of a frame is noise at a timestep: {@code x_t = α(t)·x0 + σ(t)·ε}. Timesteps run from 0
 * (clean) to 1000 (pure noise). Immutable and safe on every thread.
 */
public sealed interface NoiseSchedule permits FlowSchedule, KarrasSchedule, VarianceSchedule {
  /** Timesteps are 0..{@value}. */
  int TIMESTEPS = 1000;

  /** Share of the clean frame. */
  double alpha(double timestep);

  /** Share of the noise. */
  double sigma(double timestep);

  /** The same for a timestep that is fed while playing. */
  <T> T alpha(Ops<T> ops, T timestep);

  /** The same for a timestep that is fed while playing. */
  <T> T sigma(Ops<T> ops, T timestep);

  /**
   * The timesteps at which a sampler of so many steps calls the denoiser, noisiest first. After the
   * last one the frame is clean.
   */
  double[] timesteps(int steps);

  /** Standard deviation of the pure noise that sampling starts from. */
  default double start() {
    return 1;
  }
}
