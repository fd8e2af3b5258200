package dev.dreamwire.runtime.train;

import dev.dreamwire.runtime.backend.Backend;
import dev.dreamwire.runtime.model.AutoencoderConfig;
import dev.dreamwire.runtime.model.AutoencoderHandle;
import dev.dreamwire.runtime.model.DitConfig;
import dev.dreamwire.runtime.model.DitDenoiser;
import dev.dreamwire.runtime.model.ModelFiles;
import dev.dreamwire.runtime.tensor.Weights;
import dev.dreamwire.runtime.tensor.learn.TrainStep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * A whole run: the autoencoder, the latents, the denoiser, the files that play. Started again on
 * the same folder it goes on where it stopped. Blocks its thread; one thread.
 */
public final class WorldModelTraining {
  /** File of the trained autoencoder in the run's folder. */
  public static final String AUTOENCODER = "autoencoder.safetensors";

  /** File of the trained denoiser. */
  public static final String DENOISER = "dit.safetensors";

  /** File of the views that the denoiser knows its world by, if it was trained with such. */
  public static final String ATLAS = "atlas.safetensors";

  /** File that tells people what the models are. */
  public static final String CARD = "model-card.md";

  private final Recipe recipe;
  private final TrainingData data;
  private final Optional<StartingModels> start;
  private final Path out;
  private final TrainStep.Compiler compiler;
  private final Backend backend;
  private final int threads;
  private final Rhythm rhythm;
  private final RunRecord record;

  /**
   * A run.
   *
   * @param data to learn from and to measure on
   * @param start models to begin from; empty to train both from nothing, or to go on with a run
   *     that knows what it began from
   * @param out folder of checkpoints, curves, sheets and models; made if missing
   * @param compiler of the training steps
   * @param backend that encodes the data and draws the sheets
   * @param threads for the products
   * @param rhythm of reports and checkpoints
   * @param events told what happens, on the thread of {@link #run}
   */
  public WorldModelTraining(
      Recipe recipe,
      TrainingData data,
      Optional<StartingModels> start,
      Path out,
      TrainStep.Compiler compiler,
      Backend backend,
      int threads,
      Rhythm rhythm,
      Consumer<TrainingEvent> events) {
    this.recipe = recipe;
    this.data = data;
    this.start = start;
    this.out = out;
    this.compiler = compiler;
    this.backend = backend;
    this.threads = threads;
    this.rhythm = rhythm;
    this.record = new RunRecord(recipe, out, events);
  }

  /**
   * Trains both models.
   *
   * @param budget of the whole run; its steps count for each stage
   * @param stop asked after every step whether to save and leave
   * @return false if it was stopped
   * @throws TrainingException if it cannot go on
   */
  public boolean run(Budget budget, BooleanSupplier stop) {
    data.data().requireClips(recipe.denoiser().clipLength());
    data.heldOut().requireClips(SampleSheet.clipLength(recipe.denoiser().window()));
    PlayCache cache = PlayCache.in(out.resolve("cache"), stop);
    try {
      record.begin();
      Optional<StartingModels> from = begunFrom();
      SampleSheet sheet = new SampleSheet(backend, threads);
      double share = from.isPresent() ? 0 : recipe.autoencoder().share();
      LatentClips.Encoded encoded =
          from.isPresent()
              ? encode(from.get(), sheet, cache)
              : trainAutoencoder(sheet, budget.share(share), stop, cache);
      if (encoded == null
          || !trainDenoiser(encoded, from, sheet, budget.share(1 - share), stop, cache)) {
        return false;
      }
      record.complete(data, from, budget);
      cache.delete();
      return true;
    } catch (PlayCache.StoppedException e) {
      return false;
    } catch (IOException e) {
      throw TrainingException.of(e, "error.unwritable", out, e.getMessage());
    }
  }

