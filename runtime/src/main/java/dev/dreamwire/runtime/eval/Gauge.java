package dev.dreamwire.runtime.eval;

import dev.dreamwire.runtime.world.Player;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * How long play is measured.
 *
 * @param play the true world
 * @param show makes of a true picture what the preset would show of it
 * @param meter of looks
 * @param stillness of pictures
 * @param marks seconds whose pictures are kept
 */
record Gauge(
    WorldPlay play,
    UnaryOperator<float[]> show,
    LookMeter meter,
    Stillness stillness,
    List<Integer> marks) {
  /** What a player of the true world sees, as the preset would show it. */
  float[] shown(Player player) {
    return show.apply(play.picture(player));
  }

  /** 1 for a picture that stands still, else 0. */
  double still(float[] before, float[] now) {
    return stillness.holds(before, now) ? 1 : 0;
  }
}
