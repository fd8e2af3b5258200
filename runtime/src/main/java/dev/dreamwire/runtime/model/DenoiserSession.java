package dev.dreamwire.runtime.model;

/**
 * The making of one frame, while its program is written: the past is fixed, the frame being made
 * goes through the denoiser once a step.
 *
 * @param <T> what a tensor is
 */
public interface DenoiserSession<T> {
  /**
   * One pass. Steps must be asked for in order, from 0.
   *
   * @param step index into the timesteps that the session was opened with
   * @param x the noisy frame {@code [C,h,w]}
   * @return what the model predicts about it {@code [C,h,w]}
   */
  T predict(int step, T x);
}
