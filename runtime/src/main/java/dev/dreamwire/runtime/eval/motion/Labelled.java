package dev.dreamwire.runtime.eval.motion;

import dev.dreamwire.runtime.data.Episode;

/**
 * Frames, and the true actions between them.
 *
 * @param clip the frames
 * @param play that the actions and players are from; its pictures may be others
 */
public record Labelled(GreyClip clip, Episode play) {
  /** Pictures of one episode with the actions of another of the same length. */
  public static Labelled of(Episode pictures, Episode play) {
    return new Labelled(GreyClip.of(pictures), play);
  }

  /** Steps that can be read: each has a frame before it and one after. */
  public int steps() {
    return clip.frames().size() - 2;
  }

  /** The class of the step from a frame to the next. */
  int label(Factor factor, int frame) {
    return factor.label(
        play.actions()[frame], play.players().get(frame), play.players().get(frame + 1));
  }
}
