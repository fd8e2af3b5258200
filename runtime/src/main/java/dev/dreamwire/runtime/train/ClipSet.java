package dev.dreamwire.runtime.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Recorded play held in memory: pictures as bytes and the actions between them. Immutable and safe on
 * every thread.
 */
public final class ClipSet {
  /**
   * One recording without a cut.
   *
   * @param frames RGB bytes of each picture, {@code [H,W,3]}
   * @param actions that lead from each picture to the next; as many as pictures, the last one unused
   */
  public record Episode(List<byte[]> frames, List<float[]> actions) {
    public Episode {
      frames = List.copyOf(frames);
      actions = List.copyOf(actions);
      if (frames.size() != actions.size()) {
        throw new IllegalArgumentException(frames.size() + " pictures with " + actions.size() + " actions");
      }
    }
  }

  private final int width;
  private final int height;
  private final List<Episode> episodes;
  private final List<int[]> frames = new ArrayList<>();

  /** Episodes of one picture size. */
  public ClipSet(int width, int height, List<Episode> episodes) {
    this.width = width;
    this.height = height;
    this.episodes = List.copyOf(episodes);
    for (int e = 0; e < episodes.size(); e++) {
      for (int f = 0; f < episodes.get(e).frames().size(); f++) {
        frames.add(new int[] {e, f});
      }
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
    return frames.size();
  }

  /** Writes a picture as {@code [3,H,W]} in −1..1 at an offset. */
  public static void toFloats(byte[] rgb, float[] out, int offset) {
    int pixels = rgb.length / 3;
    for (int i = 0; i < pixels; i++) {
      for (int c = 0; c < 3; c++) {
        out[offset + c * pixels + i] = (rgb[i * 3 + c] & 0xff) / 127.5f - 1;
      }
    }
  }

  /** Bytes of a picture drawn at random. */
  byte[] anyFrame(Random random) {
    int[] at = frames.get(random.nextInt(frames.size()));
    return episodes.get(at[0]).frames().get(at[1]);
  }

  /** A place where a clip of {@code length} pictures fits: episode and first picture. */
  int[] anyClip(Random random, int length) {
    while (true) {
      int[] at = frames.get(random.nextInt(frames.size()));
      if (at[1] + length <= episodes.get(at[0]).frames().size()) {
        return at;
      }
    }
  }

  /**
   * Checks that clips can be cut.
   *
   * @throws TrainingException if every episode is shorter
   */
  void requireClips(int length) {
    if (episodes.stream().noneMatch(e -> e.frames().size() >= length)) {
      throw new TrainingException(
          "no episode has " + length + " frames, as the recipe's window needs; record longer ones", null);
    }
  }
}
