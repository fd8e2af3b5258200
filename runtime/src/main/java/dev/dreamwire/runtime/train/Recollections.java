package dev.dreamwire.runtime.train;

import dev.dreamwire.runtime.data.Episode;
import dev.dreamwire.runtime.memory.Camera;
import dev.dreamwire.runtime.memory.DeadReckoning;
import dev.dreamwire.runtime.memory.KeyFrames;
import dev.dreamwire.runtime.memory.Pose;
import dev.dreamwire.runtime.memory.PoseOffset;
import dev.dreamwire.runtime.memory.Reprojection;
import dev.dreamwire.runtime.memory.Stride;
import dev.dreamwire.runtime.world.Player;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * What the memory of play would have recalled at every frame of recorded play. Immutable and safe
 * on every thread.
 */
final class Recollections {
  /** As many as a long episode can fill. */
  private static final int CAPACITY = 4096;

  /** The strides of the built-in world, for recordings that do not say where the player was. */
  private static final Stride STRIDE = new Stride(8, 5, 0.24, 0.38, 40);

  /** A frame of recorded play. */
  private record View(LatentClips clips, ClipSet.Place place) {}

  /** Of one episode: the poses, and what each frame recalls. */
  private record Recalled(List<Pose> poses, List<List<KeyFrames.Key<View>>> keys) {}

  private final Recipe.Memory settings;
  private final Reprojection reprojection;
  private final int values;
  private final List<Recalled> episodes;

  /**
   * Replays the data.
   *
   * @param atlas of the world
   * @param window of the model
   */
  Recollections(LatentClips data, Recipe.Memory settings, AtlasViews atlas, int window) {
    this.settings = settings;
    this.reprojection = new Reprojection(
            data.latentShape(), settings.camera() == null ? Camera.UNKNOWN : settings.camera());
    this.values = (int) data.latentShape().count();
    List<KeyFrames.Key<View>> given =
        atlas.places().stream()
            .map(place -> KeyFrames.Key.given(atlas.pose(place), new View(atlas.clips(), place)))
            .toList();
    this.episodes =
        IntStream.range(0, data.episodes())
            .parallel()
            .mapToObj(e -> replay(data, e, given, window))
            .toList();
  }

  private static Recalled replay(
      LatentClips data, int number, List<KeyFrames.Key<View>> given, int window) {
    Episode episode = data.episode(number);
    List<Pose> poses = poses(episode);
    List<List<KeyFrames.Key<View>>> recalled = new ArrayList<>();
    KeyFrames<View> keys = new KeyFrames<>(given, window, CAPACITY);
    for (int i = 0; i < poses.size(); i++) {
      recalled.add(keys.recall(poses.get(i), Reprojection.VIEWS));
      keys.add(
          poses.get(i),
          i > 0 && DeadReckoning.changes(episode.actions()[i - 1]),
          new View(data, new ClipSet.Place(number, i)));
    }
    return new Recalled(poses, recalled);
  }

  private static List<Pose> poses(Episode episode) {
    if (!episode.players().isEmpty()) {
      return episode.players().stream().map(Player::pose).toList();
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
   * @param east that its place is off, blocks
   * @param south that its place is off, blocks
   */
  record Error(double noise, double east, double south) {
    /** Not at all. */
    static final Error NONE = new Error(0, 0, 0);
  }

  /** Draws how wrong a memory is; empty for a game without any. */
  Optional<Error> draw(Random random) {
    return random.nextDouble() < settings.share() ? Optional.of(error(random)) : Optional.empty();
  }

  private Error error(Random random) {
    return new Error(
        random.nextDouble() * settings.noise(),
        random.nextGaussian() * settings.wander(),
        random.nextGaussian() * settings.wander());
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
    Recalled episode = episodes.get(frame.episode());
    List<KeyFrames.Key<View>> keys = episode.keys().get(frame.frame());
    if (keys.isEmpty()) {
      return;
    }
    Pose now = episode.poses().get(frame.frame());
    reprojection.write(keys.stream().map(this::view).toList(), now, latents, latentAt);
    for (int v = latentAt; v < latentAt + values; v++) {
      // Zeros are where no view reaches.
      latents[v] += latents[v] == 0 ? 0 : (float) (error.noise() * random.nextGaussian());
    }
    Pose seen = keys.getFirst().pose();
    Pose reckoned =
        new Pose(
            seen.x() + error.east(), seen.y(), seen.z() + error.south(), seen.yaw(), seen.pitch());
    PoseOffset.write(now, reckoned, offsets, offsetAt);
  }

  private Reprojection.View view(KeyFrames.Key<View> key) {
    float[] view = new float[values];
    key.view().clips().copyLatent(key.view().place(), view, 0);
    return new Reprojection.View(view, key.pose());
  }
}
