package dev.dreamwire.runtime.memory;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Which frames of a game are worth keeping, and which of them shows most of what is looked at now:
 * the nearest by pose (WorldMem, Xiao et al. 2025, retrieves by the field of view). Of views that
 * are nearly the same the first is kept, since a dream's first look at a place is the one with the
 * fewest errors. One game; used by one thread.
 *
 * @param <V> what is kept of a frame
 */
public final class KeyFrames<V> {
  /** Views nearer than this to a kept one add nothing. */
  private static final double SPACING = 0.2;

  /** Views farther than this show too little of what is looked at. */
  private static final double REACH = 1.2;

  /**
   * A kept frame.
   *
   * @param number of the frame, counted from 0
   * @param pose that it was seen from
   * @param view what was seen
   */
  public record Key<V>(long number, Pose pose, V view) {}

  private final int age;
  private final int capacity;
  private final Deque<Key<V>> young = new ArrayDeque<>();
  private final List<Key<V>> keys = new ArrayList<>();
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

  /**
   * A frame was made.
   *
   * @param changes whether the player was changing what is there: views from about here are then
   *     forgotten, so that the world as it was does not come back
   */
  public void add(Pose pose, boolean changes, V view) {
    if (changes) {
      keys.removeIf(key -> key.pose().distance(pose) < REACH);
      young.removeIf(key -> key.pose().distance(pose) < REACH);
    } else {
      young.add(new Key<>(frames, pose, view));
    }
    frames++;
    while (!young.isEmpty() && young.peek().number() + age <= frames) {
      keep(young.remove());
    }
  }

  private void keep(Key<V> key) {
    if (keys.stream().noneMatch(kept -> kept.pose().distance(key.pose()) < SPACING)) {
      keys.add(key);
      if (keys.size() > capacity) {
        keys.removeFirst();
      }
    }
  }

  /** The kept frame that shows most of what is seen from a pose. */
  public Optional<Key<V>> recall(Pose pose) {
    Key<V> best = null;
    double least = REACH;
    for (Key<V> key : keys) {
      double distance = key.pose().distance(pose);
      if (distance < least) {
        least = distance;
        best = key;
      }
    }
    return Optional.ofNullable(best);
  }

  /** Forgets everything: another game begins. */
  public void clear() {
    young.clear();
    keys.clear();
    frames = 0;
  }

  /** Where the kept frames were seen from, oldest first. */
  public List<Pose> poses() {
    return keys.stream().map(Key::pose).toList();
  }
}
