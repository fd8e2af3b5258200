package dev.dreamwire.runtime.train;

import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.data.Episode;
import dev.dreamwire.runtime.memory.Atlas;
import dev.dreamwire.runtime.memory.DeadReckoning;
import dev.dreamwire.runtime.memory.GameMemory;
import dev.dreamwire.runtime.memory.MemorySettings;
import dev.dreamwire.runtime.memory.Pose;
import dev.dreamwire.runtime.memory.PoseOffset;
import dev.dreamwire.runtime.memory.Stride;
import dev.dreamwire.runtime.world.Player;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Plays recorded play again, to see what the memory of play would have recalled at each of its
 * frames. Safe on every thread.
 */
final class Replay {
  /** As many as a long episode can fill. */
  private static final int CAPACITY = 1024;

  /** Frames encoded at a time. */
  private static final int CHUNK = 64;

  private final MemorySettings memory;
  private final PictureCodec codec;
  private final int values;

  /**
   * @param atlas of the world, if there is one
   * @param window of the model
   * @param codec that encodes what is recalled
   * @param values of a latent
   */
  Replay(
      Recipe.Memory settings, Optional<Atlas> atlas, int window, PictureCodec codec, int values) {
    this.memory = new MemorySettings(Stride.ISLAND, window, CAPACITY, settings.camera(), atlas);
    this.codec = codec;
    this.values = values;
  }

  /**
   * What all frames recall, as half floats.
   *
   * @return of each episode the latents {@code [T,C,h,w]}, and behind them where they were seen
   *     from {@code [T,7]}; zeros for frames that recall nothing
   */
  List<short[]> recall(LatentClips play) {
    return IntStream.range(0, play.episodes())
        .parallel()
        .mapToObj(number -> recall(play.episode(number)))
        .toList();
  }

  private short[] recall(Episode episode) {
    List<Pose> poses = poses(episode);
    Shape shape = Shape.of(3, episode.height(), episode.width());
    int pixels = episode.frameBytes();
    GameMemory game =
        new GameMemory(memory, Optional.of(poses.getFirst()), shape, new float[pixels]);
    short[] latents = new short[poses.size() * values];
    float[] offsets = new float[poses.size() * PoseOffset.FEATURES];
    float[] pictures = new float[CHUNK * pixels];
    Random random = new Random(poses.size());
    for (int frame = 0; frame < poses.size(); frame++) {
      // From where reckoning from the frame before leads, or from where the player truly is: in
      // play it is the first, but a dream follows what it recalls.
      if (frame == 0 || random.nextBoolean()) {
        game.correct(poses.get(frame));
      }
      Optional<GameMemory.Recalled> recalled = game.recall();
      if (recalled.isPresent()) {
        float[] picture = recalled.get().sight().picture();
        float[] offset = recalled.get().offset();
        System.arraycopy(picture, 0, pictures, frame % CHUNK * pixels, pixels);
        System.arraycopy(offset, 0, offsets, frame * offset.length, offset.length);
      }
      game.correct(poses.get(frame));
      float[] seen = new float[pixels];
      ClipSet.toFloats(episode, frame, seen, 0);
      game.see(seen);
      game.act(episode.actions()[frame]);
      if (frame % CHUNK == CHUNK - 1 || frame == poses.size() - 1) {
        encode(pictures, frame / CHUNK * CHUNK, frame + 1, offsets, latents);
      }
    }
    short[] out = Arrays.copyOf(latents, latents.length + offsets.length);
    System.arraycopy(Halves.of(offsets), 0, out, latents.length, offsets.length);
    return out;
  }

  /** Encodes the pictures of the frames that recall something. */
  private void encode(float[] pictures, int from, int to, float[] offsets, short[] latents) {
    short[] encoded;
    synchronized (codec) {
      encoded =
          Halves.of(codec.encode(Arrays.copyOf(pictures, pictures.length / CHUNK * (to - from))));
    }
    for (int frame = from; frame < to; frame++) {
      if (offsets[frame * PoseOffset.FEATURES] != 0) {
        System.arraycopy(encoded, (frame - from) * values, latents, frame * values, values);
      }
    }
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
}