  /** What this run began from, now or in an earlier process. */
  private Optional<StartingModels> begunFrom() throws IOException {
    if (start.isPresent()) {
      start.get().write(out);
    }
    return StartingModels.read(out);
  }

  /** The play as latents of an autoencoder that is ready. */
  private LatentClips.Encoded encode(StartingModels from, SampleSheet sheet, PlayCache cache)
      throws IOException {
    Path file = Path.of(from.autoencoder());
    AutoencoderHandle ready = ModelFiles.autoencoder(file, "");
    AutoencoderConfig config = ready.autoencoder().config();
    ClipSet play = data.data();
    if (config.width() != play.width() || config.height() != play.height()) {
      throw TrainingException.of(
          null,
          "error.startSize",
          file,
          config.width(),
          config.height(),
          play.width(),
          play.height());
    }
    if (!file.toAbsolutePath().equals(out.resolve(AUTOENCODER).toAbsolutePath())) {
      Files.copy(file, out.resolve(AUTOENCODER), StandardCopyOption.REPLACE_EXISTING);
    }
    record.tell("encoding " + (play.frameCount() + data.heldOut().frameCount()) + " frames");
    LatentClips heldOut =
        LatentClips.encode(data.heldOut(), ready, backend, threads, cache, "held-latents");
    sheet.rollFrom(heldOut, config, ready.weights());
    LatentClips encoded = LatentClips.encode(play, ready, backend, threads, cache, "latents");
    return new LatentClips.Encoded(config, ready.weights(), encoded, heldOut);
  }

  /** The denoiser to begin from, which must be the recipe's. */
  private DitDenoiser denoiser(StartingModels from, LatentClips clips) throws IOException {
    DitDenoiser trained = ModelFiles.dit(Path.of(from.denoiser()), "");
    DitConfig wanted = recipe.denoiser().config(clips.latentShape(), clips.actionSize());
    if (!trained.dit().config().equals(wanted)) {
      throw TrainingException.of(
          null, "error.startShape", from.denoiser(), trained.dit().config(), wanted);
    }
    return trained;
  }

  /** The play as latents of the trained autoencoder; null if it was stopped. */
  private LatentClips.Encoded trainAutoencoder(
      SampleSheet sheet, Budget budget, BooleanSupplier stop, PlayCache cache) throws IOException {
    int frames = data.data().frameCount();
    record.tell("training the autoencoder on " + frames + " frames");
    try (AutoencoderTraining stage =
        new AutoencoderTraining(recipe, data.data(), data.heldOut(), compiler, threads, sheet)) {
      if (!loop(stage, budget, stop).run()) {
        return null;
      }
      Weights averaged = stage.step().averaged();
      record.tell("encoding " + (frames + data.heldOut().frameCount()) + " frames");
      LatentClips.Encoded encoded =
          LatentClips.encode(
              data.data(), data.heldOut(), stage.config(), averaged, backend, threads, cache);
      sheet.rollFrom(encoded.heldOut(), encoded.config(), averaged);
      stage.publish(out, encoded.config());
      return encoded;
    }
  }

  private boolean trainDenoiser(
      LatentClips.Encoded encoded,
      Optional<StartingModels> from,
      SampleSheet sheet,
      Budget budget,
      BooleanSupplier stop,
      PlayCache cache)
      throws IOException {
    Optional<DitDenoiser> trained =
        from.isPresent() ? Optional.of(denoiser(from.get(), encoded.data())) : Optional.empty();
    if (recipe.denoiser().memory().share() > 0) {
      record.tell("recalling what the frames remember");
    }
    try (DenoiserTraining stage =
        new DenoiserTraining(recipe, encoded, compiler, backend, threads, sheet, cache, trained)) {
      record.tell("training the denoiser");
      return loop(stage, budget, stop).run();
    }
  }

  private TrainingLoop loop(Stage stage, Budget budget, BooleanSupplier stop) {
    return new TrainingLoop(stage, out, budget, rhythm, record::accept, stop);
  }
}
