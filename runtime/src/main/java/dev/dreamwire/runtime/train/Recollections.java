package dev.dreamwire.runtime.train;

import dev.dreamwire.runtime.data.Episode;
import dev.dreamwire.runtime.memory.DeadReckoning;
import dev.dreamwire.runtime.memory.KeyFrames;
import dev.dreamwire.runtime.memory.Pose;
import dev.dreamwire.runtime.memory.PoseOffset;
import dev.dreamwire.runtime.memory.Stride;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * What the memory of play would have recalled at every frame of recorded play. Immutable and safe
 * on every thread.
 */
final class Recollections {
  private static final int NONE = -1;

  /** As many as a long episode can fill. */
  private static final int CAPACITY = 4096;

  /** The strides of the built-in world, for recordings that do not say where the player was. */
  private static final Stride STRIDE = new Stride(8, 5, 0.24, 0.38);

  /** Of one episode: the poses, and the frame that each frame recalls. */
  private record Recalled(List<Pose> poses, int[] frames) {}

  private final LatentClips data;
  private final Recipe.Memory settings;
  private final List<Recalled> episodes;

  Recollections(LatentClips data, Recipe.Memory settings, int window) {
    this.data = data;
    this.settings = settings;
    this.episodes =
        IntStream.range(0, data.episodes()).mapToObj(e -> replay(data.episode(e), window)).toList();
  }

  private static Recalled replay(Episode episode, int window) {
    List<Pose> poses = poses(episode);
    int[] recalled = new int[poses.size()];
    KeyFrames<Integer> keys = new KeyFrames<>(window, CAPACITY);
    for (int i = 0; i < recalled.length; i++) {
      recalled[i] = keys.recall(poses.get(i)).map(KeyFrames.Key::view).orElse(NONE);
      keys.add(poses.get(i), i > 0 && DeadReckoning.changes(episode.actions()[i - 1]), i);
    }
    return new Recalled(poses, recalled);
  }

  private static List<Pose> poses(Episode episode) {
    if (!episode.players().isEmpty()) {
      return episode.players().stream()
          .map(p -> new Pose(p.x(), p.y(), p.z(), p.yaw(), p.pitch()))
          .toList();
    }
    DeadReckoning reckoning = new DeadReckoning(STRIDE);
    List<Pose> out = new ArrayList<>(List.of(reckoning.pose()));
    for (int i = 1; i < episode.frames(); i++) {
      out.add(reckoning.step(episode.actions()[i - 1]));
    }
    return out;
  }

  /**
   * Copies what the frames of a clip recall, from its second frame on; leaves zeros for those that
   * recall nothing, which are all of some clips.
   *
   * @param latents gets {@code [length−1,C,h,w]}, a little noisy, as remembered dreams are
   * @param offsets gets {@code [length−1,7]}, a little wrong, as reckoned ways are
   */
  void copy(
      ClipSet.Place at,
      int length,
      Random random,
      float[] latents,
      int latentAt,
      float[] offsets,
      int offsetAt) {
    if (random.nextDouble() >= settings.share()) {
      return;
    }
    int values = (int) data.latentShape().count();
    Recalled episode = episodes.get(at.episode());
    double noise = random.nextDouble() * settings.noise();
    double east = random.nextGaussian() * settings.wander();
    double south = random.nextGaussian() * settings.wander();
    for (int i = 0; i < length - 1; i++) {
      int frame = at.frame() + 1 + i;
      int recalled = episode.frames()[frame];
      if (recalled == NONE) {
        continue;
      }
      int to = latentAt + i * values;
      data.copyLatent(new ClipSet.Place(at.episode(), recalled), latents, to);
      for (int v = 0; v < values; v++) {
        latents[to + v] += (float) (noise * random.nextGaussian());
      }
      Pose seen = episode.poses().get(recalled);
      Pose reckoned =
          new Pose(seen.x() + east, seen.y(), seen.z() + south, seen.yaw(), seen.pitch());
      PoseOffset.write(
          episode.poses().get(frame), reckoned, offsets, offsetAt + i * PoseOffset.FEATURES);
    }
  }
}
