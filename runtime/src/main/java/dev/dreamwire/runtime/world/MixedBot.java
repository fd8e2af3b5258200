package dev.dreamwire.runtime.world;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Changes between the other bots every few seconds. Of a hundred frames it gives 22 to random keys,
 * 26 to exploring, 26 to pacing, 9 to looking back, 12 to digging and building, 2 to standing still
 * and 3 to walking into things.
 */
final class MixedBot implements Bot {
  private static final int SHORTEST = 80;
  private static final int LONGEST = 200;

  /** Each bot under the part of a hundred below which it is drawn. */
  private final Map<Integer, Bot> bots = new LinkedHashMap<>();

  private final SplittableRandom random;
  private Bot current;
  private int left;

  MixedBot(World world, SplittableRandom random) {
    this.random = random;
    bots.put(22, new StickyBot(random.split()));
    bots.put(48, new ExplorerBot(world, random.split()));
    bots.put(74, new PaceBot(random.split()));
    bots.put(83, new LookBackBot(random.split()));
    bots.put(95, new BuilderBot(random.split()));
    bots.put(97, new IdleBot(random.split()));
    bots.put(100, new BumpBot(random.split()));
  }

  @Override
  public float[] act(Player player) {
    if (left-- == 0) {
      int drawn = random.nextInt(100);
      current =
          bots.entrySet().stream()
              .filter(share -> drawn < share.getKey())
              .findFirst()
              .orElseThrow()
              .getValue();
      left = random.nextInt(SHORTEST, LONGEST);
    }
    return current.act(player);
  }
}
