package dev.dreamwire.runtime.train;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.dreamwire.runtime.backend.Backend;
import dev.dreamwire.runtime.tensor.learn.TrainStep;

/** A recipe of a denoiser alone, on pixels or on the latents of an autoencoder that is ready. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NONE)
public sealed interface SingleStageRecipe extends TrainingRecipe permits ClipRecipe, UNetRecipe {
  /** File of the autoencoder whose latents it makes; empty for one on pixels. */
  String autoencoder();

  /** Frames of play in a row that a batch's clips have. */
  int clipLength();

  /** Frames of play in a row that its sample sheet needs. */
  int sheetLength();

  /** The stage; the caller closes it. */
  Stage stage(Parts parts);

  /**
   * What a stage is made of.
   *
   * @param threads for the products
   */
  record Parts(
      PlayClips data,
      PlayClips heldOut,
      FramePictures pictures,
      TrainStep.Compiler compiler,
      Backend backend,
      int threads) {}
}
