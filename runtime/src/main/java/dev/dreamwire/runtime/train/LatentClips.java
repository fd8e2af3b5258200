package dev.dreamwire.runtime.train;

import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.backend.Backend;
import dev.dreamwire.runtime.backend.CompileOptions;
import dev.dreamwire.runtime.data.Episode;
import dev.dreamwire.runtime.model.AutoencoderConfig;
import dev.dreamwire.runtime.model.AutoencoderHandle;
import dev.dreamwire.runtime.model.Detail;
import dev.dreamwire.runtime.model.VitAutoencoder;
import dev.dreamwire.runtime.tensor.Precision;
import dev.dreamwire.runtime.tensor.Weights;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Recorded play as standardised latents of half precision. Immutable and safe on every thread. */
public final class LatentClips implements PlayClips {
  private static final int BATCH = 16;
  private static final double LEAST_VARIANCE = 1e-8;

  private final ClipSet source;
  private final AutoencoderConfig config;
  private final Raw latents;

  private LatentClips(ClipSet source, AutoencoderConfig config, Raw latents) {
    this.source = source;
    this.config = config;
    this.latents = latents;
  }

  /**
   * Latents as the autoencoder gives them.
   *
   * @param key of all that they depend on
   * @param episodes {@code [T,C,h,w]} each
   */
  private record Raw(byte[] key, List<short[]> episodes) {
    static Raw of(
        ClipSet play,
        AutoencoderConfig config,
        Weights weights,
        PictureCodec codec,
        PlayCache cache,
        String name) {
      byte[] key = new PlayCache.Key().play(play).model(config, weights).value();
      List<Episode> episodes = play.episodes();
      return new Raw(
          key,
          cache.get(
              name,
              key,
              IntStream.range(0, episodes.size()),
              number -> encodeRaw(episodes.get(number), codec)));
    }
  }

  /** Encodes every picture once, as the autoencoder gives it, without statistics taken out. */
  private static short[] encodeRaw(Episode episode, PictureCodec codec) {
    int pixels = episode.frameBytes();
    float[] pictures = new float[episode.frames() * pixels];
    for (int i = 0; i < episode.frames(); i++) {
      ClipSet.toFloats(episode, i, pictures, i * pixels);
    }
    return Halves.of(codec.encode(pictures));
  }

  /**
   * Encodes training and held-out play; the statistics of the training play become part of the
   * autoencoder's configuration.
   *
   * @param cache keeps the latents
   * @return the configuration with statistics, the training clips, the held-out clips
   */
  public static Encoded encode(
      ClipSet data,
      ClipSet heldOut,
      AutoencoderConfig config,
      Weights weights,
      Backend backend,
      int threads,
      PlayCache cache) {
    Raw train;
    Raw held;
    try (PictureCodec codec = codec(config, weights, backend, threads)) {
      train = Raw.of(data, config, weights, codec, cache, "latents");
      held = Raw.of(heldOut, config, weights, codec, cache, "held-latents");
    }
    int area = config.rows() * config.columns();
    float[] mean = new float[config.channels()];
    float[] std = new float[config.channels()];
    measure(train.episodes(), area, mean, std);
    for (List<short[]> set : List.of(train.episodes(), held.episodes())) {
      for (short[] episode : set) {
        for (int i = 0; i < episode.length; i++) {
          int c = i / area % mean.length;
          float raw = Float.float16ToFloat(episode[i]);
          episode[i] = Float.floatToFloat16((raw - mean[c]) / std[c]);
        }
      }
    }
    AutoencoderConfig standardised = config.standardised(mean, std);
    return new Encoded(
        standardised,
        weights,
        new LatentClips(data, standardised, train),
        new LatentClips(heldOut, standardised, held));
  }

  /**
   * Encodes play with an autoencoder that is ready, by the statistics that it has.
   *
   * @param cache keeps the latents, under a name
   */
  static LatentClips encode(
      ClipSet play,
      AutoencoderHandle ready,
      Backend backend,
      int threads,
      PlayCache cache,
      String name) {
    AutoencoderConfig config = ready.autoencoder().config();
    try (PictureCodec codec = codec(config, ready.weights(), backend, threads)) {
      return new LatentClips(
          play, config, Raw.of(play, config, ready.weights(), codec, cache, name));
    }
  }

  private static PictureCodec codec(
      AutoencoderConfig config, Weights weights, Backend backend, int threads) {
    return new PictureCodec(
        new VitAutoencoder(config, ""),
        weights,
        BATCH,
        backend,
        new CompileOptions(Precision.F32, threads, false));
  }

  /** Mean and standard deviation of each channel. */
  private static void measure(List<short[]> episodes, int area, float[] mean, float[] std) {
    double[] sum = new double[mean.length];
    double[] squares = new double[mean.length];
    long values = 0;
    for (short[] episode : episodes) {
      for (int i = 0; i < episode.length; i++) {
        int c = i / area % mean.length;
        double value = Float.float16ToFloat(episode[i]);
        sum[c] += value;
        squares[c] += value * value;
      }
      values += episode.length / mean.length;
    }
    for (int c = 0; c < mean.length; c++) {
      double m = sum[c] / values;
      mean[c] = (float) m;
      std[c] = (float) Math.sqrt(Math.max(LEAST_VARIANCE, squares[c] / values - m * m));
    }
  }

  /**
   * What {@link #encode} gives.
   *
   * @param config of the autoencoder, with the statistics of the data
   * @param weights of it
   */
  public record Encoded(
      AutoencoderConfig config, Weights weights, LatentClips data, LatentClips heldOut) {
    /** The autoencoder that they were encoded with; the caller's to close. */
    PictureCodec codec(Backend backend, int threads) {
      return LatentClips.codec(config, weights, backend, threads);
    }

    /** Detail for its pictures. */
    PictureDetail detail(Detail.Settings settings, Backend backend, int threads) {
      return new PictureDetail(
          settings,
          config.imageShape(),
          backend,
          new CompileOptions(Precision.F32, threads, false));
    }
  }

  @Override
  public int frameCount() {
    return source.frameCount();
  }

  /** Of all that they depend on. */
  byte[] key() {
    return latents.key();
  }

  /** How many. */
  int episodes() {
    return latents.episodes().size();
  }

  /** One of them, as it was recorded. */
  Episode episode(int number) {
    return source.episodes().get(number);
  }

  /** Copies one latent {@code [C,h,w]}. */
  void copyLatent(ClipSet.Place at, float[] out, int offset) {
    int values = (int) latentShape().count();
    Halves.copy(latents.episodes().get(at.episode()), at.frame() * values, out, offset, values);
  }

  @Override
  public Shape latentShape() {
    return config.latentShape();
  }

  @Override
  public int actionSize() {
    return source.actionSize();
  }

  @Override
  public ClipSet.Place place(Random random, int length) {
    return source.anyClip(random, length);
  }

  /** Whether a clip that begins at a place ends within its episode. */
  boolean holds(ClipSet.Place at, int length) {
    return at.frame() + length <= source.episodes().get(at.episode()).frames();
  }

  @Override
  public void copy(
      ClipSet.Place at, int length, float[] out, int outAt, float[] actions, int actionAt) {
    int values = (int) latentShape().count();
    short[] from = latents.episodes().get(at.episode());
    Halves.copy(from, at.frame() * values, out, outAt, length * values);
    Episode episode = source.episodes().get(at.episode());
    for (int i = 0; i < length; i++) {
      ClipSet.actionInto(episode, at.frame() + i, actions, actionAt + i * actionSize());
    }
  }
}
