package dev.dreamwire.runtime.train;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.diffusion.NoiseSchedule;
import dev.dreamwire.runtime.diffusion.Prediction;
import dev.dreamwire.runtime.memory.Camera;
import dev.dreamwire.runtime.model.AutoencoderConfig;
import dev.dreamwire.runtime.model.Detail;
import dev.dreamwire.runtime.model.DitConfig;
import dev.dreamwire.runtime.tensor.learn.TrainStep;
import java.nio.file.Path;
import java.util.Random;

/**
 * Everything that decides what a training run gives, apart from the data. Stored as {@code
 * *.recipe.json}.
 *
 * @param name for people
 * @param seed of weights, batches and noise
 * @param autoencoder the first stage
 * @param denoiser the second stage
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NONE)
@JsonDeserialize
public record Recipe(String name, long seed, AutoencoderStage autoencoder, DenoiserStage denoiser)
    implements TrainingRecipe {
  /**
   * How the autoencoder is trained.
   *
   * @param share of the run's time that it gets, 0..1
   * @param patch edge of a patch in pixels
   * @param channels of the latent
   * @param hidden width
   * @param heads of attention
   * @param encoderLayers blocks of the encoder
   * @param decoderLayers blocks of the decoder
   * @param bottleneck what bounds the latent
   * @param linearPath whether a straight matrix runs beside the transformers
   * @param latentNoise largest standard deviation of the noise on the raw latent before it is
   *     decoded
   * @param batch frames a step
   * @param optimiser how weights are changed
   */
  public record AutoencoderStage(
      double share,
      int patch,
      int channels,
      int hidden,
      int heads,
      int encoderLayers,
      int decoderLayers,
      AutoencoderConfig.Bottleneck bottleneck,
      boolean linearPath,
      double latentNoise,
      int batch,
      Optimiser optimiser) {
    /** The model for pictures of a size, without latent statistics. */
    AutoencoderConfig config(int width, int height) {
      return new AutoencoderConfig(
          width,
          height,
          patch,
          channels,
          hidden,
          heads,
          encoderLayers,
          decoderLayers,
          bottleneck,
          linearPath,
          null,
          null);
    }
  }

  /**
   * How the denoiser is trained.
   *
   * @param patch edge of a token in latent positions
   * @param hidden width
   * @param depth blocks
   * @param heads of attention
   * @param temporalEvery every n-th block looks back in time
   * @param window frames of a clip, the newest one being made
   * @param spatialMaxFrequency of the spatial rotary embedding
   * @param positionEmbedding whether places have a learned embedding
   * @param prediction what it predicts
   * @param previousFrame whether tokens are also given the frame before at their place
   * @param fine blocks at the latent's own resolution; null for none
   * @param memory what it remembers from before the window
   * @param largestContextLevel context frames get a noise level evenly between 0 and this, 0..1
   * @param pureNoise share of the frames to be made that start as pure noise
   * @param actionDropout share of clips without actions
   * @param contextDropout share of context frames that are pure noise
   * @param rollouts clips whose context the model dreamed itself
   * @param batch clips a step
   * @param optimiser how weights are changed
   */
  public record DenoiserStage(
      int patch,
      int hidden,
      int depth,
      int heads,
      int temporalEvery,
      int window,
      double spatialMaxFrequency,
      boolean positionEmbedding,
      Prediction prediction,
      boolean previousFrame,
      DitConfig.Fine fine,
      Memory memory,
      double largestContextLevel,
      double pureNoise,
      double actionDropout,
      double contextDropout,
      Rollouts rollouts,
      int batch,
      Optimiser optimiser) {
    /** Frames of play in a row that training needs. */
    int clipLength() {
      return rollouts.share() > 0 ? DreamedClips.length(rollouts, window) : window;
    }

    /** The model for latents of a shape {@code [C,h,w]}. */
    DitConfig config(Shape latent, int actions) {
      return new DitConfig(
          latent.size(0),
          latent.size(1),
          latent.size(2),
          patch,
          hidden,
          depth,
          heads,
          temporalEvery,
          actions,
          window,
          spatialMaxFrequency,
          positionEmbedding,
          prediction,
          previousFrame,
          memory.share() > 0,
          fine);
    }
  }

  /**
   * Views from before the window that frames are reminded of.
   *
   * @param share of the clips that remember, 0..1; 0 for a model without memory
   * @param noise largest standard deviation of the noise on a remembered latent
   * @param camera by which views are shown where they would be seen; null for not at all
   * @param views of the data that are known before a game begins; 0 for none
   * @param depths whether the built-in world is asked how far away is what these show; else it is
   *     guessed
   */
  public record Memory(double share, double noise, Camera camera, int views, boolean depths) {
    public Memory {
      camera = camera == null ? Camera.UNKNOWN : camera;
    }
  }

  /**
   * Contexts that the model in training dreams itself, so that it learns to go on from its own
   * errors.
   *
   * @param share of the clips that have them, 0..1; 0 for none
   * @param afterSteps taken before the first of them; dreams of a denoiser that knows nothing yet
   *     teach nothing
   * @param everySteps how often they are dreamed anew
   * @param games dreamed side by side
   * @param frames that each dreams at a time
   * @param deepest most frames dreamed in a row before a game starts from the truth again
   * @param steps of the sampler
   * @param fromTimestep frames are dreamed from the true ones with noise of a level drawn between
   *     this and 1000, more than 0: the lower, the nearer a dream stays to the truth; 1000 dreams
   *     from noise alone
   * @param fromNoise share of the dreams that are from noise alone in any case, 0..1
   * @param contextTimestep noise level that the past gets, 0..1000
   * @param detail that memories get of what was dreamed, as in play; null for none
   */
  public record Rollouts(
      double share,
      long afterSteps,
      int everySteps,
      int games,
      int frames,
      int deepest,
      int steps,
      double fromTimestep,
      double fromNoise,
      double contextTimestep,
      Detail.Settings detail) {
    /** The noise level that the next frames are dreamed from. */
    double from(Random random) {
      boolean noise = random.nextDouble() < fromNoise;
      double level = fromTimestep + random.nextDouble() * (NoiseSchedule.TIMESTEPS - fromTimestep);
      return noise ? NoiseSchedule.TIMESTEPS : level;
    }

    /** The share of the clips of a step. */
    double share(long step) {
      return step < afterSteps ? 0 : share;
    }
  }

  /**
   * AdamW with a warm-up and a cosine descent.
   *
   * @param learningRate at its highest
   * @param finalShare of it that is left at the end
   * @param warmUpSteps until it is reached
   * @param beta1 AdamW
   * @param beta2 AdamW
   * @param weightDecay AdamW, on matrices
   * @param clipNorm largest norm of the gradients
   * @param emaDecay of the averaged weights
   */
  public record Optimiser(
      double learningRate,
      double finalShare,
      int warmUpSteps,
      double beta1,
      double beta2,
      double weightDecay,
      double clipNorm,
      double emaDecay) {
    /**
     * The learning rate of a step.
     *
     * @param step taken so far
     * @param progress of the stage's budget, 0..1
     */
    public float rate(long step, double progress) {
      double warm = Math.min(1, (step + 1.0) / Math.max(1, warmUpSteps));
      double cosine = 0.5 * (1 + Math.cos(Math.PI * Math.clamp(progress, 0, 1)));
      return (float) (learningRate * warm * (finalShare + (1 - finalShare) * cosine));
    }

    TrainStep.Options options(int threads, int batch, boolean bf16) {
      return new TrainStep.Options(
          (float) beta1,
          (float) beta2,
          (float) weightDecay,
          (float) clipNorm,
          (float) emaDecay,
          bf16,
          threads,
          TrainStep.Options.replicas(threads, batch));
    }
  }

  /**
   * Reads a recipe.
   *
   * @throws TrainingException if it is not a recipe; the message names the file, the place and the
   *     field
   */
  public static Recipe read(Path file) {
    return parse(RecipeText.read(file));
  }

  /**
   * Opens a recipe.
   *
   * @param name of one that ships, such as {@code default}, or a file's path
   * @throws TrainingException if there is neither, or it is not a recipe
   */
  public static Recipe open(String name) {
    return parse(RecipeText.open(name));
  }

  static Recipe parse(RecipeText source) {
    Recipe recipe = source.as(Recipe.class);
    recipe.requireSound(source.source());
    return recipe;
  }

  @Override
  public String toJson() {
    return RecipeText.of(this);
  }

  private void requireSound(String source) {
    if (autoencoder == null || denoiser == null) {
      throw TrainingException.of(null, "error.missingPart", source, "autoencoder, denoiser");
    }
    AutoencoderStage a = autoencoder;
    DenoiserStage d = denoiser;
    require(
        source, "autoencoder.share", a.share(), a.share() > 0 && a.share() < 1, "between 0 and 1");
    require(source, "autoencoder.batch", a.batch(), a.batch() > 0, "1 or more");
    require(source, "autoencoder.latentNoise", a.latentNoise(), a.latentNoise() >= 0, "0 or more");
    require(source, "denoiser.batch", d.batch(), d.batch() > 0, "1 or more");
    require(source, "denoiser.window", d.window(), d.window() > 1, "2 or more");
    requireShare(source, "denoiser.largestContextLevel", d.largestContextLevel());
    requireShare(source, "denoiser.pureNoise", d.pureNoise());
    requireShare(source, "denoiser.actionDropout", d.actionDropout());
    requireShare(source, "denoiser.contextDropout", d.contextDropout());
    requireSound(source, "autoencoder.optimiser", a.optimiser());
    requireSound(source, d.memory());
    requireSound(source, d.rollouts());
    requireSound(source, "denoiser.optimiser", d.optimiser());
  }

  private static void requireSound(String source, Memory m) {
    String part = "denoiser.memory";
    if (m == null) {
      throw TrainingException.of(null, "error.missingPart", source, part);
    }
    requireShare(source, part + ".share", m.share());
    require(source, part + ".noise", m.noise(), m.noise() >= 0, "0 or more");
    double view = m.camera().fieldOfView();
    require(source, part + ".camera.fieldOfView", view, view >= 0 && view < 180, "0 to under 180");
    double backdrop = m.camera().backdrop();
    require(source, part + ".camera.backdrop", backdrop, backdrop > 0, "more than 0");
    require(source, part + ".views", m.views(), m.views() >= 0, "0 or more");
  }

  private static void requireSound(String source, Rollouts r) {
    String part = "denoiser.rollouts";
    if (r == null) {
      throw TrainingException.of(null, "error.missingPart", source, part);
    }
    requireShare(source, part + ".share", r.share());
    if (r.share() > 0) {
      require(source, part + ".afterSteps", r.afterSteps(), r.afterSteps() >= 0, "0 or more");
      require(source, part + ".everySteps", r.everySteps(), r.everySteps() > 0, "1 or more");
      require(source, part + ".games", r.games(), r.games() > 0, "1 or more");
      require(source, part + ".frames", r.frames(), r.frames() > 1, "2 or more");
      require(source, part + ".deepest", r.deepest(), r.deepest() >= r.frames(), "frames or more");
      require(source, part + ".steps", r.steps(), r.steps() > 0, "1 or more");
      require(
          source,
          part + ".fromTimestep",
          r.fromTimestep(),
          r.fromTimestep() > 0 && r.fromTimestep() <= 1000,
          "more than 0 and at most 1000");
      requireShare(source, part + ".fromNoise", r.fromNoise());
      require(
          source,
          part + ".contextTimestep",
          r.contextTimestep(),
          r.contextTimestep() >= 0 && r.contextTimestep() <= 1000,
          "0 to 1000");
    }
    if (r.detail() != null) {
      requireSound(source, part + ".detail", r.detail());
    }
  }

  private static void requireSound(String source, String part, Detail.Settings d) {
    requireShare(source, part + ".carried", d.carried());
    requireShare(source, part + ".recalled", d.recalled());
    require(source, part + ".tolerance", d.tolerance(), d.tolerance() > 0, "more than 0");
  }

  private static void requireSound(String source, String part, Optimiser o) {
    if (o == null) {
      throw TrainingException.of(null, "error.missingPart", source, part);
    }
    require(source, part + ".learningRate", o.learningRate(), o.learningRate() > 0, "more than 0");
    require(source, part + ".clipNorm", o.clipNorm(), o.clipNorm() > 0, "more than 0");
    requireShare(source, part + ".finalShare", o.finalShare());
    requireShare(source, part + ".beta1", o.beta1());
    requireShare(source, part + ".beta2", o.beta2());
    requireShare(source, part + ".emaDecay", o.emaDecay());
  }

  private static void requireShare(String source, String field, double value) {
    require(source, field, value, value >= 0 && value <= 1, "0 to 1");
  }

  private static void require(
      String source, String field, double is, boolean sound, String needed) {
    if (!sound) {
      throw TrainingException.of(null, "error.outOfRange", source, field, needed, is);
    }
  }
}
