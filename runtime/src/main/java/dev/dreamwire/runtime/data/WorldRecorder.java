package dev.dreamwire.runtime.data;

import dev.dreamwire.runtime.world.Bot;
import dev.dreamwire.runtime.world.Player;
import dev.dreamwire.runtime.world.Policy;
import dev.dreamwire.runtime.world.Renderer;
import dev.dreamwire.runtime.world.World;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.function.IntConsumer;

/**
 * Records bots playing in the built-in world. The same arguments give the same frames and actions.
 */
public final class WorldRecorder {
  private static final int SHORTEST = 400;
  private static final int LONGEST = 1000;
  private static final int CANDIDATES = 8;

  private final World world;

  /** A recorder of a world. */
  public WorldRecorder(World world) {
    this.world = world;
  }

  /**
   * Records episodes of some hundred frames each, every one from the least visited of some random
   * places.
   *
   * @param frames frames in all
   * @param policy who acts
   * @param seed chooses places, lengths and the bots' whims
   * @param folder where to, new or empty
   * @param progress is told how many frames are done, from time to time
   * @throws IOException if the folder is not empty or cannot be written
   * @throws CancellationException if the thread is interrupted; whole episodes stay
   */
  public void record(
      int frames,
      Policy policy,
      long seed,
      int width,
      int height,
      Path folder,
      IntConsumer progress)
      throws IOException {
    if (frames < 1) {
      throw new IllegalArgumentException("a recording of " + frames + " frames; take 1 or more");
    }
    RecordingWriter writer =
        new RecordingWriter(
            folder, RecordingInfo.of(World.NAME, policy.id(), seed, World.FPS, width, height));
    Renderer renderer = world.renderer(width, height);
    SplittableRandom random = new SplittableRandom(seed);
    Coverage coverage = new Coverage();
    int done = 0;
    while (done < frames) {
      int length = length(random, frames - done);
      Bot bot = policy.bot(world, random.nextLong());
      Player player = start(random, coverage);
      try (RecordingWriter.EpisodeWriter episode = writer.episode()) {
        episode(episode, renderer, bot, player, length, coverage);
        episode.finish();
      }
      done += length;
      progress.accept(done);
      if (Thread.interrupted()) {
        throw new CancellationException("the recording was stopped after " + done + " frames");
      }
    }
  }

  private Player start(SplittableRandom random, Coverage coverage) {
    return random
        .longs(CANDIDATES)
        .mapToObj(world::start)
        .min(Comparator.comparingInt(coverage::around))
        .orElseThrow();
  }

  private void episode(
      RecordingWriter.EpisodeWriter episode,
      Renderer renderer,
      Bot bot,
      Player start,
      int length,
      Coverage coverage)
      throws IOException {
    byte[] rgb = new byte[renderer.width() * renderer.height() * 3];
    Player player = start;
    for (int i = 0; i < length; i++) {
      coverage.visit(player);
      renderer.render(player, rgb);
      float[] action = bot.act(player);
      episode.add(rgb, action, player);
      player = world.step(player, action);
    }
  }

  /** A random length; what would be left over as a very short episode joins the last. */
  private static int length(SplittableRandom random, int left) {
    int length = SHORTEST + random.nextInt(LONGEST - SHORTEST + 1);
    return left - length < SHORTEST / 2 ? left : length;
  }
}
