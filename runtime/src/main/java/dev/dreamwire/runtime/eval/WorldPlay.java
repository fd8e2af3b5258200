package dev.dreamwire.runtime.eval;

import dev.dreamwire.runtime.data.Episode;
import dev.dreamwire.runtime.train.ClipSet;
import dev.dreamwire.runtime.world.Action;
import dev.dreamwire.runtime.world.Bot;
import dev.dreamwire.runtime.world.Player;
import dev.dreamwire.runtime.world.Policy;
import dev.dreamwire.runtime.world.Renderer;
import dev.dreamwire.runtime.world.World;
import java.util.ArrayList;
import java.util.List;

/** The true world, played for comparison. Used by one thread. */
final class WorldPlay {
  private final World world;
  private final Renderer renderer;

  WorldPlay(World world, int width, int height) {
    this.world = world;
    this.renderer = world.renderer(width, height);
  }

  World world() {
    return world;
  }

  /** What a player sees, {@code [3,H,W]} in −1..1. */
  float[] picture(Player player) {
    Episode single =
        new Episode("", width(), height(), renderer.render(player), new float[1][0], List.of());
    float[] out = new float[3 * width() * height()];
    ClipSet.toFloats(single, 0, out, 0);
    return out;
  }

  int width() {
    return renderer.width();
  }

  int height() {
    return renderer.height();
  }

  /** Play by a mixture of bots; the same seed gives the same. */
  Episode episode(Player start, long seed, int frames) {
    return play(start, Policy.MIXED.bot(world, seed), frames);
  }

  /** Play by given actions, and one frame that the last of them leads to. */
  Episode follow(Player start, List<float[]> actions) {
    int[] next = {0};
    float[] idle = Action.idle().vector();
    return play(
        start,
        player -> next[0] < actions.size() ? actions.get(next[0]++) : idle,
        actions.size() + 1);
  }

  private Episode play(Player start, Bot bot, int frames) {
    int size = 3 * width() * height();
    byte[] rgb = new byte[frames * size];
    float[][] actions = new float[frames][];
    List<Player> players = new ArrayList<>();
    Player player = start;
    for (int i = 0; i < frames; i++) {
      System.arraycopy(renderer.render(player), 0, rgb, i * size, size);
      actions[i] = bot.act(player);
      players.add(player);
      player = world.step(player, actions[i]);
    }
    return new Episode("play", width(), height(), rgb, actions, players);
  }
}
