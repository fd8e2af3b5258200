package dev.dreamwire.runtime.train;

import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.backend.Backend;
import dev.dreamwire.runtime.backend.CompileOptions;
import dev.dreamwire.runtime.backend.Executable;
import dev.dreamwire.runtime.backend.Program;
import dev.dreamwire.runtime.model.AutoencoderConfig;
import dev.dreamwire.runtime.model.VitAutoencoder;
import dev.dreamwire.runtime.tensor.TensorFunction;
import dev.dreamwire.runtime.tensor.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Recorded play as standardised latents. Immutable and safe on every thread. */
public final class LatentClips {
  private static final int BATCH = 32;

  private final ClipSet source;
  private final AutoencoderConfig config;
  private final List<float[]> episodes;

  private LatentClips(ClipSet source, AutoencoderConfig config, List<float[]> episodes) {
    this.source = source;
    this.config = config;
    this.episodes = episodes;
  }

  /** Encodes every picture once, as the autoencoder gives it, without statistics taken out. */
  private static List<float[]> encodeRaw(ClipSet source, AutoencoderConfig config, Weights weights, Backend backend, int threads) {
    VitAutoencoder autoencoder = new VitAutoencoder(config, "");
    TensorFunction body =
        new TensorFunction() {
          @Override
          public <T> Map<String, T> apply(dev.dreamwire.api.tensor.Ops<T> ops, Map<String, T> in) {
            return Map.of("latents", autoencoder.encodeRaw(ops, in.get("frames")));
          }
        };
    Program program = new Program("encode", Map.of("frames", config.imageShape().prepend(BATCH)), body, weights);
    int pixels = (int) config.imageShape().count();
    int values = (int) config.latentShape().count();
    List<float[]> out = new ArrayList<>();
    try (Executable encoder =
        backend.compile(program, new CompileOptions(CompileOptions.Precision.F32, threads, false))) {
      float[] frames = new float[BATCH * pixels];
      for (ClipSet.Episode episode : source.episodes()) {
        int count = episode.frames().size();
        float[] latents = new float[count * values];
        for (int from = 0; from < count; from += BATCH) {
          int n = Math.min(BATCH, count - from);
          for (int i = 0; i < n; i++) {
            ClipSet.toFloats(episode.frames().get(from + i), frames, i * pixels);
          }
          encoder.input("frames").put(0, frames);
          encoder.run();
          encoder.output("latents").get(0, latents, from * values, n * values);
        }
        out.add(latents);
      }
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
      ClipSet data, ClipSet heldOut, AutoencoderConfig config, Weights weights, Backend backend, int threads) {
    List<float[]> train = encodeRaw(data, config, weights, backend, threads);
    List<float[]> held = encodeRaw(heldOut, config, weights, backend, threads);
    int channels = config.channels();
    int area = config.rows() * config.columns();
    float[] mean = new float[channels];
    float[] std = new float[channels];
    for (int c = 0; c < channels; c++) {
      double sum = 0;
      double squares = 0;
      long n = 0;
      for (float[] episode : train) {
        for (int i = c * area; i < episode.length; i += channels * area) {
          for (int j = i; j < i + area; j++) {
            sum += episode[j];
            squares += (double) episode[j] * episode[j];
          }
          n += area;
        }
      }
      mean[c] = (float) (sum / n);
      std[c] = (float) Math.sqrt(Math.max(1e-8, squares / n - sum / n * (sum / n)));
    }
    for (List<float[]> set : List.of(train, held)) {
      for (float[] episode : set) {
        for (int i = 0; i < episode.length; i++) {
          int c = i / area % channels;
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

  /** What {@link #encode} gives. */
  public record Encoded(AutoencoderConfig config, LatentClips data, LatentClips heldOut) {}

  Shape latentShape() {
    return config.latentShape();
  }

  int actionSize() {
    return source.episodes().get(0).actions().get(0).length;
  }

  /**
   * Copies a clip drawn at random.
   *
   * @param latents gets {@code [length,C,h,w]} from {@code latentAt} on
   * @param actions gets {@code [length,A]}: the action that led into each frame, zeros into an episode's
   *     first
   */
  void clip(Random random, int length, float[] latents, int latentAt, float[] actions, int actionAt) {
    int[] at = source.anyClip(random, length);
    int values = (int) latentShape().count();
    System.arraycopy(episodes.get(at[0]), at[1] * values, latents, latentAt, length * values);
    List<float[]> all = source.episodes().get(at[0]).actions();
    int width = actionSize();
    for (int i = 0; i < length; i++) {
      if (at[1] + i > 0) {
        System.arraycopy(all.get(at[1] + i - 1), 0, actions, actionAt + i * width, width);
      }
    }
  }
}
