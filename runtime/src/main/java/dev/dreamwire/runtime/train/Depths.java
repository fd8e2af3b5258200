package dev.dreamwire.runtime.train;

import dev.dreamwire.runtime.memory.Camera;
import dev.dreamwire.runtime.world.Player;
import dev.dreamwire.runtime.world.Renderer;
import dev.dreamwire.runtime.world.World;

/** How far away is what recorded pictures show. */
interface Depths {
  /**
   * One over the distances of a picture's pixels, in 1/blocks, as {@link
   * dev.dreamwire.runtime.memory.View} has them.
   *
   * @param player who saw it
   * @return {@code [H,W]}
   */
  float[] nearness(Player player, int height, int width);

  /** By a guess. */
  static Depths guessed(Camera camera) {
    return (player, height, width) -> camera.guess(player.pose(), height, width);
  }

  /** Of the built-in world, which can be asked. */
  static Depths of(World world) {
    return (player, height, width) -> {
      Renderer renderer = world.renderer(width, height);
      float[] depth = renderer.depth(player);
      for (int i = 0; i < depth.length; i++) {
        depth[i] = 1 / depth[i];
      }
      return depth;
    };
  }
}
