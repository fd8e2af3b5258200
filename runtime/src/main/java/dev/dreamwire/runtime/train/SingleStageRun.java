package dev.dreamwire.runtime.train;

import dev.dreamwire.runtime.backend.Backend;
import dev.dreamwire.runtime.backend.CompileOptions;
import dev.dreamwire.runtime.model.AutoencoderHandle;
import dev.dreamwire.runtime.model.ModelFiles;
import dev.dreamwire.runtime.tensor.Precision;
import dev.dreamwire.runtime.tensor.learn.TrainStep;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * A whole run of a denoiser alone, on pixels or on the latents of an autoencoder that is ready.
 * Started again on the same folder it goes on where it stopped. Blocks its thread; one thread.
 */
final class SingleStageRun {
  private final SingleStageRecipe recipe;
  private final TrainingData data;
  private final Path out;
  private final TrainStep.Compiler compiler;
  private final Backend backend;
  private final int threads;
  private final Rhythm rhythm;
  private final RunRecord record;

  /** A run; as {@link WorldModelTraining}. */
  SingleStageRun(
      SingleStageRecipe recipe,
      TrainingData data,
      Path out,
      TrainStep.Compiler compiler,
      Backend backend,
      int threads,
      Rhythm rhythm,
      Consumer<TrainingEvent> events) {
    this.recipe = recipe;
    this.data = data;
    this.out = out;
    this.compiler = compiler;
    this.backend = backend;
    this.threads = threads;
    this.rhythm = rhythm;
    this.record = new RunRecord(recipe, out, events);
  }

  /**
   * Trains.
   *
   * @param budget of the run
   * @param stop asked after every step whether to save and leave
   * @return false if it was stopped
   * @throws TrainingException if it cannot go on
   */
  boolean run(Budget budget, BooleanSupplier stop) {
    data.data().requireClips(recipe.clipLength());
    data.heldOut().requireClips(recipe.sheetLength());
    PlayCache cache = PlayCache.in(out.resolve("cache"), stop);
    try {
      record.begin();
      boolean finished =
          recipe.autoencoder().isEmpty() ? onPixels(budget, stop) : onLatents(budget, stop, cache);
      if (!finished) {
        return false;
      }
      record.complete(data, Optional.empty(), budget);
      cache.delete();
      return true;
    } catch (PlayCache.StoppedException e) {
      return false;
    } catch (IOException e) {
      throw TrainingException.of(e, "error.unwritable", out, e.getMessage());
    }
  }

  private boolean onPixels(Budget budget, BooleanSupplier stop) {
    FramePictures pictures =
        new FramePictures(data.data().width(), data.data().height(), frames -> frames);
    return train(
        new PictureClips(data.data()), new PictureClips(data.heldOut()), pictures, budget, stop);
  }

  private boolean onLatents(Budget budget, BooleanSupplier stop, PlayCache cache)
      throws IOException {
    AutoencoderHandle ready = ModelFiles.autoencoder(Path.of(recipe.autoencoder()), "");
    record.tell("encoding " + (data.data().frameCount() + data.heldOut().frameCount()) + " frames");
    CompileOptions options = new CompileOptions(Precision.F32, threads, false);
    LatentClips train = LatentClips.encode(data.data(), ready, backend, threads, cache, "latents");
    LatentClips held =
        LatentClips.encode(data.heldOut(), ready, backend, threads, cache, "held-latents");
    try (PictureCodec codec =
        new PictureCodec(ready.autoencoder(), ready.weights(), 1, backend, options)) {
      FramePictures pictures =
          new FramePictures(data.data().width(), data.data().height(), codec::decode);
      return train(train, held, pictures, budget, stop);
    }
  }

  private boolean train(
      PlayClips train,
      PlayClips held,
      FramePictures pictures,
      Budget budget,
      BooleanSupplier stop) {
    record.tell("training the denoiser");
    try (Stage stage =
        recipe.stage(
            new SingleStageRecipe.Parts(train, held, pictures, compiler, backend, threads))) {
      return new TrainingLoop(stage, out, budget, rhythm, record::accept, stop).run();
    }
  }
}
