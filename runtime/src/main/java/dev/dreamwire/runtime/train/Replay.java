package dev.dreamwire.runtime.train;

import dev.dreamwire.runtime.data.Episode;
import dev.dreamwire.runtime.memory.Atlas;
import dev.dreamwire.runtime.memory.GameMemory;
import dev.dreamwire.runtime.memory.MemorySettings;
import dev.dreamwire.runtime.memory.PoseOffset;
import dev.dreamwire.runtime.memory.Stride;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;

/**
 * Plays recorded play again, to see what the memory of play would have recalled at each of its
 * frames. Safe on every thread.
 */
final class Replay {
  /** As many as a long episode can fill. */
  private static final int CAPACITY = 1024;

  /** Frames encoded at a time. */
  private static final int CHUNK = 64;

  private final Recipe.Memory memory;
  private final IntFunction<Optional<Atlas>> atlas;
  private final int window;
  private final PictureCodec codec;
  private final int values;

  /**
   * @param atlas of the world, if there is one, for an episode's number
   * @param window of the model
   * @param codec that encodes what is recalled; others may use it only while they hold its monitor
   * @param values of a latent
   */
  Replay(
      Recipe.Memory memory,
      IntFunction<Optional<Atlas>> atlas,
      int window,
      PictureCodec codec,
      int values) {
    this.memory = memory;
    this.atlas = atlas;
    this.window = window;
    this.codec = codec;
    this.values = values;
  }

  /** A game that begins at a place in recorded play. */
  RememberedPlay begin(LatentClips play, ClipSet.Place at) {
    return new RememberedPlay(
        new MemorySettings(
            Stride.ISLAND, window, CAPACITY, memory.camera(), atlas.apply(at.episode())),
        play.episode(at.episode()),
        at.frame());
  }

  /**
   * What all frames of an episode recall, as half floats.
   *
   * @return what {@link Recollections} holds of it
   */
  short[] recall(LatentClips play, int number) {
    return recall(play.episode(number), begin(play, new ClipSet.Place(number, 0)), number);
  }

  private short[] recall(Episode episode, RememberedPlay game, int seed) {
    int frames = episode.frames();
    int pixels = episode.frameBytes();
    short[] latents = new short[2 * frames * values];
    float[] offsets = new float[frames * PoseOffset.FEATURES];
    float[] pictures = new float[2 * CHUNK * pixels];
    Random random = new Random(seed);
    for (int frame = 0; frame < frames; frame++) {
      Optional<GameMemory.Recalled> recalled = frame == 0 ? Optional.empty() : game.recall(random);
      if (recalled.isPresent()) {
        float[] offset = recalled.get().offset();
        int at = 2 * (frame % CHUNK) * pixels;
        System.arraycopy(recalled.get().sight().picture(), 0, pictures, at, pixels);
        System.arraycopy(recalled.get().carried(), 0, pictures, at + pixels, pixels);
        System.arraycopy(offset, 0, offsets, frame * offset.length, offset.length);
      }
      float[] seen = new float[pixels];
      ClipSet.toFloats(episode, frame, seen, 0);
      game.see(seen);
      if (frame % CHUNK == CHUNK - 1 || frame == frames - 1) {
        encode(pictures, frame / CHUNK * CHUNK, frame + 1, latents);
      }
    }
    short[] out = Arrays.copyOf(latents, latents.length + offsets.length);
    System.arraycopy(Halves.of(offsets), 0, out, latents.length, offsets.length);
    return out;
  }

  /** Encodes the pictures of some frames. */
  private void encode(float[] pictures, int from, int to, short[] latents) {
    short[] encoded;
    synchronized (codec) {
      encoded =
          Halves.of(codec.encode(Arrays.copyOf(pictures, pictures.length / CHUNK * (to - from))));
    }
    System.arraycopy(encoded, 0, latents, 2 * from * values, encoded.length);
  }
}
