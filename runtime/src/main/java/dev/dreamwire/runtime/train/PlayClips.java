package dev.dreamwire.runtime.train;

import dev.dreamwire.api.tensor.Shape;
import java.util.Random;

/** Recorded play that a denoiser learns from, in the form in which it makes frames. */
interface PlayClips {
  /** One frame {@code [C,h,w]}. */
  Shape latentShape();

  /** Columns of an action. */
  int actionSize();

  /** All frames of all episodes. */
  int frameCount();

  /** Where a clip begins, drawn at random. */
  ClipSet.Place place(Random random, int length);

  /**
   * Copies a clip.
   *
   * @param latents gets {@code [length,C,h,w]} from {@code latentAt} on
   * @param actions gets {@code [length,A]} from {@code actionAt} on: the action that led into each
   *     frame, zeros into an episode's first
   */
  void copy(
      ClipSet.Place at, int length, float[] latents, int latentAt, float[] actions, int actionAt);
}
