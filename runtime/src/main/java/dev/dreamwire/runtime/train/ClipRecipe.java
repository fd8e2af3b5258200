package dev.dreamwire.runtime.train;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.diffusion.Prediction;
import dev.dreamwire.runtime.model.DitConfig;

/**
 * Everything that decides what training a model of whole clips gives, apart from the data.
 *
 * @param name for people
 * @param seed of weights, batches and noise
 * @param autoencoder file of the autoencoder whose latents it makes; empty for one on pixels
 * @param clip its stage
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NONE)
@JsonDeserialize
public record ClipRecipe(String name, long seed, String autoencoder, ClipStage clip)
    implements SingleStageRecipe {
  /** The part that tells it from other recipes. */
  static final String MARK = "clip";

  private static final double HIGHEST_FREQUENCY = 10;

  /**
   * How the transformer is trained; for the first six see {@link DitConfig}.
   *
   * @param frames of a clip, the given one included
   * @param steps of the sampler that pictures of the training are drawn with
   * @param pureNoise share of the clips that start as pure noise
   * @param batch clips a step
   * @param optimiser how weights are changed
   */
  public record ClipStage(
      int patch,
      int hidden,
      int depth,
      int heads,
      int temporalEvery,
      Prediction prediction,
      int frames,
      int steps,
      double pureNoise,
      int batch,
      Recipe.Optimiser optimiser) {
    /** The model for frames of a shape {@code [C,h,w]}. */
    DitConfig config(Shape frame) {
      return new DitConfig(
          frame.size(0),
          frame.size(1),
          frame.size(2),
          patch,
          hidden,
          depth,
          heads,
          temporalEvery,
          0,
          frames,
          HIGHEST_FREQUENCY,
          true,
          prediction,
          false,
          false);
    }
  }

  static ClipRecipe parse(RecipeText source) {
    ClipRecipe recipe = source.as(ClipRecipe.class);
    recipe.requireSound(source);
    return recipe;
  }

  @Override
  public int clipLength() {
    return clip.frames();
  }

  @Override
  public int sheetLength() {
    return clip.frames();
  }

  @Override
  public Stage stage(Parts parts) {
    return new ClipTraining(this, parts);
  }

  @Override
  public String toJson() {
    return RecipeText.of(this);
  }

  private void requireSound(RecipeText source) {
    if (clip == null || clip.optimiser() == null || autoencoder == null) {
      throw TrainingException.of(
          null, "error.missingPart", source.source(), "autoencoder, clip, optimiser");
    }
    source.requireCount("clip.batch", clip.batch());
    source.requireCount("clip.steps", clip.steps());
    source.require("clip.frames", clip.frames(), clip.frames() > 1, "2 or more");
    source.requireShare("clip.pureNoise", clip.pureNoise());
    source.requireSound("clip", clip.optimiser());
  }
}
