package dev.dreamwire.runtime.diffusion;

import dev.dreamwire.api.tensor.Ops;

/**
 * What a denoiser predicts about {@code x_t = α·x0 + σ·ε}, and what follows from it. All four say
 * the same thing; they differ in what the network finds easy.
 */
public enum Prediction {
  /** The noise ε (Ho et al. 2020). */
  EPS,
  /** {@code v = α·ε − σ·x0} (Salimans &amp; Ho 2022, where α² + σ² = 1). */
  V,
  /** The clean frame x0. */
  X0,
  /** The flow {@code u = ε − x0} (Lipman et al. 2022; Liu et al. 2022). */
  FLOW;

  /** What the network is trained to say. */
  public <T> T target(Ops<T> ops, T x0, T eps, T alpha, T sigma) {
    return switch (this) {
      case EPS -> eps;
      case V -> ops.sub(ops.mul(eps, alpha), ops.mul(x0, sigma));
      case X0 -> x0;
      case FLOW -> ops.sub(eps, x0);
    };
  }

  /** The clean frame that a prediction stands for. */
  public <T> T x0(Ops<T> ops, T xt, T said, float alpha, float sigma) {
    return switch (this) {
      case EPS -> ops.mul(ops.sub(xt, ops.mul(said, sigma)), 1 / alpha);
      case V -> {
        float norm = alpha * alpha + sigma * sigma;
        yield ops.sub(ops.mul(xt, alpha / norm), ops.mul(said, sigma / norm));
      }
      case X0 -> said;
      case FLOW -> ops.mul(ops.sub(xt, ops.mul(said, sigma)), 1 / (alpha + sigma));
    };
  }
}
