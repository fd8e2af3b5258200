package dev.dreamwire.runtime.memory;

import dev.dreamwire.api.tensor.Shape;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * The memory of one game: where the player is, what was seen, and what of it comes next. Used by
 * one thread.
 */
public final class GameMemory {
  private final KeyFrames<Supplier<float[]>> keys;
  private final Stride stride;
  private final Optional<Ground> ground;
  private final Reprojection reprojection;
  private DeadReckoning reckoning;
  private boolean changed;

  /**
   * What is recalled for the next frame.
   *
   * @param view as it lies in the next frame {@code [C,h,w]}
   * @param offset to where the nearest of it was seen from {@code [7]}
   * @param seen where that was seen from
   */
  public record Recalled(float[] view, float[] offset, Pose seen) {}

  /**
   * A game begins.
   *
   * @param start where; if that is not known, where the atlas looks most like the first frame
   * @param latent shape of the frames {@code [C,h,w]}
   * @param first of them
   * @throws IllegalArgumentException if the atlas is of another shape
   */
  public GameMemory(MemorySettings settings, Optional<Pose> start, Shape latent, float[] first) {
    Optional<Atlas> known = settings.atlas();
    known.ifPresent(atlas -> requireFits(atlas, latent));
    Pose begins =
        start.or(() -> known.map(atlas -> atlas.whereLike(first))).orElse(Pose.ORIGIN);
    this.keys =
        new KeyFrames<>(
            known.map(GameMemory::given).orElse(List.of()), settings.age(), settings.capacity());
    this.stride = settings.stride();
    this.ground = known.map(Atlas::ground);
    this.reprojection = new Reprojection(latent, settings.camera());
    this.reckoning = new DeadReckoning(stride, begins, ground);
  }

  private static List<KeyFrames.Key<Supplier<float[]>>> given(Atlas atlas) {
    return IntStream.range(0, atlas.size()).mapToObj(number -> given(atlas, number)).toList();
  }

  private static KeyFrames.Key<Supplier<float[]>> given(Atlas atlas, int number) {
    return KeyFrames.Key.given(atlas.poses().get(number), () -> atlas.view(number));
  }

  private static void requireFits(Atlas atlas, Shape latent) {
    if (!atlas.latent().equals(latent)) {
      throw new IllegalArgumentException(
          "the atlas holds views of shape "
              + atlas.latent()
              + ", the frames have "
              + latent
              + ": choose the atlas that was made with this autoencoder");
    }
  }

  /** Corrects where the player is, where something knows better. */
  public void correct(Pose pose) {
    reckoning = new DeadReckoning(stride, pose, ground);
  }

  /**
   * A frame was made.
   *
   * @param frame {@code [C,h,w]}; not to be written to any more
   */
  public void see(float[] frame) {
    keys.add(reckoning.pose(), changed, () -> frame);
  }

  /**
   * The player acts.
   *
   * @return where that should lead
   */
  public Pose act(float[] action) {
    changed = DeadReckoning.changes(action);
    return reckoning.step(action);
  }

  /** What is recalled for where the player is. */
  public Optional<Recalled> recall() {
    Pose now = reckoning.pose();
    List<KeyFrames.Key<Supplier<float[]>>> found = keys.recall(now, Reprojection.VIEWS);
    return found.isEmpty() ? Optional.empty() : Optional.of(recalled(found, now));
  }

  private Recalled recalled(List<KeyFrames.Key<Supplier<float[]>>> found, Pose now) {
    float[] view = new float[Math.toIntExact(reprojection.latent().count())];
    float[] offset = new float[PoseOffset.FEATURES];
    reprojection.write(
        found.stream()
            .map(key -> new Reprojection.View(key.view().get(), key.pose()))
            .toList(),
        now,
        view,
        0);
    Pose nearest = found.getFirst().pose();
    PoseOffset.write(now, nearest, offset, 0);
    return new Recalled(view, offset, nearest);
  }

  /** What is held. */
  public MemoryMap map(Optional<Recalled> recalled) {
    return new MemoryMap(
        reckoning.pose(), keys.known(), keys.poses(), recalled.map(Recalled::seen));
  }
}
