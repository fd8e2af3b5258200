package dev.dreamwire.runtime.diffusion;

import dev.dreamwire.api.tensor.Ops;

/** Turns noise into a frame, a step at a time. */
public enum DiffusionSampler {
  /** {@code x' = α'·x0 + σ'·ε}, without fresh noise (Song et al. 2020, eq. 12 with η = 0). */
  DDIM {
    @Override
    <T> T next(Ops<T> ops, T x, T x0, Level now, Level next) {
      // ε follows from x = α·x0 + σ·ε.
      T eps = ops.mul(ops.sub(x, ops.mul(x0, now.alpha())), 1 / now.sigma());
      return ops.add(ops.mul(x0, next.alpha()), ops.mul(eps, next.sigma()));
    }
  },

  /**
   * {@code x' = x + (t' − t)·u} along the line from data to noise (Liu et al. 2022); needs a flow
   * schedule.
   */
  EULER_FLOW {
    @Override
    <T> T next(Ops<T> ops, T x, T x0, Level now, Level next) {
      // u = ε − x0 = (x − x0)/σ where α + σ = 1.
      T u = ops.mul(ops.sub(x, x0), 1 / now.sigma());
      return ops.add(x, ops.mul(u, next.sigma() - now.sigma()));
    }
  };

  /** How much of the frame and of noise there is. */
  record Level(float alpha, float sigma) {
    static Level of(NoiseSchedule schedule, double timestep) {
      return new Level((float) schedule.alpha(timestep), (float) schedule.sigma(timestep));
    }
  }

  abstract <T> T next(Ops<T> ops, T x, T x0, Level now, Level next);

  /** Asks the denoiser. */
  public interface Denoise<T> {
    /** What the model predicts about {@code x} at the step's timestep. */
    T predict(int step, T x);
  }

  /** Is shown what happens at each step. */
  public interface Watcher<T> {
    /** The frame before the step, and the clean frame that the model sees in it. */
    void step(int step, T x, T x0);
  }

  /**
   * Samples a frame.
   *
   * @param timesteps from {@link NoiseSchedule#timesteps}
   * @param noise Gaussian with variance 1, where it starts once scaled {@code [C,h,w]}
   * @return the frame {@code [C,h,w]}
   */
  public <T> T sample(
      Ops<T> ops,
      NoiseSchedule schedule,
      Prediction prediction,
      double[] timesteps,
      T noise,
      Denoise<T> denoiser,
      Watcher<T> watcher) {
    T x = schedule.start() == 1 ? noise : ops.mul(noise, (float) schedule.start());
    for (int i = 0; i < timesteps.length; i++) {
      Level now = Level.of(schedule, timesteps[i]);
      boolean last = i == timesteps.length - 1;
      T x0 = prediction.x0(ops, x, denoiser.predict(i, x), now.alpha(), now.sigma());
      watcher.step(i, x, x0);
      x = last ? x0 : next(ops, x, x0, now, Level.of(schedule, timesteps[i + 1]));
    }
    return x;
  }
}
