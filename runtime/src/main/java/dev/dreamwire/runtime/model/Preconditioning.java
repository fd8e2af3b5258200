package dev.dreamwire.runtime.model;

/**
 * What stands between a denoiser's network {@code F} and the clean frame: with {@code x = α·x0 +
 * σ·ε} the frame is {@code x0 = skip·x + out·F(in·x)}.
 */
public enum Preconditioning {
  /**
   * Input, output and target of the network have variance 1 at every level (Karras et al. 2022,
   * table 1); for α = 1.
   */
  EDM {
    @Override
    public Scales scales(double alpha, double sigma, double timestep) {
      double total = sigma * sigma + DATA * DATA;
      return new Scales(
          1 / Math.sqrt(total),
          DATA * DATA / total,
          sigma * DATA / Math.sqrt(total),
          Math.log(sigma) / 4);
    }
  },

  /** The network says {@code v = α·ε − σ·x0} (Salimans &amp; Ho 2022); for α² + σ² = 1. */
  VELOCITY {
    @Override
    public Scales scales(double alpha, double sigma, double timestep) {
      return new Scales(1, alpha, -sigma, timestep / 1000);
    }
  };

  /** Standard deviation of the data that EDM assumes. */
  static final double DATA = 0.5;

  /**
   * The scales at one level of noise.
   *
   * @param in factor of the network's input
   * @param skip factor of the noisy frame
   * @param out factor of what the network says
   * @param level what the network is told about the noise
   */
  public record Scales(double in, double skip, double out, double level) {
    /** The clean frame's factor in what the network should say: {@code (1 − skip·α)/out}. */
    public double targetFrame(double alpha) {
      return (1 - skip * alpha) / out;
    }

    /** The noise's factor in what the network should say: {@code −skip·σ/out}. */
    public double targetNoise(double sigma) {
      return -skip * sigma / out;
    }
  }

  /**
   * The scales at a level.
   *
   * @param alpha share of the clean frame
   * @param sigma share of the noise, more than 0
   * @param timestep 0..1000
   */
  public abstract Scales scales(double alpha, double sigma, double timestep);
}
