package dev.dreamwire.runtime.train;

import dev.dreamwire.api.node.Vocabulary;
import dev.dreamwire.api.tensor.DType;
import dev.dreamwire.runtime.backend.Backend;
import dev.dreamwire.runtime.diffusion.FlowSchedule;
import dev.dreamwire.runtime.diffusion.NoiseSchedule;
import dev.dreamwire.runtime.model.DiffusionForcingLoss;
import dev.dreamwire.runtime.model.DitConfig;
import dev.dreamwire.runtime.model.ModelFiles;
import dev.dreamwire.runtime.model.SpaceTimeDit;
import dev.dreamwire.runtime.tensor.learn.TrainStep;
import dev.dreamwire.runtime.train.health.ActionProbe;
import dev.dreamwire.runtime.train.health.Symptoms;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;

/**
 * Trains the denoiser on clips of latents, by {@link DiffusionForcingLoss} on a flow schedule. Some
 * clips' contexts are {@link DreamedClips}.
 */
final class DenoiserTraining implements Stage {
  /** Its name in files and events. */
  static final String NAME = "denoiser";

  /** Mean of the logit-normal levels. */
  private static final double NOISY_SIDE = 0.5;

  private static final double PLAYED_CONTEXT_LEVEL = 0.05;

  private final Recipe recipe;
  private final LatentClips data;
  private final DitConfig config;
  private final TrainStep step;
  private final NoiseSchedule schedule = new FlowSchedule();
  private final Map<String, float[]> heldOut;
  private final Map<String, float[]> probe;
  private final SampleSheet sheet;
  private final DreamedClips dreamed;

  DenoiserTraining(
      Recipe recipe,
      LatentClips data,
      LatentClips heldOut,
      TrainStep.Compiler compiler,
      Backend backend,
      int threads,
      SampleSheet sheet) {
    this.recipe = recipe;
    this.data = data;
    this.sheet = sheet;
    Recipe.DenoiserStage stage = recipe.denoiser();
    this.config = stage.config(data.latentShape(), data.actionSize());
    DiffusionForcingLoss loss = new DiffusionForcingLoss(new SpaceTimeDit(config, ""));
    this.step =
        compiler.compile(
            loss,
            loss.inputs(stage.batch(), stage.window()),
            stage.optimiser().options(threads, stage.batch()),
            recipe.seed());
    this.dreamed = new DreamedClips(stage.rollouts(), data, config, backend, threads);
    double dropout = stage.actionDropout();
    this.heldOut = batch(heldOut, 0, dropout, Gaussian.of(recipe.seed(), "held-out", 1));
    this.probe = probe(heldOut);
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
    return batch(
        data, share, recipe.denoiser().actionDropout(), Gaussian.of(recipe.seed(), name(), n));
  }

  /** Held-out frames as play makes them: from pure noise, after a nearly clean context. */
  private Map<String, float[]> probe(LatentClips from) {
    Map<String, float[]> out = batch(from, 0, 0, Gaussian.of(recipe.seed(), "probe", 2));
    int n = recipe.denoiser().batch() * (recipe.denoiser().window() - 1);
    addLevels(out, "context", n, () -> PLAYED_CONTEXT_LEVEL);
    addLevels(out, "target", n, () -> 1);
    return out;
  }

  private Map<String, float[]> batch(
      LatentClips from, double dreamedShare, double actionDropout, Random random) {
    Recipe.DenoiserStage stage = recipe.denoiser();
    int b = stage.batch();
    int t = stage.window();
    int values = (int) config.latentShape().count();
    float[] latents = new float[b * t * values];
    float[] context = new float[b * (t - 1) * values];
    float[] actions = new float[b * t * config.actions()];
    Map<String, float[]> out = new LinkedHashMap<>();
    for (int i = 0; i < b; i++) {
      int latentAt = i * t * values;
      int contextAt = i * (t - 1) * values;
      int actionAt = i * t * config.actions();
      if (dreamedShare > 0 && random.nextDouble() < dreamedShare) {
        dreamed.clip(random, t, latents, latentAt, context, contextAt, actions, actionAt);
      } else {
        from.copy(from.place(random, t), t, latents, latentAt, actions, actionAt);
        System.arraycopy(latents, latentAt, context, contextAt, (t - 1) * values);
      }
      if (random.nextDouble() < actionDropout) {
        Arrays.fill(actions, actionAt, actionAt + t * config.actions(), 0);
      }
    }
    out.put("latents", latents);
    out.put("actions", actions);
    out.put("context", context);
    int n = b * (t - 1);
    out.put("contextNoise", Gaussian.fill(random, n * values));
    out.put("targetNoise", Gaussian.fill(random, n * values));
    addLevels(out, "context", n, () -> contextLevel(random));
    addLevels(out, "target", n, () -> targetLevel(random));
    return out;
  }

  private double contextLevel(Random random) {
    return random.nextDouble() < recipe.denoiser().contextDropout()
        ? 1
        : random.nextDouble() * recipe.denoiser().largestContextLevel();
  }

  /**
   * Pure noise often, since that is where every frame of a game starts; else leaning to the noisy
   * side.
   */
  private double targetLevel(Random random) {
    return random.nextDouble() < recipe.denoiser().pureNoise()
        ? 1
        : 1 / (1 + Math.exp(-(NOISY_SIDE + random.nextGaussian())));
  }

  private void addLevels(Map<String, float[]> out, String stream, int count, DoubleSupplier level) {
    float[] timestep = new float[count];
    float[] alpha = new float[count];
    float[] sigma = new float[count];
    for (int i = 0; i < count; i++) {
      double t = level.getAsDouble() * NoiseSchedule.TIMESTEPS;
      timestep[i] = (float) t;
      alpha[i] = (float) schedule.alpha(t);
      sigma[i] = (float) schedule.sigma(t);
    }
    out.put(stream + "Timestep", timestep);
    out.put(stream + "Alpha", alpha);
    out.put(stream + "Sigma", sigma);
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
  }

  @Override
  public Symptoms drawSheet(Path png) {
    Symptoms seen = sheet.rollouts(png, config, step.averaged());
    return new ActionProbe(probe.get("actions"), actionNames()).measure(seen, this::probed);
  }

  /** The error of frames made from pure noise in one step, told such actions. */
  private double probed(float[] actions) {
    Map<String, float[]> batch = new LinkedHashMap<>(probe);
    batch.put("actions", actions);
    return step.evaluate(batch).get("loss");
  }

  private List<String> actionNames() {
    return config.actions() == Vocabulary.OASIS.size()
        ? Vocabulary.OASIS.names()
        : IntStream.range(0, config.actions()).mapToObj(i -> "action " + i).toList();
  }
}
