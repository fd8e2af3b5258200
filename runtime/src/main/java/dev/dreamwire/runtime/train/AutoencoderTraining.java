package dev.dreamwire.runtime.train;

import dev.dreamwire.api.tensor.DType;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.model.AutoencoderConfig;
import dev.dreamwire.runtime.model.AutoencoderLoss;
import dev.dreamwire.runtime.model.ModelFiles;
import dev.dreamwire.runtime.model.VitAutoencoder;
import dev.dreamwire.runtime.tensor.learn.TrainStep;
import dev.dreamwire.runtime.train.health.Symptoms;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** Trains the autoencoder on single pictures. */
final class AutoencoderTraining implements Stage {
  /** Its name in files and events. */
  static final String NAME = "autoencoder";

  private static final int SHOWN = 8;

  private final Recipe recipe;
  private final ClipSet data;
  private final AutoencoderConfig config;
  private final TrainStep step;
  private final Map<String, float[]> heldOut;
  private final SampleSheet sheet;

  AutoencoderTraining(
      Recipe recipe,
      ClipSet data,
      ClipSet heldOut,
      TrainStep.Compiler compiler,
      int threads,
      SampleSheet sheet) {
    this.recipe = recipe;
    this.data = data;
    this.sheet = sheet;
    Recipe.AutoencoderStage stage = recipe.autoencoder();
    this.config = stage.config(data.width(), data.height());
    this.step =
        compiler.compile(
            new AutoencoderLoss(new VitAutoencoder(config, "")),
            inputs(),
            stage.optimiser().options(threads, stage.batch(), compiler.isFasterInBfloat16()),
            recipe.seed());
    this.heldOut = batch(heldOut, Gaussian.of(recipe.seed(), "held-out", 0), 0);
  }

  private Map<String, Shape> inputs() {
    Map<String, Shape> out = new LinkedHashMap<>();
    out.put("frames", config.imageShape().prepend(recipe.autoencoder().batch()));
    out.put("noise", config.latentShape().prepend(recipe.autoencoder().batch()));
    return out;
  }

  AutoencoderConfig config() {
    return config;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Recipe.Optimiser optimiser() {
    return recipe.autoencoder().optimiser();
  }

  @Override
  public TrainStep step() {
    return step;
  }

  @Override
  public Map<String, float[]> batch(long n) {
    Random random = Gaussian.of(recipe.seed(), name(), n);
    return batch(data, random, recipe.autoencoder().latentNoise());
  }

  private Map<String, float[]> batch(ClipSet from, Random random, double latentNoise) {
    int n = recipe.autoencoder().batch();
    int pixels = (int) config.imageShape().count();
    int values = (int) config.latentShape().count();
    float[] frames = new float[n * pixels];
    float[] noise = new float[n * values];
    for (int i = 0; i < n; i++) {
      ClipSet.Place place = from.anyFrame(random);
      ClipSet.toFloats(from.episodes().get(place.episode()), place.frame(), frames, i * pixels);
      double level = random.nextDouble() * latentNoise;
      for (int j = 0; j < values; j++) {
        noise[i * values + j] = (float) (random.nextGaussian() * level);
      }
    }
    return Map.of("frames", frames, "noise", noise);
  }

  @Override
  public Map<String, float[]> heldOut() {
    return heldOut;
  }

  @Override
  public int framesPerBatch() {
    return recipe.autoencoder().batch();
  }

  @Override
  public void publish(Path folder) throws IOException {
    publish(folder, config);
  }

  /** The same with the latent statistics that are known once training is done. */
  void publish(Path folder, AutoencoderConfig measured) throws IOException {
    ModelFiles.save(
        folder.resolve(WorldModelTraining.AUTOENCODER),
        measured,
        step.averaged(),
        DType.F16,
        ModelCard.metadata(recipe, this, data.frameCount()));
  }

  @Override
  public Symptoms drawSheet(Path png) {
    int pixels = (int) config.imageShape().count();
    int shown = Math.min(SHOWN, recipe.autoencoder().batch());
    float[] pictures = Arrays.copyOf(heldOut.get("frames"), shown * pixels);
    return sheet.reconstructions(png, config, step.averaged(), pictures);
  }
}
