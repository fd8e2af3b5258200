package dev.dreamwire.runtime.eval;

import dev.dreamwire.runtime.world.Action;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A way away from a view and back along itself.
 *
 * @param id a word of the report
 * @param settled frame at which the way begins; the dream has its own view by then
 * @param away last frame on the way out
 * @param turned last frame before the way back
 * @param actions all of them
 */
record Walk(String id, int settled, int away, int turned, List<float[]> actions) {
  /** Degrees that a full turn of a frame turns the view. */
  private static final double TURN = 8;

  private static final int SETTLE = 10;

  /** Frames after which a body that is let go stands. */
  private static final int STOP = 8;

  /** The walks that are tried, mirrored or not. */
  static List<Walk> all(boolean mirrored) {
    double side = mirrored ? -1 : 1;
    return List.of(
        turn("turn-45", 45, side, 0),
        turn("turn-90", 90, side, 0),
        turn("turn-180", 180, side, 0),
        turn("turn-360", 360, side, 0),
        turn("turn-90-wait", 90, side, 100),
        turn("turn-180-wait", 180, side, 200),
        walk("walk-1", mirrored, 20),
        walk("walk-3", mirrored, 60));
  }

  private static Walk turn(String id, double degrees, double side, int wait) {
    List<float[]> out = new ArrayList<>();
    for (double left = degrees; left > 1e-9; left -= TURN) {
      out.add(Action.idle().turn(side * Math.min(1, left / TURN)).vector());
    }
    List<float[]> back = new ArrayList<>();
    for (double left = degrees; left > 1e-9; left -= TURN) {
      back.addFirst(Action.idle().turn(-side * Math.min(1, left / TURN)).vector());
    }
    return of(id, out, wait, back);
  }

  private static Walk walk(String id, boolean mirrored, int frames) {
    float[] there = Action.idle().press(mirrored ? "back" : "forward").vector();
    float[] back = Action.idle().press(mirrored ? "forward" : "back").vector();
    return of(id, Collections.nCopies(frames, there), 0, Collections.nCopies(frames, back));
  }

  private static Walk of(String id, List<float[]> out, int wait, List<float[]> back) {
    List<float[]> all = new ArrayList<>(Collections.nCopies(SETTLE, Action.idle().vector()));
    all.addAll(out);
    all.addAll(Collections.nCopies(wait, Action.idle().vector()));
    all.addAll(back);
    all.addAll(Collections.nCopies(STOP, Action.idle().vector()));
    int away = SETTLE + out.size();
    return new Walk(id, SETTLE, away, away + wait, List.copyOf(all));
  }
}
