package dev.dreamwire.runtime.eval;

import dev.dreamwire.runtime.world.Action;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Two actions that do opposite things, and what shows it.
 *
 * @param id a word of the report
 * @param one whose motion is positive
 * @param other whose motion is negative
 * @param frames for which each is held
 * @param motion of the pictures, the first among them
 * @param least motion that counts
 */
record OppositePair(
    String id,
    float[] one,
    float[] other,
    int frames,
    ToDoubleFunction<List<float[]>> motion,
    double least) {
  private static final int QUICK = 4;
  private static final int SLOW = 8;
  private static final int PIXELS = 2;

  /** The pairs that pictures of a size can show. */
  static List<OppositePair> all(int width, int height) {
    HorizontalShift aside = new HorizontalShift(width, width / 4);
    HorizontalShift upright = new HorizontalShift(height, height / 4);
    Zoom zoom = new Zoom(width);
    ToDoubleFunction<List<float[]>> left =
        pictures -> -sum(pictures, (a, b) -> aside.between(a, b));
    ToDoubleFunction<List<float[]>> up =
        pictures ->
            -sum(
                pictures,
                (a, b) ->
                    upright.between(Pictures.transposed(a, width), Pictures.transposed(b, width)));
    return List.of(
        new OppositePair(
            "turn",
            Action.idle().turn(1).vector(),
            Action.idle().turn(-1).vector(),
            QUICK,
            left,
            PIXELS),
        new OppositePair(
            "walk",
            Action.idle().press("forward").vector(),
            Action.idle().press("back").vector(),
            SLOW,
            pictures -> zoom.between(pictures.getFirst(), pictures.getLast()),
            0.02),
        new OppositePair(
            "strafe",
            Action.idle().press("right").vector(),
            Action.idle().press("left").vector(),
            SLOW,
            left,
            PIXELS),
        new OppositePair(
            "look",
            Action.idle().look(1).vector(),
            Action.idle().look(-1).vector(),
            QUICK,
            up,
            PIXELS));
  }

  /** Shift between two pictures. */
  private interface Between {
    int shift(float[] before, float[] after);
  }

  private static double sum(List<float[]> pictures, Between between) {
    int sum = 0;
    for (int i = 1; i < pictures.size(); i++) {
      sum += between.shift(pictures.get(i - 1), pictures.get(i));
    }
    return sum;
  }

  /** Whether both motions go their own way far enough. */
  boolean holds(double byOne, double byOther) {
    return byOne >= least && byOther <= -least;
  }
}
