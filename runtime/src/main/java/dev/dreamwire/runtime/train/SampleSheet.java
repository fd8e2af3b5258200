package dev.dreamwire.runtime.train;

import dev.dreamwire.runtime.backend.Backend;
import dev.dreamwire.runtime.backend.CompileOptions;
import dev.dreamwire.runtime.model.AutoencoderConfig;
import dev.dreamwire.runtime.model.DitConfig;
import dev.dreamwire.runtime.model.SpaceTimeDit;
import dev.dreamwire.runtime.model.VitAutoencoder;
import dev.dreamwire.runtime.tensor.Precision;
import dev.dreamwire.runtime.tensor.Weights;
import dev.dreamwire.runtime.train.health.Symptoms;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** Pictures of what a model in training does, for a person to look at. Used by one thread. */
final class SampleSheet {
  private static final int FRAMES = 24;
  private static final int ROWS = 4;
  private static final int SHOWN_EVERY = 3;

  private final Backend backend;
  private final CompileOptions options;
  private LatentClips clips;
  private AutoencoderConfig autoencoder;
  private Weights decoder;

  SampleSheet(Backend backend, int threads) {
    this.backend = backend;
    this.options = new CompileOptions(Precision.F32, threads, false);
  }

  /** Frames of play that a rollout needs. */
  static int clipLength(int window) {
    return window - 1 + FRAMES;
  }

  /** Where rollouts start and how they are shown. */
  void rollFrom(LatentClips heldOut, AutoencoderConfig config, Weights weights) {
    clips = heldOut;
    autoencoder = config;
    decoder = weights;
  }

  /**
   * Two rows: pictures {@code [N,3,H,W]}, and what the autoencoder makes of them.
   *
   * @return how these compare
   */
  Symptoms reconstructions(Path png, AutoencoderConfig config, Weights weights, float[] pictures) {
    int pixels = (int) config.imageShape().count();
    int count = pictures.length / pixels;
    PictureSheet sheet = new PictureSheet(config.width(), config.height(), count, 2);
    try (PictureCodec codec = codec(config, weights)) {
      float[] back = codec.decode(codec.encode(pictures));
      for (int i = 0; i < count; i++) {
        sheet.put(i, 0, pictures, i * pixels);
        sheet.put(i, 1, back, i * pixels);
      }
      write(sheet, png);
      return Symptoms.compare(rows(pictures, pixels), rows(back, pixels), pixels, 0);
    }
  }

  private PictureCodec codec(AutoencoderConfig config, Weights weights) {
    return new PictureCodec(new VitAutoencoder(config, ""), weights, 1, backend, options);
  }

  /**
   * Pairs of rows: what happened, and what is dreamed from the same start with the same actions.
   *
   * @param replay of the play that rollouts start in, for a model with memory
   * @return how these compare, as latents
   */
  Symptoms rollouts(Path png, DitConfig config, Weights weights, Optional<Replay> replay) {
    int window = config.window();
    int length = clipLength(window);
    int values = (int) config.latentShape().count();
    Random random = new Random(1);
    float[][] truths = new float[ROWS][length * values];
    float[][] dreams = new float[ROWS][];
    PictureSheet sheet =
        new PictureSheet(autoencoder.width(), autoencoder.height(), FRAMES / SHOWN_EVERY, ROWS * 2);
    try (WindowSampler sampler =
            new WindowSampler(
                new SpaceTimeDit(config, ""),
                weights,
                WindowSampler.Settings.TRAINING,
                1,
                backend,
                options);
        PictureCodec codec = codec(autoencoder, decoder)) {
      for (int row = 0; row < ROWS; row++) {
        float[] truth = truths[row];
        float[] actions = new float[length * config.actions()];
        ClipSet.Place place = clips.place(random, length);
        clips.copy(place, length, truth, 0, actions, 0);
        Optional<RememberedGames> memory =
            replay.map(again -> remembered(again, place, window - 2, codec, values));
        float[] dream = dream(sampler, config, truth, actions, memory, random);
        dreams[row] = dream;
        show(sheet, row * 2, codec.decode(truth), window - 1);
        show(sheet, row * 2 + 1, codec.decode(dream), window - 1);
      }
    }
    write(sheet, png);
    return Symptoms.compare(truths, dreams, values, window - 1);
  }

  /** A game that begins with one of a clip's frames. */
  private RememberedGames remembered(
      Replay replay, ClipSet.Place clip, int frame, PictureCodec codec, int values) {
    ClipSet.Place at = new ClipSet.Place(clip.episode(), clip.frame() + frame);
    return new RememberedGames(
        List.of(Optional.of(replay.begin(clips, at))), codec, values, Optional.empty());
  }

  private static float[][] rows(float[] all, int size) {
    return IntStream.range(0, all.length / size)
        .mapToObj(i -> Arrays.copyOfRange(all, i * size, (i + 1) * size))
        .toArray(float[][]::new);
  }

  private static float[] dream(
      WindowSampler sampler,
      DitConfig config,
      float[] truth,
      float[] actions,
      Optional<RememberedGames> memory,
      Random random) {
    int window = config.window();
    int values = (int) config.latentShape().count();
    float[] dream = truth.clone();
    float[] past = new float[(window - 1) * values];
    float[] into = new float[window * config.actions()];
    for (int f = window - 1; f < truth.length / values; f++) {
      int from = f - window + 1;
      System.arraycopy(dream, from * values, past, 0, past.length);
      System.arraycopy(actions, from * config.actions(), into, 0, into.length);
      if (memory.isPresent()) {
        memory.get().see(Arrays.copyOfRange(dream, (f - 1) * values, f * values));
        RememberedGames.Recalled recalled = memory.get().recall(random);
        sampler.remember(recalled.recalled(), recalled.carried(), recalled.offsets());
      }
      System.arraycopy(sampler.sample(past, into, random), 0, dream, f * values, values);
    }
    return dream;
  }

  private void show(PictureSheet sheet, int row, float[] pictures, int first) {
    int pixels = (int) autoencoder.imageShape().count();
    for (int i = 0; i < FRAMES / SHOWN_EVERY; i++) {
      sheet.put(i, row, pictures, (first + i * SHOWN_EVERY) * pixels);
    }
  }

  private static void write(PictureSheet sheet, Path png) {
    try {
      sheet.write(png);
    } catch (IOException e) {
      throw TrainingException.of(e, "error.unwritable", png, e.getMessage());
    }
  }
}
