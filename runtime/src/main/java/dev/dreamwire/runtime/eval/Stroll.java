package dev.dreamwire.runtime.eval;

import dev.dreamwire.runtime.world.Bot;
import dev.dreamwire.runtime.world.Player;
import dev.dreamwire.runtime.world.Policy;
import dev.dreamwire.runtime.world.World;

/**
 * A bot that plays the true world on and on, and a stray: a player who began elsewhere and follows
 * the same actions, so that it meets walls that the bot would have gone around. Used by one thread.
 */
final class Stroll {
  /**
   * Where it begins.
   *
   * @param start of the bot
   * @param elsewhere where the stray begins
   * @param seed of the bot
   */
  record Beginning(Player start, Player elsewhere, long seed) {}

  /**
   * One frame's play.
   *
   * @param before where the player was
   * @param action that it chose
   * @param after where that led
   * @param strayBefore where the stray was
   * @param strayAfter where the action led the stray
   */
  record Step(Player before, float[] action, Player after, Player strayBefore, Player strayAfter) {
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
  private Player stray;

  Stroll(World world, Beginning from) {
    this.world = world;
    this.bot = Policy.MIXED.bot(world, from.seed());
    this.player = from.start();
    this.stray = from.elsewhere();
  }

  Step next() {
    Player before = player;
    Player strayBefore = stray;
    float[] action = bot.act(before);
    player = world.step(before, action);
    stray = world.step(strayBefore, action);
    return new Step(before, action, player, strayBefore, stray);
  }
}
