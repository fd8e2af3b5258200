package dev.dreamwire.runtime.world;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SplittableRandom;

/**
 * Digs and builds a little, then looks at it from another place or looks away and back. It counts
 * how far it looks down, so it needs no pose.
 */
final class BuilderBot implements Bot {
  private final SplittableRandom random;
  private final Deque<float[]> plan = new ArrayDeque<>();

  BuilderBot(SplittableRandom random) {
    this.random = random;
  }

  @Override
  public float[] act(Player player) {
    if (plan.isEmpty()) {
      think();
    }
    return plan.remove();
  }

  private void think() {
    // At the ground before the feet, or straight at whatever stands there.
    int down = random.nextInt(4) == 0 ? 0 : random.nextInt(3, 7);
    add(down, Action.idle().look(1));
    int jobs = random.nextInt(2, 5);
    for (int job = 0; job < jobs; job++) {
      work();
      aside();
    }
    regard();
    add(down, Action.idle().look(-1));
    regard();
    add(random.nextInt(4, 18), turn(random.nextInt(-1, 2)).press("forward"));
  }

  private void work() {
    if (random.nextBoolean()) {
      add(Work.TOUGHNESS * random.nextInt(1, 5), Action.idle().press("attack"));
    } else {
      add((Work.SWING + 1) * random.nextInt(1, 4), Action.idle().press("use"));
    }
    add(random.nextInt(2, 6), Action.idle());
  }

  /** Moves on to a neighbouring place. */
  private void aside() {
    switch (random.nextInt(4)) {
      case 0 -> add(random.nextInt(2, 5), turn(random.nextBoolean() ? 1 : -1));
      case 1 ->
          add(random.nextInt(3, 8), Action.idle().press(random.nextBoolean() ? "left" : "right"));
      case 2 -> add(random.nextInt(3, 8), Action.idle().press("back"));
      default -> add(1, Action.idle());
    }
  }

  /** Sees the place from further off, or after having looked away. */
  private void regard() {
    switch (random.nextInt(4)) {
      case 0 -> {
        int frames = random.nextInt(4, 12);
        add(frames, Action.idle().press("back"));
        add(frames, Action.idle().press("forward"));
      }
      case 1 -> {
        int frames = random.nextInt(4, 10);
        boolean left = random.nextBoolean();
        add(frames, Action.idle().press(left ? "left" : "right"));
        add(frames, Action.idle().press(left ? "right" : "left"));
      }
      default -> {
        int frames = random.nextInt(5, 23);
        int side = random.nextBoolean() ? 1 : -1;
        add(frames, turn(side));
        add(random.nextInt(1, 6), Action.idle());
        add(frames, turn(-side));
      }
    }
    add(random.nextInt(1, 4), Action.idle());
  }

  private static Action turn(int side) {
    return Action.idle().turn(side);
  }

  private void add(int frames, Action action) {
    for (int i = 0; i < frames; i++) {
      plan.add(action.vector());
    }
  }
}
