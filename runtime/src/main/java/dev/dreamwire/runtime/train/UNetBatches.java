package dev.dreamwire.runtime.train;

import dev.dreamwire.runtime.diffusion.NoiseSchedule;
import dev.dreamwire.runtime.model.Preconditioning;
import dev.dreamwire.runtime.model.UNetConfig;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** Batches of {@link dev.dreamwire.runtime.model.UNetLoss}. Used by one thread. */
final class UNetBatches {
  /** Mean and spread of ln σ (DIAMOND's values; Karras et al. 2022, table 1). */
  private static final double LOG_SIGMA_MEAN = -0.4;

  private static final double LOG_SIGMA_SPREAD = 1.2;

  /** Level of the past's noise in what held-out play is measured with. */
  private static final double PLAYED_PAST_LEVEL = 0.05;

  private final UNetRecipe.UNetStage stage;
  private final UNetConfig config;
  private final PlayClips clips;
  private final NoiseSchedule schedule;

  UNetBatches(UNetRecipe.UNetStage stage, UNetConfig config, PlayClips clips) {
    this.stage = stage;
    this.config = config;
    this.clips = clips;
    this.schedule = stage.schedule();
  }

  /** A batch to learn from. */
  Map<String, float[]> draw(Random random) {
    return draw(random, stage.pureNoise(), stage.missingPast(), stage.actionDropout(), false);
  }

  /** Frames as the first step of play makes them: from pure noise, after a whole past. */
  Map<String, float[]> asPlayed(Random random) {
    return draw(random, 1, 0, 0, true);
  }

  private Map<String, float[]> draw(
      Random random, double pure, double missing, double mute, boolean played) {
    int b = stage.batch();
    int p = config.past();
    int values = (int) config.frameShape().count();
    float[] target = new float[b * values];
    float[] past = new float[b * p * values];
    float[] actions = new float[b * p * config.actions()];
    float[] clip = new float[(p + 1) * values];
    float[] into = new float[(p + 1) * config.actions()];
    for (int i = 0; i < b; i++) {
      clips.copy(clips.place(random, p + 1), p + 1, clip, 0, into, 0);
      int gone = random.nextDouble() < missing ? random.nextInt(p) : 0;
      Arrays.fill(clip, 0, gone * values, 0);
      Arrays.fill(into, 0, (gone + (gone > 0 ? 1 : 0)) * config.actions(), 0);
      if (random.nextDouble() < mute) {
        Arrays.fill(into, 0);
      }
      System.arraycopy(clip, 0, past, i * p * values, p * values);
      System.arraycopy(clip, p * values, target, i * values, values);
      System.arraycopy(
          into, config.actions(), actions, i * p * config.actions(), p * config.actions());
    }
    Map<String, float[]> out = new LinkedHashMap<>();
    out.put("target", target);
    out.put("noise", Gaussian.fill(random, target.length));
    out.put("past", past);
    out.put("actions", actions);
    addLevels(out, random, pure);
    if (config.noisyPast()) {
      addPastNoise(out, random, played);
    }
    return out;
  }

  private void addLevels(Map<String, float[]> out, Random random, double pure) {
    int b = stage.batch();
    float[][] rows = new float[6][b];
    for (int i = 0; i < b; i++) {
      boolean pureNoise = random.nextDouble() < pure;
      double timestep = pureNoise ? schedule.timesteps(1)[0] : random.nextDouble() * 999;
      double alpha = schedule.alpha(timestep);
      double sigma =
          config.preconditioning() == Preconditioning.EDM && !pureNoise
              ? Math.exp(LOG_SIGMA_MEAN + LOG_SIGMA_SPREAD * random.nextGaussian())
              : schedule.sigma(timestep);
      Preconditioning.Scales scales = config.preconditioning().scales(alpha, sigma, timestep);
      rows[0][i] = (float) alpha;
      rows[1][i] = (float) sigma;
      rows[2][i] = (float) scales.in();
      rows[3][i] = (float) scales.level();
      rows[4][i] = (float) scales.targetFrame(alpha);
      rows[5][i] = (float) scales.targetNoise(sigma);
    }
    String[] names = {"alpha", "sigma", "in", "level", "targetFrame", "targetNoise"};
    for (int n = 0; n < names.length; n++) {
      out.put(names[n], rows[n]);
    }
  }

  private void addPastNoise(Map<String, float[]> out, Random random, boolean played) {
    float[] past = out.get("past");
    float[] levels = new float[stage.batch()];
    int each = past.length / levels.length;
    for (int i = 0; i < levels.length; i++) {
      levels[i] =
          (float) (played ? PLAYED_PAST_LEVEL : random.nextDouble() * stage.largestPastLevel());
      double timestep = levels[i] * NoiseSchedule.TIMESTEPS;
      float alpha = (float) schedule.alpha(timestep);
      float sigma = (float) schedule.sigma(timestep);
      for (int j = i * each; j < (i + 1) * each; j++) {
        past[j] = past[j] * alpha + (float) random.nextGaussian() * sigma;
      }
    }
    out.put("pastLevel", levels);
  }
}
