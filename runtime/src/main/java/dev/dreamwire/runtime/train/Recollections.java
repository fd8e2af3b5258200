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
   * @param episodes half floats of each: for every frame what it recalls and the frame before
   *     carried to it {@code [T,2,C,h,w]}, and behind them where the first was seen from {@code
   *     [T,7]}, zeros for frames that recall nothing
   */
  Recollections(Recipe.Memory settings, int values, List<short[]> episodes) {
    this.settings = settings;
    this.values = values;
    this.episodes = List.copyOf(episodes);
  }

  /**
   * Copies what the frames of a clip recall, from its second frame on; leaves zeros for those that
   * recall nothing, which are all of some clips. What is recalled is a little noisy, as remembered
   * dreams are.
   */
  void copy(ClipSet.Place at, Random random, ClipBatch out, int clip) {
    Optional<Error> error = draw(settings, random);
    for (int i = 0; error.isPresent() && i < out.frames() - 1; i++) {
      recall(at.episode(), at.frame() + 1 + i, error.get(), random, out, clip, i);
    }
  }

  /**
   * How wrong a memory is.
   *
   * @param noise standard deviation of the noise on what is recalled
   */
  record Error(double noise) {
    /** Adds it to some values. */
    void add(Random random, float[] latents, int from, int count) {
      for (int v = from; v < from + count; v++) {
        latents[v] += (float) (noise * random.nextGaussian());
      }
    }
  }

  /** Draws how wrong a memory is; empty for a game without any. */
  static Optional<Error> draw(Recipe.Memory settings, Random random) {
    return random.nextDouble() < settings.share()
        ? Optional.of(new Error(random.nextDouble() * settings.noise()))
        : Optional.empty();
  }

  private void recall(
      int episode, int frame, Error error, Random random, ClipBatch out, int clip, int i) {
    short[] from = episodes.get(episode);
    int frames = from.length / (2 * values + PoseOffset.FEATURES);
    int seenAt = 2 * frames * values + frame * PoseOffset.FEATURES;
    if (from[seenAt] == 0) {
      return;
    }
    int to = out.contextAt(clip, i);
    Halves.copy(from, 2 * frame * values, out.recalled(), to, values);
    error.add(random, out.recalled(), to, values);
    Halves.copy(from, (2 * frame + 1) * values, out.carried(), to, values);
    Halves.copy(from, seenAt, out.offsets(), out.offsetAt(clip, i), PoseOffset.FEATURES);
  }
}
