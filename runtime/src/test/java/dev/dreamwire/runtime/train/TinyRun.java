package dev.dreamwire.runtime.train;

import dev.dreamwire.runtime.data.Episode;
import dev.dreamwire.runtime.data.RecordingInfo;
import dev.dreamwire.runtime.data.RecordingWriter;
import dev.dreamwire.runtime.diffusion.Prediction;
import dev.dreamwire.runtime.memory.Camera;
import dev.dreamwire.runtime.model.AutoencoderConfig;
import dev.dreamwire.runtime.model.Detail;
import dev.dreamwire.runtime.model.DitConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** A recipe and play that are small enough to train in a test. */
final class TinyRun {
  static final int WIDTH = 32;
  static final int HEIGHT = 16;
  static final int ACTIONS = 25;

  private TinyRun() {}

  static Recipe recipe() {
    return recipe(5);
  }

  /** The same from other random weights. */
  static Recipe recipe(long seed) {
    Recipe.Optimiser optimiser = new Recipe.Optimiser(0.002, 0.1, 4, 0.9, 0.95, 0.01, 1, 0.9);
    return new Recipe(
        "tiny",
        seed,
        new Recipe.AutoencoderStage(
            0.5, 8, 4, 16, 2, 1, 1, AutoencoderConfig.Bottleneck.TANH, true, 0.1, 4, optimiser),
        new Recipe.DenoiserStage(
            2,
            16,
            2,
            2,
            2,
            4,
            10,
            true,
            Prediction.X0,
            true,
            new DitConfig.Fine(8, 1, 1, true),
            new Recipe.Memory(0.7, 0.3, new Camera(80, 1.6, 12), 5, true),
            0.5,
            0.45,
            0.1,
            0.05,
            new Recipe.Rollouts(0.5, 2, 2, 3, 5, 10, 2, 600, 0.5, 100, Detail.Settings.USUAL),
            2,
            optimiser));
  }

  static TrainingData data() {
    return new TrainingData(
        new ClipSet(WIDTH, HEIGHT, List.of(episode(0, 30), episode(1, 8), episode(2, 40))),
        new ClipSet(WIDTH, HEIGHT, List.of(episode(3, 40))),
        List.of("training: stripes", "held out: stripes"));
  }

  /** Writes episodes of 40 frames as a recording. */
  static void record(Path folder, String world, int episodes) throws IOException {
    RecordingWriter writer =
        new RecordingWriter(folder, RecordingInfo.of(world, "none", 1, 20, WIDTH, HEIGHT));
    for (int number = 0; number < episodes; number++) {
      Episode play = episode(number, 40);
      try (RecordingWriter.EpisodeWriter episode = writer.episode()) {
        for (int i = 0; i < play.frames(); i++) {
          byte[] rgb =
              Arrays.copyOfRange(play.rgb(), i * play.frameBytes(), (i + 1) * play.frameBytes());
          episode.add(rgb, play.actions()[i], null);
        }
        episode.finish();
      }
    }
  }

  /**
   * Stripes that move. Every picture's first pixel is (episode, frame, 0), and the action of row i
   * holds i + 1 in its first column and the episode in its second.
   */
  static Episode episode(int number, int frames) {
    byte[] rgb = new byte[frames * WIDTH * HEIGHT * 3];
    for (int f = 0, at = 0; f < frames; f++) {
      for (int i = 0; i < WIDTH * HEIGHT; i++, at += 3) {
        rgb[at] = (byte) (i == 0 ? number : (i % WIDTH + f) * 16);
        rgb[at + 1] = (byte) (i == 0 ? f : i / WIDTH * 16);
        rgb[at + 2] = (byte) (i == 0 ? 0 : number * 60);
      }
    }
    float[][] actions =
        IntStream.range(0, frames)
            .mapToObj(
                i -> {
                  float[] action = new float[ACTIONS];
                  action[0] = i + 1;
                  action[1] = number;
                  return action;
                })
            .toArray(float[][]::new);
    return new Episode("episode-" + number, WIDTH, HEIGHT, rgb, actions, List.of());
  }
}
