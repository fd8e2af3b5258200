package dev.dreamwire.runtime.eval;

import dev.dreamwire.runtime.data.Episode;
import dev.dreamwire.runtime.eval.motion.Factor;
import dev.dreamwire.runtime.world.Player;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Tells when a picture stands still though the action moves.
 *
 * @param least change from frame to frame that 99 of 100 such frames of true play have
 */
record Stillness(double least) {
  /** Learns what moves from true play. */
  static Stillness of(List<Episode> plays) {
    double[] changes =
        plays.stream()
            .flatMapToDouble(
                play ->
                    IntStream.range(1, play.frames())
                        .filter(f -> moves(play, f - 1))
                        .mapToDouble(f -> change(play, f)))
            .sorted()
            .toArray();
    if (changes.length == 0) {
      throw new EvalException("nothing moves in the true play; measure more episodes", null);
    }
    return new Stillness(changes[changes.length / 100]);
  }

  private static double change(Episode play, int frame) {
    return Pictures.difference(Pictures.of(play, frame - 1), Pictures.of(play, frame));
  }

  private static boolean moves(Episode play, int frame) {
    return moves(play.actions()[frame], play.players().get(frame), play.players().get(frame + 1));
  }

  /** Whether an action turns, tilts or walks, and the true world followed it. */
  static boolean moves(float[] action, Player before, Player after) {
    for (Factor factor : List.of(Factor.TURN, Factor.LOOK, Factor.WALK, Factor.STRAFE)) {
      if (factor.label(action, before, after) > 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether two frames with a moving action between them are still. */
  boolean holds(float[] before, float[] after) {
    return Pictures.difference(before, after) < least;
  }
}
