package dev.dreamwire.runtime.train;

import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.backend.Backend;
import dev.dreamwire.runtime.backend.CompileOptions;
import dev.dreamwire.runtime.data.Episode;
import dev.dreamwire.runtime.model.AutoencoderConfig;
import dev.dreamwire.runtime.model.AutoencoderHandle;
import dev.dreamwire.runtime.model.VitAutoencoder;
import dev.dreamwire.runtime.tensor.Precision;
import dev.dreamwire.runtime.tensor.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Recorded play as standardised latents. Immutable and safe on every thread. */
public final class LatentClips implements PlayClips {
  private static final int BATCH = 16;
  private static final double LEAST_VARIANCE = 1e-8;

  private final ClipSet source;
  private final AutoencoderConfig config;
  private final List<float[]> episodes;

  private LatentClips(ClipSet source, AutoencoderConfig config, List<float[]> episodes) {
    this.source = source;
    this.config = config;
    this.episodes = episodes;
  }

  /** Encodes every picture once, as the autoencoder gives it, without statistics taken out. */
  private static List<float[]> encodeRaw(ClipSet source, PictureCodec codec) {
    List<float[]> out = new ArrayList<>();
    int pixels = source.width() * source.height() * 3;
    for (Episode episode : source.episodes()) {
      float[] pictures = new float[episode.frames() * pixels];
      for (int i = 0; i < episode.frames(); i++) {
        ClipSet.toFloats(episode, i, pictures, i * pixels);
      }
      out.add(codec.encode(pictures));
    }
    return out;
  }

  /**
   * Encodes training and held-out play; the statistics of the training play become part of the
   * autoencoder's configuration.
   *
   * @return the configuration with statistics, the training clips, the held-out clips
   */
  public static Encoded encode(
      ClipSet data,
      ClipSet heldOut,
      AutoencoderConfig config,
      Weights weights,
      Backend backend,
      int threads) {
    CompileOptions options = new CompileOptions(Precision.F32, threads, false);
    List<float[]> train;
    List<float[]> held;
    try (PictureCodec codec =
        new PictureCodec(new VitAutoencoder(config, ""), weights, BATCH, backend, options)) {
      train = encodeRaw(data, codec);
      held = encodeRaw(heldOut, codec);
    }
    int area = config.rows() * config.columns();
    float[] mean = new float[config.channels()];
    float[] std = new float[config.channels()];
    measure(train, area, mean, std);
    for (List<float[]> set : List.of(train, held)) {
      for (float[] episode : set) {
        for (int i = 0; i < episode.length; i++) {
          int c = i / area % mean.length;
          episode[i] = (episode[i] - mean[c]) / std[c];
        }
      }
    }
    AutoencoderConfig standardised = config.standardised(mean, std);
    return new Encoded(
        standardised,
        new LatentClips(data, standardised, train),
        new LatentClips(heldOut, standardised, held));
  }

  /** Encodes play with an autoencoder that is ready, by the statistics that it has. */
  static LatentClips encode(
      ClipSet play, AutoencoderHandle ready, Backend backend, CompileOptions options) {
    try (PictureCodec codec =
        new PictureCodec(ready.autoencoder(), ready.weights(), BATCH, backend, options)) {
      return new LatentClips(play, ready.autoencoder().config(), encodeRaw(play, codec));
    }
  }

  /** Mean and standard deviation of each channel. */
  private static void measure(List<float[]> episodes, int area, float[] mean, float[] std) {
    double[] sum = new double[mean.length];
    double[] squares = new double[mean.length];
    long values = 0;
    for (float[] episode : episodes) {
      for (int i = 0; i < episode.length; i++) {
        int c = i / area % mean.length;
        sum[c] += episode[i];
        squares[c] += (double) episode[i] * episode[i];
      }
      values += episode.length / mean.length;
    }
    for (int c = 0; c < mean.length; c++) {
      double m = sum[c] / values;
      mean[c] = (float) m;
      std[c] = (float) Math.sqrt(Math.max(LEAST_VARIANCE, squares[c] / values - m * m));
    }
  }

  /** What {@link #encode} gives. */
  public record Encoded(AutoencoderConfig config, LatentClips data, LatentClips heldOut) {}

  @Override
  public int frameCount() {
    return source.frameCount();
  }

  /** How many. */
  int episodes() {
    return episodes.size();
  }

  /** One of them, as it was recorded. */
  Episode episode(int number) {
    return source.episodes().get(number);
  }

  /** Copies one latent {@code [C,h,w]}. */
  void copyLatent(ClipSet.Place at, float[] out, int offset) {
    int values = (int) latentShape().count();
    System.arraycopy(episodes.get(at.episode()), at.frame() * values, out, offset, values);
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
      ClipSet.Place at, int length, float[] latents, int latentAt, float[] actions, int actionAt) {
    int values = (int) latentShape().count();
    System.arraycopy(
        episodes.get(at.episode()), at.frame() * values, latents, latentAt, length * values);
    Episode episode = source.episodes().get(at.episode());
    for (int i = 0; i < length; i++) {
      ClipSet.actionInto(episode, at.frame() + i, actions, actionAt + i * actionSize());
    }
  }
}
