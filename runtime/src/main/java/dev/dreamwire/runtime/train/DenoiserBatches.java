package dev.dreamwire.runtime.train;

import dev.dreamwire.runtime.diffusion.FlowSchedule;
import dev.dreamwire.runtime.diffusion.NoiseSchedule;
import dev.dreamwire.runtime.memory.PoseOffset;
import dev.dreamwire.runtime.model.DitConfig;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.DoubleSupplier;

/**
 * Batches of {@link dev.dreamwire.runtime.model.DiffusionForcingLoss} on a flow schedule, drawn
 * from recorded and dreamed play. Used by one thread.
 */
final class DenoiserBatches {
  /** Mean of the logit-normal levels. */
  private static final double NOISY_SIDE = 0.5;

  private static final double PLAYED_CONTEXT_LEVEL = 0.05;

  private final Recipe.DenoiserStage stage;
  private final DitConfig config;
  private final LatentClips clips;
  private final DreamedClips dreamed;
  private final Optional<Recollections> recollections;
  private final NoiseSchedule schedule = new FlowSchedule();

  /**
   * Prepares to draw.
   *
   * @param recollections of the clips; empty for a model without memory
   */
  DenoiserBatches(
      Recipe.DenoiserStage stage,
      DitConfig config,
      LatentClips clips,
      Optional<Recollections> recollections,
      DreamedClips dreamed) {
    this.stage = stage;
    this.config = config;
    this.clips = clips;
    this.dreamed = dreamed;
    this.recollections = recollections;
  }

  /** Frames as play makes them: from pure noise, after a nearly clean context. */
  Map<String, float[]> asPlayed(Random random) {
    Map<String, float[]> out = draw(0, 0, random);
    addLevels(out, "context", () -> PLAYED_CONTEXT_LEVEL);
    addLevels(out, "target", () -> 1);
    return out;
  }

  /**
   * A batch.
   *
   * @param dreamedShare of the clips, whose context was dreamed
   * @param actionDropout share of the clips without actions
   */
  Map<String, float[]> draw(double dreamedShare, double actionDropout, Random random) {
    int b = stage.batch();
    int t = stage.window();
    int values = (int) config.latentShape().count();
    float[] latents = new float[b * t * values];
    float[] context = new float[b * (t - 1) * values];
    float[] actions = new float[b * t * config.actions()];
    float[] recalled = new float[context.length];
    float[] offsets = new float[b * (t - 1) * PoseOffset.FEATURES];
    for (int i = 0; i < b; i++) {
      int latentAt = i * t * values;
      int contextAt = i * (t - 1) * values;
      int actionAt = i * t * config.actions();
      int offsetAt = i * (t - 1) * PoseOffset.FEATURES;
      ClipSet.Place place;
      if (dreamedShare > 0 && random.nextDouble() < dreamedShare) {
        place = dreamed.clip(random, t, latents, latentAt, context, contextAt, actions, actionAt);
      } else {
        place = clips.place(random, t);
        clips.copy(place, t, latents, latentAt, actions, actionAt);
        System.arraycopy(latents, latentAt, context, contextAt, (t - 1) * values);
      }
      recollections.ifPresent(
          memory -> memory.copy(place, t, random, recalled, contextAt, offsets, offsetAt));
      if (random.nextDouble() < actionDropout) {
        Arrays.fill(actions, actionAt, actionAt + t * config.actions(), 0);
      }
    }
    Map<String, float[]> out = new LinkedHashMap<>();
    out.put("latents", latents);
    out.put("actions", actions);
    out.put("context", context);
    if (recollections.isPresent()) {
      out.put("recalled", recalled);
      out.put("offset", offsets);
    }
    out.put("contextNoise", Gaussian.fill(random, context.length));
    out.put("targetNoise", Gaussian.fill(random, context.length));
    addLevels(out, "context", () -> contextLevel(random));
    addLevels(out, "target", () -> targetLevel(random));
    return out;
  }

  private double contextLevel(Random random) {
    return random.nextDouble() < stage.contextDropout()
        ? 1
        : random.nextDouble() * stage.largestContextLevel();
  }

  /**
   * Pure noise often, since that is where every frame of a game starts; else leaning to the noisy
   * side.
   */
  private double targetLevel(Random random) {
    return random.nextDouble() < stage.pureNoise()
        ? 1
        : 1 / (1 + Math.exp(-(NOISY_SIDE + random.nextGaussian())));
  }

  private void addLevels(Map<String, float[]> out, String stream, DoubleSupplier level) {
    int count = stage.batch() * (stage.window() - 1);
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
}
