package dev.dreamwire.runtime.memory;

import dev.dreamwire.api.tensor.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The memory of one game: where the player is, what was seen, and what of it comes next. What the
 * atlas shows is trusted but for where the player dug or built; what it does not show, the game's
 * own frames do. Used by one thread.
 */
public final class GameMemory {
  /** How many views at most are put together. */
  static final int VIEWS = 12;

  /** Views of the atlas that are kept decoded. */
  private static final int DECODED = 64;

  /** Blocks that a player can reach. */
  private static final double ARM = 5;

  /** Blocks behind a face that the middle of the block lies, or before it that of a new one. */
  private static final double INTO = 0.3;

  /** Frames for which a hand may be seen that dug or placed something. */
  private static final int SWING = 6;

  /** Blocks from which a change may be seen. */
  private static final double SIGHT = 12;

  private final Optional<Atlas> atlas;
  private final Shape picture;
  private final Camera camera;
  private final KeyFrames own;
  private final DeadReckoning reckoning;
  private final Reprojection reprojection;
  private final List<Spot> changes = new ArrayList<>();
  private final Map<Integer, View> decoded =
      new LinkedHashMap<>(DECODED, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, View> eldest) {
          return size() > DECODED;
        }
      };

  /** Frames until the hand is out of sight. */
  private int busy;

  /** What was seen last, and from where. */
  private Optional<float[]> newest = Optional.empty();

  private Pose newestFrom;

  /** What was recalled last, and from where. */
  private Optional<Sight> last = Optional.empty();

  private Pose lastFrom;

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
  private record Found(List<View> world, List<View> own) {
    boolean isEmpty() {
      return world.isEmpty() && own.isEmpty();
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
    this.picture = picture;
    this.camera = settings.camera();
    atlas.ifPresent(known -> requireFits(known, picture));
    Pose begins = start.or(() -> atlas.map(known -> known.whereLike(first))).orElse(Pose.ORIGIN);
    this.own = new KeyFrames(settings.age(), settings.capacity());
    this.reckoning = new DeadReckoning(settings.stride(), begins, atlas.map(Atlas::ground));
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
    newest = Optional.of(frame);
    newestFrom = here;
    if (busy > 0 || !isNews(here)) {
      busy = Math.max(0, busy - 1);
      own.pass();
    } else {
      own.add(new View(here, frame, nearness(here)));
    }
  }

  /** Whether the atlas does not show what is seen from a pose, or not as it is now. */
  private boolean isNews(Pose here) {
    return atlas.isEmpty()
        || changes.stream().anyMatch(spot -> isBefore(spot.from(here)))
        || Nearest.of(atlas.get().poses(), here, 1).isEmpty();
  }

  private static boolean isBefore(Pose.Way way) {
    return way.ahead() > 0 && Math.hypot(way.ahead(), way.right()) < SIGHT;
  }

  private float[] nearness(Pose here) {
    if (last.isPresent() && here.equals(lastFrom)) {
      return last.get().nearness();
    }
    Found found = atlas.isEmpty() ? new Found(List.of(), List.of()) : find(here);
    return found.isEmpty()
        ? camera.guess(here, picture.size(1), picture.size(2))
        : look(found, here).nearness();
  }

  /**
   * The player acts.
   *
   * @return where that should lead
   */
  public Pose act(float[] action) {
    if (DeadReckoning.changes(action)) {
      busy = SWING;
      change(reckoning.pose(), DeadReckoning.digs(action) ? INTO : -INTO);
    }
    return reckoning.step(action);
  }

  private void change(Pose here, double behind) {
    double nearness = nearness(here)[picture.size(1) / 2 * picture.size(2) + picture.size(2) / 2];
    if (nearness > 1 / ARM) {
      own.forget(here);
      Spot spot = Spot.ahead(here, 1 / nearness + behind);
      if (changes.stream().noneMatch(other -> other.distance(spot) < Spot.RADIUS / 2)) {
        changes.add(spot);
      }
    }
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
    Sight sight = look(found, now);
    last = Optional.of(sight);
    lastFrom = now;
    float[] carried =
        newest
            .map(frame -> reprojection.carry(frame, newestFrom, sight, now))
            .orElseGet(() -> sight.picture().clone());
    return Optional.of(new Recalled(sight, carried, offset, found.nearest()));
  }

  private Found find(Pose pose) {
    return new Found(
        atlas.map(known -> known(known, pose)).orElse(List.of()), own.recall(pose, VIEWS));
  }

  private List<View> known(Atlas known, Pose pose) {
    return Nearest.of(known.poses(), pose, VIEWS).stream()
        .map(number -> decoded.computeIfAbsent(number, known::view))
        .toList();
  }

  private Sight look(Found found, Pose pose) {
    return reprojection.look(found.world(), changes, found.own(), pose);
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
