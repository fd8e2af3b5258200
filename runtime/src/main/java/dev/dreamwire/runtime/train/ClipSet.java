package dev.dreamwire.runtime.train;

import dev.dreamwire.runtime.data.Episode;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Recorded play held in memory, and where to cut it. Immutable and safe on every thread as long as
 * nobody writes to the episodes' arrays.
 */
public final class ClipSet {
  /**
   * A picture's place.
   *
   * @param episode counted from 0
   * @param frame within it
   */
  record Place(int episode, int frame) {}

  private final int width;
  private final int height;
  private final List<Episode> episodes;

  /**
   * Number of the first frame of each episode among all frames, and after the last one their sum.
   */
  private final int[] starts;

  /**
   * Episodes of one picture size.
   *
   * @throws TrainingException if there is none, or an episode has another size
   */
  public ClipSet(int width, int height, List<Episode> episodes) {
    this.width = width;
    this.height = height;
    this.episodes = List.copyOf(episodes);
    this.starts = new int[episodes.size() + 1];
    if (episodes.isEmpty()) {
      throw TrainingException.of(null, "error.noEpisode");
    }
    for (int e = 0; e < episodes.size(); e++) {
      Episode episode = episodes.get(e);
      if (episode.width() != width || episode.height() != height) {
        throw TrainingException.of(
            null,
            "error.otherSize",
            episode.name(),
            episode.width(),
            episode.height(),
            width,
            height);
      }
      starts[e + 1] = starts[e] + episode.frames();
    }
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  public List<Episode> episodes() {
    return episodes;
  }

  /** All pictures of all episodes. */
  public int frameCount() {
    return starts[episodes.size()];
  }

  /** Columns of an action. */
  public int actionSize() {
    return episodes.getFirst().actions()[0].length;
  }

  /** Writes an episode's picture as {@code [3,H,W]} in −1..1 at an offset. */
  public static void toFloats(Episode episode, int frame, float[] out, int offset) {
    int pixels = episode.width() * episode.height();
    int from = frame * episode.frameBytes();
    for (int i = 0; i < pixels; i++) {
      for (int c = 0; c < 3; c++) {
        out[offset + c * pixels + i] = (episode.rgb()[from + i * 3 + c] & 0xff) / 127.5f - 1;
      }
    }
  }

  /**
   * Writes the action that led into a picture; zeros for an episode's first. In recordings a row
   * holds the action that leads out of its picture, so it is the row before.
   */
  public static void actionInto(Episode episode, int frame, float[] out, int offset) {
    int width = episode.actions()[0].length;
    if (frame == 0) {
      Arrays.fill(out, offset, offset + width, 0);
    } else {
      System.arraycopy(episode.actions()[frame - 1], 0, out, offset, width);
    }
  }

  /** A picture drawn at random, all alike. */
  Place anyFrame(Random random) {
    int n = random.nextInt(frameCount());
    int found = Arrays.binarySearch(starts, n);
    int episode = found >= 0 ? found : -found - 2;
    return new Place(episode, n - starts[episode]);
  }

  /** Where a clip of {@code length} pictures begins, drawn at random. */
  Place anyClip(Random random, int length) {
    while (true) {
      Place place = anyFrame(random);
      if (place.frame() + length <= episodes.get(place.episode()).frames()) {
        return place;
      }
    }
  }

  /**
   * Checks that clips can be cut.
   *
   * @throws TrainingException if every episode is shorter
   */
  void requireClips(int length) {
    if (episodes.stream().noneMatch(e -> e.frames() >= length)) {
      throw TrainingException.of(null, "error.shortEpisodes", length);
    }
  }
}
