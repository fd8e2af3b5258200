package dev.dreamwire.runtime.memory;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Which frames of a game are worth keeping, and which of them shows most of what is looked at now:
 * the nearest by pose (WorldMem, Xiao et al. 2025, retrieves by the field of view). Of views that
 * are nearly the same the first is kept, since a dream's first look at a place is the one with the
 * fewest errors. Where it was given views of the world before the game began, it trusts these and
 * keeps none of its own. One game; used by one thread.
 *
 * @param <V> what is kept of a frame
 */
public final class KeyFrames<V> {
  /** Views nearer than this to a kept one add nothing. */
  private static final double SPACING = 0.1;

  /** Degrees; views that are turned by more share nothing. */
  private static final double TURNED = 80;

  /** Views farther than this show too little of what is looked at. */
  private static final double REACH = 1.5;

  /**
   * A kept frame.
   *
   * @param number of the frame, counted from 0; −1 for one that was given
   * @param pose that it was seen from
   * @param view what was seen
   */
  public record Key<V>(long number, Pose pose, V view) {
    /** A view that was there before the game. */
    public static <V> Key<V> given(Pose pose, V view) {
      return new Key<>(-1, pose, view);
    }
  }

  private final List<Key<V>> given;
  private final int age;
  private final int capacity;
  private final Deque<Key<V>> young = new ArrayDeque<>();
  private final List<Key<V>> keys = new ArrayList<>();

  /** Those of the given ones that still hold. */
  private List<Key<V>> known;

  private List<Pose> knownPoses;

  private long frames;

  /**
   * Nothing kept yet.
   *
   * @param given views from before the game; empty for none
   * @param age frames until one can be recalled: what is newer, the context window shows
   * @param capacity most frames of the game kept; the oldest goes first
   */
  public KeyFrames(List<Key<V>> given, int age, int capacity) {
    this.given = List.copyOf(given);
    know(this.given);
    this.age = age;
    this.capacity = capacity;
  }

  /**
   * A frame was made.
   *
   * @param changes whether the player was changing what is there: views from about here are then
   *     forgotten, so that the world as it was does not come back
   */
  public void add(Pose pose, boolean changes, V view) {
    if (changes) {
      keys.removeIf(key -> distance(key, pose) < REACH);
      young.removeIf(key -> distance(key, pose) < REACH);
      know(known.stream().filter(key -> distance(key, pose) >= REACH).toList());
    } else {
      young.add(new Key<>(frames, pose, view));
    }
    frames++;
    while (!young.isEmpty() && young.peek().number() + age <= frames) {
      keep(young.remove());
    }
  }

  private void know(List<Key<V>> views) {
    known = views;
    knownPoses = views.stream().map(Key::pose).toList();
  }

  private void keep(Key<V> key) {
    if (isNew(known, key.pose(), REACH) && isNew(keys, key.pose(), SPACING)) {
      keys.add(key);
      if (keys.size() > capacity) {
        keys.removeFirst();
      }
    }
  }

  private static double distance(Key<?> key, Pose pose) {
    return Math.abs(pose.turnTo(key.pose())) > TURNED
        ? Double.POSITIVE_INFINITY
        : key.pose().distance(pose);
  }

  private static <V> boolean isNew(List<Key<V>> keys, Pose pose, double within) {
    return keys.stream().noneMatch(key -> distance(key, pose) < within);
  }

  /**
   * The frames, kept or given, that show most of what is seen from a pose: the nearest first.
   *
   * @param most of them
   */
  public List<Key<V>> recall(Pose pose, int most) {
    List<Near<V>> nearest = new ArrayList<>();
    collect(keys, pose, most, nearest);
    collect(known, pose, most, nearest);
    return nearest.stream().map(Near::key).toList();
  }

  /** A key and how far away it is. */
  private record Near<V>(Key<V> key, double distance) {}

  /** Adds what is nearer than the farthest of the nearest so far, which then makes room. */
  private static <V> void collect(
      List<Key<V>> keys, Pose pose, int most, List<Near<V>> nearest) {
    for (Key<V> key : keys) {
      double distance = distance(key, pose);
      double farthest = nearest.size() < most ? REACH : nearest.getLast().distance();
      if (distance < farthest) {
        int at = nearest.size();
        while (at > 0 && nearest.get(at - 1).distance() > distance) {
          at--;
        }
        nearest.add(at, new Near<>(key, distance));
        if (nearest.size() > most) {
          nearest.removeLast();
        }
      }
    }
  }

  /** Forgets all but what was given: another game begins. */
  public void clear() {
    young.clear();
    keys.clear();
    know(given);
    frames = 0;
  }

  /** Where the given views that still hold were seen from. */
  public List<Pose> known() {
    return knownPoses;
  }

  /** Where the kept frames were seen from, oldest first. */
  public List<Pose> poses() {
    return keys.stream().map(Key::pose).toList();
  }
}
