package dev.dreamwire.runtime.train;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.diffusion.KarrasSchedule;
import dev.dreamwire.runtime.diffusion.NoiseSchedule;
import dev.dreamwire.runtime.diffusion.VarianceSchedule;
import dev.dreamwire.runtime.model.Preconditioning;
import dev.dreamwire.runtime.model.UNetConfig;
import java.util.List;

/**
 * Everything that decides what training a U-Net gives, apart from the data.
 *
 * @param name for people
 * @param seed of weights, batches and noise
 * @param autoencoder file of the autoencoder whose latents it makes; empty for one on pixels
 * @param unet its stage
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NONE)
@JsonDeserialize
public record UNetRecipe(String name, long seed, String autoencoder, UNetStage unet)
    implements SingleStageRecipe {
  /** The part that tells it from other recipes. */
  static final String MARK = "unet";

  /**
   * How the U-Net is trained; for the first nine see {@link UNetConfig}.
   *
   * @param steps of the sampler that pictures of the training are drawn with
   * @param largestPastLevel the past gets a level of noise evenly between 0 and this, 0..1; 0 for
   *     none
   * @param pureNoise share of the frames to be made that start as pure noise
   * @param missingPast share of clips whose older frames are missing, as when play starts
   * @param actionDropout share of clips without actions
   * @param batch clips a step
   * @param optimiser how weights are changed
   */
  public record UNetStage(
      int patch,
      int past,
      List<Integer> widths,
      int blocks,
      int groups,
      int embedding,
      UNetConfig.Conditioning conditioning,
      Preconditioning preconditioning,
      int steps,
      double largestPastLevel,
      double pureNoise,
      double missingPast,
      double actionDropout,
      int batch,
      Recipe.Optimiser optimiser) {
    /** The model for frames of a shape {@code [C,h,w]}. */
    UNetConfig config(Shape frame, int actions) {
      return new UNetConfig(
          frame.size(0),
          frame.size(1),
          frame.size(2),
          patch,
          past,
          actions,
          widths,
          blocks,
          groups,
          embedding,
          conditioning,
          preconditioning,
          largestPastLevel > 0);
    }

    /** The noise that it is trained and played with. */
    NoiseSchedule schedule() {
      return switch (preconditioning) {
        case EDM -> KarrasSchedule.DIAMOND;
        case VELOCITY -> VarianceSchedule.cosine();
      };
    }
  }

  @Override
  public int clipLength() {
    return unet.past() + 1;
  }

  @Override
  public int sheetLength() {
    return UNetTraining.clipLength(unet.past());
  }

  @Override
  public Stage stage(Parts parts) {
    return new UNetTraining(this, parts);
  }

  static UNetRecipe parse(RecipeText source) {
    UNetRecipe recipe = source.as(UNetRecipe.class);
    recipe.requireSound(source);
    return recipe;
  }

  @Override
  public String toJson() {
    return RecipeText.of(this);
  }

  private void requireSound(RecipeText source) {
    if (unet == null || unet.optimiser() == null || unet.widths() == null || autoencoder == null) {
      throw TrainingException.of(
          null, "error.missingPart", source.source(), "autoencoder, unet, widths, optimiser");
    }
    source.requireCount("unet.batch", unet.batch());
    source.requireCount("unet.past", unet.past());
    source.requireCount("unet.steps", unet.steps());
    source.requireShare("unet.largestPastLevel", unet.largestPastLevel());
    source.requireShare("unet.pureNoise", unet.pureNoise());
    source.requireShare("unet.missingPast", unet.missingPast());
    source.requireShare("unet.actionDropout", unet.actionDropout());
    source.requireSound("unet", unet.optimiser());
  }
}
