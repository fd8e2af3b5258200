package dev.dreamwire.runtime.eval;

import dev.dreamwire.runtime.data.Episode;
import dev.dreamwire.runtime.eval.motion.Factor;
import dev.dreamwire.runtime.world.Player;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
    float[] action = play.actions()[frame];
    Player before = play.players().get(frame);
    Player after = play.players().get(frame + 1);
    return turns(action, before, after) || walks(action, before, after);
  }

  /** Whether an action turns or tilts, and the true world followed it. */
  static boolean turns(float[] action, Player before, Player after) {
    return does(action, before, after, Factor.TURN, Factor.LOOK);
  }

  /** Whether an action walks, and the true world followed it. */
  static boolean walks(float[] action, Player before, Player after) {
    return does(action, before, after, Factor.WALK, Factor.STRAFE);
  }

  private static boolean does(float[] action, Player before, Player after, Factor... factors) {
    return Stream.of(factors).anyMatch(factor -> factor.label(action, before, after) > 0);
  }

  /** Whether two frames with a moving action between them are still. */
  boolean holds(float[] before, float[] after) {
    return Pictures.difference(before, after) < least;
  }
}
