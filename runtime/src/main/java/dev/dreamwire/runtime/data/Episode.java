package dev.dreamwire.runtime.data;

import dev.dreamwire.runtime.world.Player;
import java.util.List;
import java.util.Objects;

/**
 * One uninterrupted run of frames with its actions, all in memory. Its arrays are not copied: do
 * not write to them.
 *
 * @param name the files' name without ending, {@code episode-0001}
 * @param width pixels to the right
 * @param height pixels down
 * @param rgb the frames one after the other, each red, green, blue, row by row from the top
 * @param actions a vector a frame: the action that leads from this frame to the next
 * @param players where the player was in each frame; empty if the source does not know
 */
public record Episode(
    String name, int width, int height, byte[] rgb, float[][] actions, List<Player> players) {
  public Episode {
    Objects.requireNonNull(name);
    players = List.copyOf(players);
    if (rgb.length != (long) actions.length * width * height * 3) {
      throw new IllegalArgumentException(
          name + " has " + actions.length + " actions but " + rgb.length + " bytes of pictures");
    }
  }

  /** Number of frames. */
  public int frames() {
    return actions.length;
  }

  /** Bytes of a frame. */
  public int frameBytes() {
    return width * height * 3;
  }
}
