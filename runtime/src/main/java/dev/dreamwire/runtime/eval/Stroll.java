package dev.dreamwire.runtime.eval;

import dev.dreamwire.runtime.world.Bot;
import dev.dreamwire.runtime.world.Player;
import dev.dreamwire.runtime.world.Policy;
import dev.dreamwire.runtime.world.World;

/** A bot that plays the true world on and on. Used by one thread. */
final class Stroll {
  /**
   * One frame's play.
   *
   * @param before where the player was
   * @param action that it chose
   * @param after where that led
   */
  record Step(Player before, float[] action, Player after) {
    /** Whether the action turns or tilts, and the world followed it: nothing can be in the way. */
    boolean turns() {
      return Stillness.turns(action, before, after);
    }

    /** Whether the action walks, and the world followed it. */
    boolean walks() {
      return Stillness.walks(action, before, after);
    }
  }

  private final World world;
  private final Bot bot;
  private Player player;

  Stroll(World world, Player start, long seed) {
    this.world = world;
    this.bot = Policy.MIXED.bot(world, seed);
    this.player = start;
  }

  Step next() {
    Player before = player;
    float[] action = bot.act(before);
    player = world.step(before, action);
    return new Step(before, action, player);
  }
}
