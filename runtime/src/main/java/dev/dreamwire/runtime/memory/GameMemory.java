package dev.dreamwire.runtime.memory;

import dev.dreamwire.api.tensor.Shape;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The memory of one game: where the player is, what was seen, and what of it comes next. What the
 * atlas shows is trusted but for where the player dug or built; what it does not show, the game's
 * own frames do. Used by one thread.
 */
public final class GameMemory {
  /** Views of the atlas that may be put together. */
  static final int CANDIDATES = 150;

  /** Own frames that may be put together. */
  private static final int OWN = 12;

  /** Frames until a dream has made up its mind about what was dug or placed. */
  private static final int SETTLED = 16;

  private final Optional<Atlas> atlas;
  private final Optional<AtlasReader> reader;
  private final Palette palette;
  private final Camera camera;
  private final KeyFrames own;
  private final DeadReckoning reckoning;
  private final Site untouched;
  private final Handiwork handiwork;
  private final Reprojection reprojection;

  /** Where one can walk by now. */
  private Ground ground;

  /** Frames until what is seen is worth keeping. */
  private int busy;

  private Optional<View> newest = Optional.empty();

  /** The surfaces that were looked at last. */
  private Optional<Looked> last = Optional.empty();

  private record Looked(Pose from, Surfaces surfaces) {}

  /**
   * What is recalled for the next frame.
   *
   * @param sight of where the player is
   * @param carried the newest frame, moved to where the player is {@code [3,H,W]}
   * @param offset to where the nearest of it was seen from {@code [7]}
   * @param seen where that was seen from
   */
  public record Recalled(Sight sight, float[] carried, float[] offset, Pose seen) {}

  /** What is at hand of the pose where the player is. */
  private record Found(List<? extends Glimpse> world, List<View> own) {
    boolean isEmpty() {
      return world.isEmpty() && own.isEmpty();
    }

    List<View> all() {
      return Stream.concat(world.stream().limit(OWN).map(Glimpse::view), own.stream()).toList();
    }

    Pose nearest() {
      return (world.isEmpty() ? own : world).getFirst().pose();
    }
  }

  /**
   * A game begins.
   *
   * @param start where; if that is not known, where the atlas looks most like the first frame
   * @param picture shape of the frames {@code [3,H,W]}
   * @param first of them
   * @throws IllegalArgumentException if the atlas is of another shape
   */
  public GameMemory(MemorySettings settings, Optional<Pose> start, Shape picture, float[] first) {
    this.atlas = settings.atlas();
    this.reader = atlas.map(AtlasReader::new);
    this.palette = atlas.map(Atlas::palette).orElse(Palette.UNKNOWN);
    this.camera = settings.camera();
    atlas.ifPresent(known -> requireFits(known, picture));
    Pose begins = start.or(() -> atlas.map(known -> known.whereLike(first))).orElse(Pose.ORIGIN);
    this.own = new KeyFrames(settings.age(), settings.capacity());
    this.ground = atlas.map(Atlas::ground).orElse(Ground.UNKNOWN);
    this.reckoning = new DeadReckoning(settings.stride(), begins, Optional.of(ground));
    this.untouched = Site.of(built());
    this.handiwork = new Handiwork(camera, settings.stride().radius(), untouched);
    this.reprojection = new Reprojection(picture, camera);
  }

  private static void requireFits(Atlas atlas, Shape picture) {
    if (!atlas.picture().equals(picture)) {
      throw new IllegalArgumentException(
          "the atlas holds pictures of shape "
              + atlas.picture()
              + ", the frames have "
              + picture
              + ": choose the atlas that was made for this size");
    }
  }

  /** Corrects where the player is, where something knows better. */
  public void correct(Pose pose) {
    reckoning.correct(pose);
  }

  /**
   * A frame was made.
   *
   * @param frame {@code [3,H,W]}; not to be written to any more
   */
  public void see(float[] frame) {
    Pose here = reckoning.pose();
    Surfaces surfaces = surfaces(here);
    View view = new View(here, frame, surfaces.nearness());
    newest = Optional.of(view);
    if (busy > 0 || !isNews(here, surfaces)) {
      busy = Math.max(0, busy - 1);
      own.pass();
    } else {
      own.add(view);
    }
  }

  /** Whether the atlas does not show what is seen from a pose, or not as it is now. */
  private boolean isNews(Pose here, Surfaces surfaces) {
    return surfaces.areMade() || reader.filter(known -> known.shows(here)).isEmpty();
  }

  private Blocks built() {
    boolean seeing = camera.fieldOfView() > 0;
    return atlas.filter(known -> seeing).map(Atlas::blocks).orElse(Blocks.UNKNOWN);
  }

  private Surfaces surfaces(Pose here) {
    return last.filter(looked -> looked.from().equals(here))
        .map(Looked::surfaces)
        .orElseGet(() -> surfaces(find(here), here));
  }

  /** The surfaces that a pose sees. */
  private Surfaces surfaces(Found found, Pose pose) {
    Site site = handiwork.site();
    return site.now().isEmpty()
        ? reprojection.surfaces(found.all(), pose)
        : reprojection.surfaces(site, pose);
  }

  /**
   * The player acts.
   *
   * @return where that should lead
   */
  public Pose act(float[] action) {
    if (DeadReckoning.changes(action)) {
      busy = SETTLED;
    }
    Pose before = reckoning.pose();
    Pose now = reckoning.step(action);
    handiwork
        .step(now, action)
        .ifPresent(
            block -> {
              own.forget(before);
              ground = ground.with(block.x(), block.z(), floor(block));
              reckoning.over(ground);
            });
    return now;
  }

  private double floor(Block changed) {
    return handiwork.site().now().floor(changed.x(), changed.z(), camera.eyes() + Handiwork.HEAD);
  }

  /** What is recalled for where the player is. */
  public Optional<Recalled> recall() {
    Pose now = reckoning.pose();
    Found found = find(now);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    float[] offset = new float[PoseOffset.FEATURES];
    PoseOffset.write(now, found.nearest(), offset, 0);
    Surfaces surfaces = surfaces(found, now);
    last = Optional.of(new Looked(now, surfaces));
    Remembered known = reprojection.look(surfaces, found.world(), found.own(), now);
    if (surfaces.areMade()) {
      known.paint(palette, reprojection.before(surfaces, untouched, found.world(), now));
    }
    boolean exact = !handiwork.site().now().isEmpty();
    float[] carried =
        newest
            .map(view -> reprojection.carry(view, known, now, exact))
            .orElseGet(() -> known.sight().picture().clone());
    return Optional.of(new Recalled(known.sight(), carried, offset, found.nearest()));
  }

  private Found find(Pose pose) {
    return new Found(
        reader
            .<List<? extends Glimpse>>map(known -> known.around(pose, CANDIDATES))
            .orElse(List.of()),
        own.recall(pose, OWN));
  }

  /** What is held. */
  public MemoryMap map(Optional<Recalled> recalled) {
    return new MemoryMap(
        reckoning.pose(),
        atlas.map(Atlas::poses).orElse(List.of()),
        own.poses(),
        recalled.map(Recalled::seen),
        recalled.map(found -> found.sight().share()).orElse(0.0));
  }
}
