package dev.dreamwire.runtime.train;

import dev.dreamwire.api.tensor.DType;
import dev.dreamwire.runtime.backend.Backend;
import dev.dreamwire.runtime.backend.CompileOptions;
import dev.dreamwire.runtime.model.ModelFiles;
import dev.dreamwire.runtime.model.UNet;
import dev.dreamwire.runtime.model.UNetConfig;
import dev.dreamwire.runtime.model.UNetDenoiser;
import dev.dreamwire.runtime.model.UNetLoss;
import dev.dreamwire.runtime.tensor.Precision;
import dev.dreamwire.runtime.tensor.learn.TrainStep;
import dev.dreamwire.runtime.train.health.ActionProbe;
import dev.dreamwire.runtime.train.health.Symptoms;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;

/** Trains a U-Net by {@link UNetLoss}. */
final class UNetTraining implements Stage {
  /** Its name in files and events. */
  static final String NAME = "unet";

  /** File of the trained U-Net in the run's folder. */
  static final String FILE = "unet.safetensors";

  private static final int ROWS = 4;
  private static final int FRAMES = 24;
  private static final int SHOWN_EVERY = 3;

  private final UNetRecipe recipe;
  private final PlayClips data;
  private final PlayClips heldOutPlay;
  private final FramePictures pictures;
  private final Backend backend;
  private final CompileOptions options;
  private final UNetConfig config;
  private final TrainStep step;
  private final UNetBatches batches;
  private final Map<String, float[]> heldOut;

  /** Frames to be made from pure noise in one step. */
  private final Map<String, float[]> probe;

  UNetTraining(UNetRecipe recipe, SingleStageRecipe.Parts parts) {
    this.recipe = recipe;
    this.data = parts.data();
    this.heldOutPlay = parts.heldOut();
    this.pictures = parts.pictures();
    this.backend = parts.backend();
    this.options = new CompileOptions(Precision.F32, parts.threads(), false);
    UNetRecipe.UNetStage stage = recipe.unet();
    this.config = stage.config(data.latentShape(), data.actionSize());
    UNetLoss loss = new UNetLoss(new UNet(config, ""));
    this.step =
        parts
            .compiler()
            .compile(
                loss,
                loss.inputs(stage.batch()),
                stage
                    .optimiser()
                    .options(parts.threads(), stage.batch(), parts.compiler().isFasterInBfloat16()),
                recipe.seed());
    this.batches = new UNetBatches(stage, config, data);
    UNetBatches held = new UNetBatches(stage, config, heldOutPlay);
    this.heldOut = held.draw(Gaussian.of(recipe.seed(), "held-out", 1));
    this.probe = held.asPlayed(Gaussian.of(recipe.seed(), "probe", 2));
  }

  /** Frames of play in a row that its pictures need. */
  static int clipLength(int past) {
    return past + FRAMES;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Recipe.Optimiser optimiser() {
    return recipe.unet().optimiser();
  }

  @Override
  public TrainStep step() {
    return step;
  }

  @Override
  public Map<String, float[]> batch(long n) {
    return batches.draw(Gaussian.of(recipe.seed(), NAME, n));
  }

  @Override
  public Map<String, float[]> heldOut() {
    return heldOut;
  }

  @Override
  public int framesPerBatch() {
    return recipe.unet().batch();
  }

  @Override
  public void publish(Path folder) throws IOException {
    ModelFiles.save(
        folder.resolve(FILE),
        config,
        step.averaged(),
        DType.F16,
        ModelCard.metadata(recipe, this, data.frameCount()));
  }

  @Override
  public Symptoms drawSheet(Path png) {
    int past = config.past();
    int length = clipLength(past);
    int values = (int) config.frameShape().count();
    Random random = new Random(1);
    float[][] truths = new float[ROWS][length * values];
    float[][] dreams = new float[ROWS][];
    UNetDenoiser denoiser = new UNetDenoiser(new UNet(config, ""), step.averaged());
    try (UNetDreamer dreamer =
        new UNetDreamer(
            denoiser, recipe.unet().schedule(), recipe.unet().steps(), backend, options)) {
      for (int row = 0; row < ROWS; row++) {
        float[] actions = new float[length * config.actions()];
        heldOutPlay.copy(heldOutPlay.place(random, length), length, truths[row], 0, actions, 0);
        dreams[row] = dreamer.dream(truths[row], actions, random);
      }
      pictures.compare(truths, dreams, past, SHOWN_EVERY, FRAMES / SHOWN_EVERY).write(png);
    } catch (IOException e) {
      throw TrainingException.of(e, "error.unwritable", png, e.getMessage());
    }
    Symptoms seen = Symptoms.compare(truths, dreams, values, past);
    return ActionProbe.of(probe, config.actions()).measure(seen, step, probe);
  }
}
