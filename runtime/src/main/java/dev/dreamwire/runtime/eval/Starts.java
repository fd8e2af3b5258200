package dev.dreamwire.runtime.eval;

import dev.dreamwire.runtime.world.Player;
import dev.dreamwire.runtime.world.Scene;
import dev.dreamwire.runtime.world.World;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Places to start from, drawn by a seed that no recording was made with, as many in each region. A
 * region is what lies nearest to one of the world's scenes.
 */
final class Starts {
  private static final long APART = 7_368_787;

  private Starts() {}

  /** Places of a purpose: the first is in the first region, the next in the second, and so on. */
  static List<Player> draw(World world, long seed, int count) {
    List<Player> out = new ArrayList<>();
    List<Scene> scenes = world.scenes();
    for (long i = seed * APART; out.size() < count; i++) {
      Player player = world.start(i);
      if (region(world, player).equals(scenes.get(out.size() % scenes.size()))) {
        out.add(player);
      }
    }
    return List.copyOf(out);
  }

  /** The scene that is nearest. */
  static Scene region(World world, Player player) {
    return world.scenes().stream()
        .min(
            Comparator.comparingDouble(
                scene ->
                    Math.hypot(scene.start().x() - player.x(), scene.start().z() - player.z())))
        .orElseThrow();
  }
}
