package dev.dreamwire.runtime.train;

import dev.dreamwire.runtime.memory.PoseOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * What the memory of play would have recalled at every frame of recorded play. Immutable and safe
 * on every thread.
 */
final class Recollections {
  private final Recipe.Memory settings;
  private final int values;
  private final List<short[]> episodes;

  /**
   * @param values of a latent
   * @param episodes what their frames recall, see {@link Replay#recall}
   */
  Recollections(Recipe.Memory settings, int values, List<short[]> episodes) {
    this.settings = settings;
    this.values = values;
    this.episodes = List.copyOf(episodes);
  }

  /**
   * Copies what the frames of a clip recall, from its second frame on; leaves zeros for those that
   * recall nothing, which are all of some clips.
   *
   * @param latents gets {@code [length−1,C,h,w]}, a little noisy, as remembered dreams are
   * @param offsets gets {@code [length−1,7]}
   */
  void copy(
      ClipSet.Place at,
      int length,
      Random random,
      float[] latents,
      int latentAt,
      float[] offsets,
      int offsetAt) {
    Optional<Error> error = draw(random);
    for (int i = 0; error.isPresent() && i < length - 1; i++) {
      ClipSet.Place frame = new ClipSet.Place(at.episode(), at.frame() + 1 + i);
      recall(
          frame,
          error.get(),
          random,
          latents,
          latentAt + i * values,
          offsets,
          offsetAt + i * PoseOffset.FEATURES);
    }
  }

  /**
   * How wrong a memory is.
   *
   * @param noise standard deviation of the noise on what is recalled
   */
  record Error(double noise) {
    /** Not at all. */
    static final Error NONE = new Error(0);
  }

  /** Draws how wrong a memory is; empty for a game without any. */
  Optional<Error> draw(Random random) {
    return random.nextDouble() < settings.share()
        ? Optional.of(new Error(random.nextDouble() * settings.noise()))
        : Optional.empty();
  }

  /** Copies what one frame recalls, {@code [C,h,w]} and {@code [7]}; leaves both for nothing. */
  void recall(
      ClipSet.Place frame,
      Error error,
      Random random,
      float[] latents,
      int latentAt,
      float[] offsets,
      int offsetAt) {
    short[] episode = episodes.get(frame.episode());
    int frames = episode.length / (values + PoseOffset.FEATURES);
    int seenAt = frames * values + frame.frame() * PoseOffset.FEATURES;
    if (episode[seenAt] == 0) {
      return;
    }
    Halves.copy(episode, frame.frame() * values, latents, latentAt, values);
    for (int v = latentAt; v < latentAt + values; v++) {
      latents[v] += (float) (error.noise() * random.nextGaussian());
    }
    Halves.copy(episode, seenAt, offsets, offsetAt, PoseOffset.FEATURES);
  }
}
