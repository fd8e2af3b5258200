package dev.dreamwire.runtime.train;

import dev.dreamwire.api.tensor.DType;
import dev.dreamwire.runtime.backend.Backend;
import dev.dreamwire.runtime.memory.Atlas;
import dev.dreamwire.runtime.memory.AtlasFile;
import dev.dreamwire.runtime.model.DiffusionForcingLoss;
import dev.dreamwire.runtime.model.DitConfig;
import dev.dreamwire.runtime.model.DitDenoiser;
import dev.dreamwire.runtime.model.ModelFiles;
import dev.dreamwire.runtime.model.SpaceTimeDit;
import dev.dreamwire.runtime.tensor.learn.TrainStep;
import dev.dreamwire.runtime.train.health.ActionProbe;
import dev.dreamwire.runtime.train.health.Symptoms;
import dev.dreamwire.runtime.world.World;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Trains the denoiser on clips of latents, by {@link DiffusionForcingLoss} on a flow schedule. Some
 * clips' contexts are {@link DreamedClips}.
 */
final class DenoiserTraining implements Stage {
  /** Its name in files and events. */
  static final String NAME = "denoiser";

  private final Recipe recipe;
  private final LatentClips data;
  private final DitConfig config;
  private final TrainStep step;
  private final Map<String, float[]> heldOut;

  /** Frames to be made from pure noise in one step. */
  private final Map<String, float[]> probe;

  private final SampleSheet sheet;
  private final PictureCodec codec;
  private final Optional<PictureDetail> detail;
  private final Optional<Atlas> atlas;
  private final Optional<Replay> heldReplay;
  private final DreamedClips dreamed;
  private final DenoiserBatches batches;

  /**
   * @param cache keeps what the play recalls
   * @param start what the denoiser begins from; its shape is the recipe's. Empty for random weights
   */
  DenoiserTraining(
      Recipe recipe,
      LatentClips.Encoded encoded,
      TrainStep.Compiler compiler,
      Backend backend,
      int threads,
      SampleSheet sheet,
      PlayCache cache,
      Optional<DitDenoiser> start) {
    this.recipe = recipe;
    this.data = encoded.data();
    this.sheet = sheet;
    Recipe.DenoiserStage stage = recipe.denoiser();
    this.config = stage.config(data.latentShape(), data.actionSize());
    DiffusionForcingLoss loss = new DiffusionForcingLoss(new SpaceTimeDit(config, ""));
    this.step =
        compiler.compile(
            loss,
            loss.inputs(stage.batch(), stage.window()),
            stage.optimiser().options(threads, stage.batch(), compiler.isFasterInBfloat16()),
            recipe.seed());
    start.ifPresent(trained -> step.begin(trained.weights()));
    LatentClips held = encoded.heldOut();
    this.codec = encoded.codec(backend, threads);
    this.detail =
        Optional.ofNullable(stage.rollouts().detail())
            .map(settings -> encoded.detail(settings, backend, threads));
    Recipe.Memory memory = stage.memory();
    Optional<AtlasViews> views =
        config.memory() ? Optional.of(AtlasViews.choose(data, memory.views())) : Optional.empty();
    this.atlas = views.flatMap(chosen -> chosen.atlas(depths(memory)));
    // What is recalled of a play that is held out is never of itself, so neither may it be here.
    Optional<Replay> replay =
        views.map(chosen -> replay(episode -> atlas.map(all -> chosen.without(all, episode))));
    this.heldReplay = views.map(chosen -> replay(episode -> atlas));
    Optional<Recollections> recollections =
        replay.map(again -> recall(again, data, cache, "recalled"));
    this.dreamed = new DreamedClips(stage, data, replay, codec, detail, config, backend, threads);
    this.batches = new DenoiserBatches(stage, config, data, recollections, dreamed);
    DenoiserBatches heldBatches =
        new DenoiserBatches(
            stage,
            config,
            held,
            heldReplay.map(again -> recall(again, held, cache, "held-recalled")),
            dreamed);
    this.heldOut =
        heldBatches.draw(0, stage.actionDropout(), Gaussian.of(recipe.seed(), "held-out", 1));
    this.probe = heldBatches.asPlayed(Gaussian.of(recipe.seed(), "probe", 2));
  }

  private static Depths depths(Recipe.Memory memory) {
    return memory.depths()
        ? Depths.of(new World(), memory.camera())
        : Depths.guessed(memory.camera());
  }

  private Replay replay(IntFunction<Optional<Atlas>> known) {
    Recipe.DenoiserStage stage = recipe.denoiser();
    return new Replay(stage.memory(), known, stage.window(), codec, values());
  }

  private int values() {
    return (int) config.latentShape().count();
  }

  private Recollections recall(Replay replay, LatentClips clips, PlayCache cache, String name) {
    Recipe.DenoiserStage stage = recipe.denoiser();
    byte[] key =
        new PlayCache.Key()
            .bytes(data.key())
            .bytes(clips.key())
            .text(stage.memory() + " " + stage.window())
            .value();
    return new Recollections(
        stage.memory(),
        values(),
        cache.get(
            name,
            key,
            IntStream.range(0, clips.episodes()).parallel(),
            number -> replay.recall(clips, number)));
  }

  DitConfig config() {
    return config;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Recipe.Optimiser optimiser() {
    return recipe.denoiser().optimiser();
  }

  @Override
  public TrainStep step() {
    return step;
  }

  @Override
  public Map<String, float[]> batch(long n) {
    Recipe.Rollouts rollouts = recipe.denoiser().rollouts();
    double share = rollouts.share(n);
    if (share > 0 && (dreamed.isEmpty() || n % rollouts.everySteps() == 0)) {
      dreamed.refresh(step.averaged(), Gaussian.of(recipe.seed(), "rollouts", n));
    }
    return batches.draw(
        share, recipe.denoiser().actionDropout(), Gaussian.of(recipe.seed(), name(), n));
  }

  @Override
  public void atCheckpoint() {
    dreamed.clear();
  }

  @Override
  public Map<String, float[]> heldOut() {
    return heldOut;
  }

  @Override
  public int framesPerBatch() {
    return recipe.denoiser().batch() * (recipe.denoiser().window() - 1);
  }

  @Override
  public void publish(Path folder) throws IOException {
    ModelFiles.save(
        folder.resolve(WorldModelTraining.DENOISER),
        config,
        step.averaged(),
        DType.F16,
        ModelCard.metadata(recipe, this, data.frameCount()));
    if (atlas.isPresent()) {
      AtlasFile.write(
          folder.resolve(WorldModelTraining.ATLAS),
          atlas.get(),
          Map.of("recipe", recipe.name(), "training frames", "" + data.frameCount()));
    }
  }

  @Override
  public Symptoms drawSheet(Path png) {
    Symptoms seen = sheet.rollouts(png, config, step.averaged(), heldReplay);
    return ActionProbe.of(probe, config.actions()).measure(seen, step, probe);
  }

  @Override
  public void close() {
    codec.close();
    detail.ifPresent(PictureDetail::close);
    step.close();
  }
}
