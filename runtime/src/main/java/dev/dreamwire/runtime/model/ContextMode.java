package dev.dreamwire.runtime.model;

/** How a denoiser looks at the past once frames have left the window. */
public enum ContextMode {
  /**
   * Keys and values of a frame are computed once and kept: one frame is computed per step. Kept
   * ones still know of frames that have left the window.
   */
  STREAMING,
  /**
   * The window is computed anew with the first step of every frame, as the reference does, so that
   * nothing outside of it counts; the other steps use what that gave.
   */
  EXACT
}
