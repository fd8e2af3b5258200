package dev.dreamwire.runtime.world;

import java.util.SplittableRandom;

/** Changes between the other bots every few seconds, by their shares of the frames. */
final class MixedBot implements Bot {
  private final Bot[] bots;
  private final SplittableRandom random;
  private Bot current;
  private int left;

  MixedBot(World world, SplittableRandom random) {
    this.random = random;
    this.bots =
        new Bot[] {
          new StickyBot(random.split()),
          new ExplorerBot(world, random.split()),
          new LookBackBot(random.split()),
          new IdleBot(random.split()),
          new BumpBot(random.split())
        };
  }

  @Override
  public float[] act(Player player) {
    if (left-- == 0) {
      int share = random.nextInt(100);
      current = bots[share < 45 ? 0 : share < 80 ? 1 : share < 92 ? 2 : share < 96 ? 3 : 4];
      left = 80 + random.nextInt(120);
    }
    return current.act(player);
  }
}
