package dev.dreamwire.runtime.train;

import dev.dreamwire.runtime.memory.Blocks;
import dev.dreamwire.runtime.memory.Camera;
import dev.dreamwire.runtime.memory.Carving;
import dev.dreamwire.runtime.world.Player;
import dev.dreamwire.runtime.world.Renderer;
import dev.dreamwire.runtime.world.World;
import java.util.List;

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

  /** Who sees it. */
  Camera camera();

  /** What is solid, by what players saw before they dug or placed anything; at least one. */
  Blocks blocks(List<Player> players);

  /** By a guess. */
  static Depths guessed(Camera camera) {
    return new Guessed(camera);
  }

  /** Of the built-in world, which can be asked. */
  static Depths of(World world, Camera camera) {
    return new Asked(world, camera);
  }

  /** No world is known. */
  record Guessed(Camera camera) implements Depths {
    @Override
    public float[] nearness(Player player, int height, int width) {
      return camera.guess(player.pose(), height, width);
    }

    @Override
    public Blocks blocks(List<Player> players) {
      return Blocks.UNKNOWN;
    }
  }

  /** A world that is asked. */
  record Asked(World world, Camera camera) implements Depths {
    /** Looks that show every block well. */
    private static final int LOOKS = 12_000;

    private static final int HEIGHT = 64;
    private static final int WIDTH = 96;

    @Override
    public float[] nearness(Player player, int height, int width) {
      return nearness(world.renderer(width, height), player);
    }

    @Override
    public Blocks blocks(List<Player> players) {
      Carving carving = new Carving(camera, players.stream().map(Player::pose).toList());
      Renderer renderer = world.renderer(WIDTH, HEIGHT);
      int every = Math.ceilDiv(players.size(), LOOKS);
      for (int i = 0; i < players.size(); i += every) {
        Player player = players.get(i);
        carving.see(player.pose(), nearness(renderer, player), HEIGHT, WIDTH);
      }
      return carving.blocks();
    }

    private static float[] nearness(Renderer renderer, Player player) {
      float[] depth = renderer.depth(player);
      for (int i = 0; i < depth.length; i++) {
        depth[i] = 1 / depth[i];
      }
      return depth;
    }
  }
}
