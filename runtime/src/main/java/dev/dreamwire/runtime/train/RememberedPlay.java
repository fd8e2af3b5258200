package dev.dreamwire.runtime.train;

import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.data.Episode;
import dev.dreamwire.runtime.memory.DeadReckoning;
import dev.dreamwire.runtime.memory.GameMemory;
import dev.dreamwire.runtime.memory.MemorySettings;
import dev.dreamwire.runtime.memory.Pose;
import dev.dreamwire.runtime.memory.Stride;
import dev.dreamwire.runtime.world.Player;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * The memory of a game that goes the way of recorded play, whoever makes its frames. Used by one
 * thread.
 */
final class RememberedPlay {
  private final Episode episode;
  private final List<Pose> poses;
  private final GameMemory game;
  private int frame;

  /**
   * A game that begins somewhere in recorded play: it knows what was dug and built before.
   *
   * @param first frame
   */
  RememberedPlay(MemorySettings settings, Episode episode, int first) {
    this.episode = episode;
    this.poses = poses(episode);
    Shape shape = Shape.of(3, episode.height(), episode.width());
    this.game =
        new GameMemory(
            settings, Optional.of(poses.getFirst()), shape, new float[episode.frameBytes()]);
    for (int f = 0; f < first; f++) {
      game.correct(poses.get(f));
      game.act(episode.actions()[f]);
    }
    this.frame = first;
    game.correct(poses.get(first));
  }

  private static List<Pose> poses(Episode episode) {
    if (!episode.players().isEmpty()) {
      return episode.players().stream().map(Player::pose).toList();
    }
    DeadReckoning reckoning = new DeadReckoning(Stride.ISLAND);
    List<Pose> out = new ArrayList<>(List.of(reckoning.pose()));
    for (int i = 1; i < episode.frames(); i++) {
      out.add(reckoning.step(episode.actions()[i - 1]));
    }
    return out;
  }

  /**
   * What the frame that comes next recalls: from where reckoning from the frame before leads, or
   * from where the player truly is, as often. In play it is the first, but a dream follows what it
   * recalls.
   */
  Optional<GameMemory.Recalled> recall(Random random) {
    if (random.nextBoolean()) {
      game.correct(poses.get(frame));
    }
    return game.recall();
  }

  /**
   * The frame was made, and the recorded action follows.
   *
   * @param picture {@code [3,H,W]}; not to be written to any more
   */
  void see(float[] picture) {
    game.correct(poses.get(frame));
    game.see(picture);
    game.act(episode.actions()[frame]);
    frame++;
  }
}
