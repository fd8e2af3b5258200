package dev.dreamwire.runtime.oasis.verify;

/**
 * How far a tensor may be from what the reference computed.
 *
 * @param value largest error
 * @param absolute whether it is an error in the tensor's own unit; otherwise it is relative: the
 *     largest error over the largest golden value, and the norm of all errors over the golden norm
 */
public record Limit(double value, boolean absolute) {
  static final Limit EXACT = new Limit(0, true);

  /** Of pictures in 8 bits. */
  static final Limit ONE_LEVEL = new Limit(1, true);

  static final Limit SCHEDULE = new Limit(1e-6, false);
  static final Limit MODEL = new Limit(2e-5, false);
  static final Limit ROLLOUT = new Limit(5e-5, false);
  static final Limit GRADIENT = new Limit(1e-4, false);
}
