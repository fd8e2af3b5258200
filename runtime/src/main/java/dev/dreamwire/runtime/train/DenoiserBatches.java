package dev.dreamwire.runtime.train;

import dev.dreamwire.runtime.diffusion.FlowSchedule;
import dev.dreamwire.runtime.diffusion.NoiseSchedule;
import dev.dreamwire.runtime.model.DitConfig;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
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

  /** What is given of a memory. */
  private static final List<String> MEMORIES = List.of("recalled", "carried", "offset");

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

  /**
   * Frames as play makes them: from pure noise, after a nearly clean context. They remember
   * nothing: a memory obeys the actions by itself, and hides whether the model does.
   */
  Map<String, float[]> asPlayed(Random random) {
    Map<String, float[]> out = draw(0, 0, random);
    MEMORIES.stream().filter(out::containsKey).forEach(name -> Arrays.fill(out.get(name), 0));
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
    ClipBatch batch = ClipBatch.of(stage.batch(), stage.window(), config);
    for (int clip = 0; clip < batch.clips(); clip++) {
      if (dreamedShare > 0 && random.nextDouble() < dreamedShare) {
        dreamed.copy(random, batch, clip);
      } else {
        copy(random, batch, clip);
      }
      if (random.nextDouble() < actionDropout) {
        batch.forgetActions(clip);
      }
    }
    Map<String, float[]> out = new LinkedHashMap<>();
    out.put("latents", batch.latents());
    out.put("actions", batch.actions());
    out.put("context", batch.context());
    if (recollections.isPresent()) {
      List<float[]> memories = List.of(batch.recalled(), batch.carried(), batch.offsets());
      for (int i = 0; i < memories.size(); i++) {
        out.put(MEMORIES.get(i), memories.get(i));
      }
    }
    out.put("contextNoise", Gaussian.fill(random, batch.context().length));
    out.put("targetNoise", Gaussian.fill(random, batch.context().length));
    addLevels(out, "context", () -> contextLevel(random));
    addLevels(out, "target", () -> targetLevel(random));
    return out;
  }

  /** Recorded play with itself as its context. */
  private void copy(Random random, ClipBatch out, int clip) {
    ClipSet.Place place = clips.place(random, out.frames());
    int from = out.latentAt(clip, 0);
    clips.copy(place, out.frames(), out.latents(), from, out.actions(), out.actionAt(clip, 0));
    int count = (out.frames() - 1) * out.values();
    System.arraycopy(out.latents(), from, out.context(), out.contextAt(clip, 0), count);
    recollections.ifPresent(memory -> memory.copy(place, random, out, clip));
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
