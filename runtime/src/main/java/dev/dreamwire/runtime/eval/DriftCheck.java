package dev.dreamwire.runtime.eval;

import dev.dreamwire.runtime.data.Episode;
import dev.dreamwire.runtime.train.ClipSet;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Whether a long dream stays a picture and stays in motion. Its last frames are compared with the
 * true world's under the same actions: it has dissolved where its looks leave the {@link RealBand},
 * where it has lost half of its detail or where the autoencoder cannot reproduce it any more, and
 * is frozen where it moves far less than the world does.
 */
final class DriftCheck {
  /** Frames of a second. */
  static final int SECOND = 20;

  /** Seconds at the end that count. */
  private static final int LAST_SECONDS = 20;

  private static final double LEAST_REAL = 0.9;
  private static final double LEAST_DETAIL = 0.5;
  private static final double LEAST_MOTION = 0.3;
  private static final double MOST_SELF_ERROR = 1.5;

  /**
   * What was measured.
   *
   * @param starts tried
   * @param frames dreamed from each
   * @param alive share of the starts whose dream is neither dissolved nor frozen at the end
   * @param real share of the last seconds that look real, mean over the starts
   * @param detail how much fine structure the dream has at the end, as a share of what the
   *     autoencoder leaves of the world's
   * @param motion how much the dream moves at the end, as a share of how much the world moves
   * @param selfError squared error of the autoencoder's reconstruction of the dream over that of
   *     the world
   */
  record Result(
      int starts,
      int frames,
      double alive,
      double real,
      double detail,
      double motion,
      double selfError) {}

  /** One dream's end. */
  private record End(double real, double detail, double motion, double selfError) {
    boolean alive() {
      return real >= LEAST_REAL
          && detail >= LEAST_DETAIL
          && motion >= LEAST_MOTION
          && selfError <= MOST_SELF_ERROR;
    }
  }

  /** Is shown frames as they are dreamed. */
  interface Watcher {
    /** A dreamed frame and the true one. */
    void see(int start, int frame, float[] dream, float[] truth);
  }

  private final int width;
  private final UnaryOperator<float[]> reconstruct;
  private final Watcher watcher;

  /**
   * @param reconstruct what the autoencoder makes of a picture
   */
  DriftCheck(int width, UnaryOperator<float[]> reconstruct, Watcher watcher) {
    this.width = width;
    this.reconstruct = reconstruct;
    this.watcher = watcher;
  }

  /**
   * Measures a dream.
   *
   * @param plays true play to be dreamed along with: its first picture, its actions; all at least
   *     half a minute long
   */
  Result measure(List<Episode> plays, Dreamer dreamer, long seed) {
    RealBand band = RealBand.of(plays.stream().flatMap(play -> seconds(play).stream()).toList());
    List<End> ends = new ArrayList<>();
    for (int i = 0; i < plays.size(); i++) {
      ends.add(dream(i, plays.get(i), dreamer, band, seed));
    }
    return new Result(
        plays.size(),
        plays.getFirst().frames() - 1,
        ends.stream().mapToDouble(end -> end.alive() ? 1 : 0).average().orElseThrow(),
        ends.stream().mapToDouble(End::real).average().orElseThrow(),
        ends.stream().mapToDouble(End::detail).average().orElseThrow(),
        ends.stream().mapToDouble(End::motion).average().orElseThrow(),
        ends.stream().mapToDouble(End::selfError).average().orElseThrow());
  }

  private List<Look> seconds(Episode play) {
    List<Look> out = new ArrayList<>();
    List<Look> second = new ArrayList<>();
    for (int f = 0; f < play.frames(); f++) {
      second.add(Look.at(picture(play, f), width));
      if (second.size() == SECOND) {
        out.add(mean(second));
        second.clear();
      }
    }
    return out;
  }

  private End dream(int start, Episode play, Dreamer dreamer, RealBand band, long seed) {
    float[] before = picture(play, 0);
    float[] trueBefore = before;
    dreamer.restart(before, seed);
    int from = play.frames() - LAST_SECONDS * SECOND;
    List<Look> second = new ArrayList<>();
    int real = 0;
    double moved = 0;
    double trueMoved = 0;
    double detail = 0;
    double trueDetail = 0;
    double selfError = 0;
    double trueSelfError = 0;
    for (int f = 1; f < play.frames(); f++) {
      float[] now = dreamer.next(play.actions()[f - 1]);
      float[] truth = picture(play, f);
      watcher.see(start, f, now, truth);
      if (f >= from) {
        moved += Pictures.difference(before, now);
        trueMoved += Pictures.difference(trueBefore, truth);
        second.add(Look.at(now, width));
        if (second.size() == SECOND) {
          real += band.holds(mean(second)) ? 1 : 0;
          second.clear();
          float[] trueBack = reconstruct.apply(truth);
          selfError += Pictures.mse(reconstruct.apply(now), now);
          trueSelfError += Pictures.mse(trueBack, truth);
          detail += Look.at(now, width).detail();
          trueDetail += Look.at(trueBack, width).detail();
        }
      }
      before = now;
      trueBefore = truth;
    }
    return new End(
        (double) real / LAST_SECONDS,
        detail / trueDetail,
        moved / trueMoved,
        selfError / trueSelfError);
  }

  private static Look mean(List<Look> looks) {
    return new Look(
        looks.stream().mapToDouble(Look::brightness).average().orElseThrow(),
        looks.stream().mapToDouble(Look::contrast).average().orElseThrow(),
        looks.stream().mapToDouble(Look::detail).average().orElseThrow());
  }

  private static float[] picture(Episode play, int frame) {
    float[] out = new float[play.frameBytes()];
    ClipSet.toFloats(play, frame, out, 0);
    return out;
  }
}
