package dev.dreamwire.runtime.eval;

import dev.dreamwire.runtime.data.Episode;
import java.util.Arrays;

/** Has a {@link Dreamer} dream along with true play. Stateless. */
final class Dreams {
  private Dreams() {}

  /** The dream that begins with a play's first picture and is led by its actions. */
  static Episode along(Episode truth, Dreamer dreamer, long seed) {
    return led(truth, truth.actions(), dreamer, seed);
  }

  /** The same with other actions. */
  static Episode led(Episode truth, float[][] actions, Dreamer dreamer, long seed) {
    byte[] rgb = new byte[truth.rgb().length];
    System.arraycopy(truth.rgb(), 0, rgb, 0, truth.frameBytes());
    dreamer.restart(Pictures.of(truth, 0), truth.players().getFirst().pose(), seed);
    for (int frame = 1; frame < truth.frames(); frame++) {
      Pictures.toBytes(dreamer.next(actions[frame - 1]), rgb, frame * truth.frameBytes());
    }
    return new Episode(
        "dream",
        truth.width(),
        truth.height(),
        rgb,
        Arrays.copyOf(actions, truth.frames()),
        truth.players());
  }
}
