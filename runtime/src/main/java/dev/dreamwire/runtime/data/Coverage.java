package dev.dreamwire.runtime.data;

import dev.dreamwire.runtime.world.Player;
import java.util.HashMap;
import java.util.Map;

/** How often each neighbourhood of the world was visited in a recording. For one thread. */
final class Coverage {
  /** Blocks along a neighbourhood. */
  private static final int SIDE = 8;

  private record Place(int x, int z) {}

  private final Map<Place, Integer> visits = new HashMap<>();

  /** Counts a frame. */
  void visit(Player player) {
    visits.merge(place(player), 1, Integer::sum);
  }

  /** Frames spent so far in the neighbourhood of a player. */
  int around(Player player) {
    return visits.getOrDefault(place(player), 0);
  }

  private static Place place(Player player) {
    return new Place(Math.floorDiv((int) player.x(), SIDE), Math.floorDiv((int) player.z(), SIDE));
  }
}
