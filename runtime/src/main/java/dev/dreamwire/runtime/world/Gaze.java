package dev.dreamwire.runtime.world;

import java.util.SplittableRandom;

/**
 * Lifts and lowers the eyes and brings them back to the horizon, by counting what it asked for: so
 * it needs no pose.
 */
final class Gaze {
  private static final double FARTHEST = 5;
  private static final double RETURN = 0.5;

  private final SplittableRandom random;
  private double away;
  private int hold;

  Gaze(SplittableRandom random) {
    this.random = random;
  }

  /**
   * The next {@code cameraX}.
   *
   * @param wish where to look further: 0 lets the eyes return
   */
  double next(double wish) {
    double move;
    if (wish != 0 && Math.abs(away + wish) <= FARTHEST) {
      move = wish;
      hold = random.nextInt(12);
    } else if (hold > 0) {
      hold--;
      move = 0;
    } else {
      move = Math.clamp(-away, -RETURN, RETURN);
    }
    // The action is a float: count what the world will see, so that nothing adds up.
    away += (float) move;
    return (float) move;
  }
}
