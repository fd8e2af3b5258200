package dev.dreamwire.runtime.train;

import dev.dreamwire.api.tensor.DType;
import dev.dreamwire.api.tensor.Ops;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.backend.Backend;
import dev.dreamwire.runtime.backend.CompileOptions;
import dev.dreamwire.runtime.backend.Executable;
import dev.dreamwire.runtime.backend.Program;
import dev.dreamwire.runtime.diffusion.FlowSchedule;
import dev.dreamwire.runtime.diffusion.NoiseSchedule;
import dev.dreamwire.runtime.model.ClipDit;
import dev.dreamwire.runtime.model.ClipLoss;
import dev.dreamwire.runtime.model.DitConfig;
import dev.dreamwire.runtime.model.ModelFiles;
import dev.dreamwire.runtime.model.SpaceTimeDit;
import dev.dreamwire.runtime.tensor.Precision;
import dev.dreamwire.runtime.tensor.TensorFunction;
import dev.dreamwire.runtime.tensor.Weights;
import dev.dreamwire.runtime.tensor.learn.TrainStep;
import dev.dreamwire.runtime.train.health.Symptoms;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** Trains a model of whole clips by {@link ClipLoss}, on a flow schedule. */
final class ClipTraining implements Stage {
  /** Its name in files and events. */
  static final String NAME = "clip";

  /** File of the trained model in the run's folder. */
  static final String FILE = "clip-dit.safetensors";

  private static final int ROWS = 4;
  private static final int SHOWN = 8;

  private final ClipRecipe recipe;
  private final PlayClips data;
  private final PlayClips heldOutPlay;
  private final FramePictures pictures;
  private final Backend backend;
  private final CompileOptions options;
  private final DitConfig config;
  private final NoiseSchedule schedule = new FlowSchedule();
  private final TrainStep step;
  private final Map<String, float[]> heldOut;

  ClipTraining(ClipRecipe recipe, SingleStageRecipe.Parts parts) {
    this.recipe = recipe;
    this.data = parts.data();
    this.heldOutPlay = parts.heldOut();
    this.pictures = parts.pictures();
    this.backend = parts.backend();
    this.options = new CompileOptions(Precision.F32, parts.threads(), false);
    this.config = recipe.clip().config(data.latentShape());
    ClipLoss loss = new ClipLoss(model(Weights.none()));
    int batch = recipe.clip().batch();
    this.step =
        parts
            .compiler()
            .compile(
                loss,
                loss.inputs(batch),
                recipe
                    .clip()
                    .optimiser()
                    .options(parts.threads(), batch, parts.compiler().isFasterInBfloat16()),
                recipe.seed());
    this.heldOut = draw(heldOutPlay, Gaussian.of(recipe.seed(), "held-out", 1));
  }

  private ClipDit model(Weights weights) {
    return new ClipDit(new SpaceTimeDit(config, ""), weights);
  }

  private Map<String, float[]> draw(PlayClips from, Random random) {
    int batch = recipe.clip().batch();
    int frames = recipe.clip().frames();
    int values = (int) config.latentShape().count();
    float[] first = new float[batch * values];
    float[] target = new float[batch * (frames - 1) * values];
    float[] timesteps = new float[batch];
    float[] alphas = new float[batch];
    float[] sigmas = new float[batch];
    for (int i = 0; i < batch; i++) {
      float[] clip = play(from, random);
      System.arraycopy(clip, 0, first, i * values, values);
      System.arraycopy(clip, values, target, i * (frames - 1) * values, (frames - 1) * values);
      boolean pure = random.nextDouble() < recipe.clip().pureNoise();
      double timestep = NoiseSchedule.TIMESTEPS * (pure ? 1 : random.nextDouble());
      timesteps[i] = (float) timestep;
      alphas[i] = (float) schedule.alpha(timestep);
      sigmas[i] = (float) schedule.sigma(timestep);
    }
    Map<String, float[]> out = new LinkedHashMap<>();
    out.put("first", first);
    out.put("target", target);
    out.put("noise", Gaussian.fill(random, target.length));
    out.put("timestep", timesteps);
    out.put("alpha", alphas);
    out.put("sigma", sigmas);
    return out;
  }

  private float[] play(PlayClips from, Random random) {
    int frames = recipe.clip().frames();
    float[] clip = new float[frames * (int) config.latentShape().count()];
    from.copy(
        from.place(random, frames), frames, clip, 0, new float[frames * from.actionSize()], 0);
    return clip;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Recipe.Optimiser optimiser() {
    return recipe.clip().optimiser();
  }

  @Override
  public TrainStep step() {
    return step;
  }

  @Override
  public Map<String, float[]> batch(long n) {
    return draw(data, Gaussian.of(recipe.seed(), NAME, n));
  }

  @Override
  public Map<String, float[]> heldOut() {
    return heldOut;
  }

  @Override
  public int framesPerBatch() {
    return recipe.clip().batch() * (recipe.clip().frames() - 1);
  }

  @Override
  public void publish(Path folder) throws IOException {
    ModelFiles.saveClip(
        folder.resolve(FILE),
        config,
        step.averaged(),
        DType.F16,
        ModelCard.metadata(recipe, this, data.frameCount()));
  }

  @Override
  public Symptoms drawSheet(Path png) {
    int frames = recipe.clip().frames();
    int values = (int) config.latentShape().count();
    Random random = new Random(1);
    float[][] truths = new float[ROWS][];
    float[][] dreams = new float[ROWS][];
    try (Executable sampler = sampler()) {
      for (int row = 0; row < ROWS; row++) {
        truths[row] = play(heldOutPlay, random);
        sampler.input("first").put(0, truths[row], 0, values);
        sampler.input("noise").put(0, Gaussian.fill(random, (frames - 1) * values));
        sampler.run();
        dreams[row] = new float[frames * values];
        sampler.output("clip").get(0, dreams[row]);
      }
      int every = Math.max(1, (frames - 1) / SHOWN);
      pictures.compare(truths, dreams, 1, every, Math.min(SHOWN, frames - 1)).write(png);
    } catch (IOException e) {
      throw TrainingException.of(e, "error.unwritable", png, e.getMessage());
    }
    return Symptoms.compare(truths, dreams, values, 1);
  }

  private Executable sampler() {
    ClipDit model = model(step.averaged());
    Map<String, Shape> inputs = new LinkedHashMap<>();
    inputs.put("first", config.latentShape());
    inputs.put("noise", config.latentShape().prepend(recipe.clip().frames() - 1));
    TensorFunction body =
        new TensorFunction() {
          @Override
          public <T> Map<String, T> apply(Ops<T> ops, Map<String, T> in) {
            int steps = recipe.clip().steps();
            return Map.of(
                "clip", model.sample(ops, schedule, steps, in.get("first"), in.get("noise")));
          }
        };
    return backend.compile(new Program("clip", inputs, body, model.weights()), options);
  }
}
