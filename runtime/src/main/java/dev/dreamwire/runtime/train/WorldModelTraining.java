package dev.dreamwire.runtime.train;

import dev.dreamwire.api.tensor.DType;
import dev.dreamwire.runtime.backend.Backend;
import dev.dreamwire.runtime.model.AutoencoderConfig;
import dev.dreamwire.runtime.model.ModelFiles;
import dev.dreamwire.runtime.tensor.Weights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A whole run: the autoencoder, the latents, the denoiser, the files that play. Started again on the
 * same folder it goes on where it stopped. Blocks its thread; one thread.
 */
public final class WorldModelTraining {
  private final Recipe recipe;
  private final ClipSet data;
  private final ClipSet heldOut;
  private final Path out;
  private final TrainStep.Compiler compiler;
  private final Backend backend;
  private final int threads;
  private final Consumer<TrainingEvent> events;

  /**
   * A run.
   *
   * @param data to learn from
   * @param heldOut to measure on, from other episodes
   * @param out folder of checkpoints, curves, sheets and models; made if missing
   * @param backend that encodes the data and draws the sheets
   * @param threads for the products
   * @param events told what happens, on the thread of {@link #run}
   */
  public WorldModelTraining(
      Recipe recipe,
      ClipSet data,
      ClipSet heldOut,
      Path out,
      TrainStep.Compiler compiler,
      Backend backend,
      int threads,
      Consumer<TrainingEvent> events) {
    this.recipe = recipe;
    this.data = data;
    this.heldOut = heldOut;
    this.out = out;
    this.compiler = compiler;
    this.backend = backend;
    this.threads = threads;
    this.events = events;
  }

  /**
   * Trains both models.
   *
   * @param seconds of work in all, over all processes
   * @throws TrainingException if it cannot go on
   */
  public void run(double seconds) {
    data.requireClips(recipe.denoiser().window());
    try {
      Files.createDirectories(out);
      Files.writeString(out.resolve("recipe.json"), recipe.toJson());
      SampleSheet sheet = new SampleSheet(backend, threads);
      double first = seconds * recipe.autoencoder().share();
      LatentClips.Encoded encoded = trainAutoencoder(sheet, first);
      trainDenoiser(encoded, sheet, seconds - first);
    } catch (IOException e) {
      throw new TrainingException("cannot write to " + out + ": " + e.getMessage(), e);
    }
  }

  private LatentClips.Encoded trainAutoencoder(SampleSheet sheet, double seconds) throws IOException {
    events.accept(new TrainingEvent.Began("training the autoencoder on " + data.frameCount() + " frames"));
    AutoencoderTraining stage =
        new AutoencoderTraining(recipe, data, heldOut, compiler, threads, sheet);
    try (TrainStep step = stage.step()) {
      loop(stage, seconds).run();
      Weights averaged = step.averaged();
      events.accept(new TrainingEvent.Began("encoding " + (data.frameCount() + heldOut.frameCount()) + " frames"));
      LatentClips.Encoded encoded =
          LatentClips.encode(data, heldOut, stage.config(), averaged, backend, threads);
      AutoencoderConfig config = encoded.config();
      sheet.rollFrom(encoded.heldOut(), config, averaged);
      ModelFiles.save(
          out.resolve("autoencoder.safetensors"), config, averaged, DType.F16, card("autoencoder", step.steps()));
      return encoded;
    }
  }

  private void trainDenoiser(LatentClips.Encoded encoded, SampleSheet sheet, double seconds) throws IOException {
    events.accept(new TrainingEvent.Began("training the denoiser"));
    DenoiserTraining stage =
        new DenoiserTraining(recipe, encoded.data(), encoded.heldOut(), compiler, threads, sheet);
    try (TrainStep step = stage.step()) {
      loop(stage, seconds).run();
      ModelFiles.save(
          out.resolve("dit.safetensors"), stage.config(), step.averaged(), DType.F16, card("denoiser", step.steps()));
    }
  }

  private TrainingLoop loop(Stage stage, double seconds) {
    return new TrainingLoop(
        stage, out, new TrainingLoop.Budget(seconds, Long.MAX_VALUE), TrainingLoop.Rhythm.DEFAULT, events);
  }

  private Map<String, String> card(String stage, long steps) {
    Map<String, String> card = new LinkedHashMap<>();
    card.put("recipe", recipe.name());
    card.put("seed", Long.toString(recipe.seed()));
    card.put("stage", stage);
    card.put("steps", Long.toString(steps));
    card.put("training frames", Integer.toString(data.frameCount()));
    return card;
  }
}
