package dev.dreamwire.runtime.memory;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Which frames of a game are worth keeping, and which of them show most of what is looked at now:
 * the nearest by pose (WorldMem, Xiao et al. 2025, retrieves by the field of view). Of views that
 * are nearly the same the first is kept, since a dream's first look at a place is the one with the
 * fewest errors. One game; used by one thread.
 */
public final class KeyFrames {
  /** Views nearer than this to a kept one add nothing. */
  private static final double SPACING = 0.1;

  /** A view and when it was seen. */
  private record Key(long number, View view) {}

  private final int age;
  private final int capacity;
  private final Deque<Key> young = new ArrayDeque<>();
  private final List<View> kept = new ArrayList<>();
  private final List<Pose> poses = new ArrayList<>();
  private long frames;

  /**
   * Nothing kept yet.
   *
   * @param age frames until one can be recalled: what is newer, the context window shows
   * @param capacity most frames kept; the oldest goes first
   */
  public KeyFrames(int age, int capacity) {
    this.age = age;
    this.capacity = capacity;
  }

  /** A frame was made that is worth keeping. */
  public void add(View view) {
    young.add(new Key(frames, view));
    pass();
  }

  /** A frame was made that is not worth keeping. */
  public void pass() {
    frames++;
    while (!young.isEmpty() && young.peek().number() + age <= frames) {
      keep(young.remove().view());
    }
  }

  private void keep(View view) {
    if (poses.stream().noneMatch(pose -> Nearest.distance(pose, view.pose()) < SPACING)) {
      kept.add(view);
      poses.add(view.pose());
      if (kept.size() > capacity) {
        kept.removeFirst();
        poses.removeFirst();
      }
    }
  }

  /** Forgets what was seen from about here: it does not look like that any more. */
  public void forget(Pose here) {
    young.removeIf(key -> near(key.view(), here));
    kept.removeIf(view -> near(view, here));
    poses.clear();
    kept.forEach(view -> poses.add(view.pose()));
  }

  private static boolean near(View view, Pose here) {
    return Nearest.distance(view.pose(), here) < Nearest.REACH;
  }

  /**
   * The kept frames that show most of what is seen from a pose: the nearest first.
   *
   * @param most of them
   */
  public List<View> recall(Pose pose, int most) {
    return Nearest.of(poses, pose, Nearest.REACH, most).stream().map(kept::get).toList();
  }

  /** Where the kept frames were seen from, oldest first. */
  public List<Pose> poses() {
    return List.copyOf(poses);
  }
}
