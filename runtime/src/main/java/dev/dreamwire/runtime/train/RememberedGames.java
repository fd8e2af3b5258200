package dev.dreamwire.runtime.train;

import dev.dreamwire.runtime.memory.GameMemory;
import dev.dreamwire.runtime.memory.PoseOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** The memories of games that are dreamed side by side. Used by one thread. */
final class RememberedGames {
  private final List<Optional<RememberedPlay>> games;
  private final PictureCodec codec;
  private final int values;
  private final Optional<PictureDetail> detail;

  /** What every game recalled last. */
  private List<Optional<GameMemory.Recalled>> last;

  /**
   * @param games with their memories; empty for a game without any
   * @param codec between frames and latents; stays the caller's
   * @param values of a latent
   * @param detail that frames get before they are remembered; stays the caller's
   */
  RememberedGames(
      List<Optional<RememberedPlay>> games,
      PictureCodec codec,
      int values,
      Optional<PictureDetail> detail) {
    this.games = games;
    this.codec = codec;
    this.values = values;
    this.detail = detail;
    this.last = games.stream().map(game -> Optional.<GameMemory.Recalled>empty()).toList();
  }

  /**
   * What all games' next frames remember, zeros where nothing.
   *
   * @param recalled {@code [B,C,h,w]}
   * @param carried the frames before as they look from where the players are {@code [B,C,h,w]}
   * @param offsets {@code [B,7]}
   */
  record Recalled(float[] recalled, float[] carried, float[] offsets) {}

  /** Recalls for the next frame of every game. */
  Recalled recall(Random random) {
    long[] seeds = random.longs(games.size()).toArray();
    List<Optional<GameMemory.Recalled>> found =
        IntStream.range(0, seeds.length)
            .parallel()
            .mapToObj(g -> games.get(g).flatMap(game -> game.recall(new Random(seeds[g]))))
            .toList();
    last = found;
    float[] offsets = new float[seeds.length * PoseOffset.FEATURES];
    for (int g = 0; g < seeds.length; g++) {
      int at = g * PoseOffset.FEATURES;
      found
          .get(g)
          .ifPresent(seen -> System.arraycopy(seen.offset(), 0, offsets, at, PoseOffset.FEATURES));
    }
    return new Recalled(
        encode(found.stream().map(seen -> seen.map(r -> r.sight().picture())).toList()),
        encode(found.stream().map(seen -> seen.map(GameMemory.Recalled::carried)).toList()),
        offsets);
  }

  private float[] encode(List<Optional<float[]>> pictures) {
    float[] out = new float[pictures.size() * values];
    int[] there =
        IntStream.range(0, pictures.size()).filter(g -> pictures.get(g).isPresent()).toArray();
    if (there.length == 0) {
      return out;
    }
    int pixels = pictures.get(there[0]).orElseThrow().length;
    float[] joined = new float[there.length * pixels];
    for (int i = 0; i < there.length; i++) {
      System.arraycopy(pictures.get(there[i]).orElseThrow(), 0, joined, i * pixels, pixels);
    }
    float[] encoded = codec.encode(joined);
    for (int i = 0; i < there.length; i++) {
      System.arraycopy(encoded, i * values, out, there[i] * values, values);
    }
    return out;
  }

  /** Every game made a frame, {@code [B,C,h,w]}. */
  void see(float[] latents) {
    float[] pictures = codec.decode(latents);
    int pixels = pictures.length / games.size();
    List<float[]> made =
        IntStream.range(0, games.size())
            .mapToObj(g -> detailed(Arrays.copyOfRange(pictures, g * pixels, (g + 1) * pixels), g))
            .toList();
    IntStream.range(0, games.size())
        .parallel()
        .forEach(g -> games.get(g).ifPresent(game -> game.see(made.get(g))));
  }

  private float[] detailed(float[] made, int game) {
    return detail
        .flatMap(
            adding ->
                last.get(game)
                    .map(known -> adding.add(made, known.carried(), known.sight().picture())))
        .orElse(made);
  }
}
