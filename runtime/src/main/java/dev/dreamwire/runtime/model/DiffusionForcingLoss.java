package dev.dreamwire.runtime.model;

import dev.dreamwire.api.tensor.Ops;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.memory.PoseOffset;
import dev.dreamwire.runtime.tensor.learn.LossFunction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Diffusion Forcing (Chen et al. 2024) in two streams: every frame of a clip has its own noise
 * level, once as context, where levels are low as they will be in play, and once as the frame to be
 * made. A frame to be made sees the context before it and itself, exactly what the cached denoiser
 * sees when playing. All clips of a batch teach {@code T−1} predictions each.
 *
 * <p>Batch, for clips of T frames, S = T−1: {@code latents [B,T,C,h,w]}; {@code context
 * [B,S,C,h,w]}, what frames 0..T−2 look like to the frames after them: the same latents, or dreamed
 * ones (Resampling Forcing, Guo et al. 2025); {@code actions [B,T,A]}, the action that leads into
 * each frame; for the context, frames 0..T−2: {@code contextNoise [B,S,C,h,w]}, {@code
 * contextTimestep}, {@code contextAlpha}, {@code contextSigma}, each {@code [B,S]}; the same with
 * {@code target…} for the frames to be made, 1..T−1; for a denoiser with memory {@code recalled
 * [B,S,C,h,w]}, {@code carried [B,S,C,h,w]} and {@code offset [B,S,7]}, what those frames remember,
 * see {@link Recall}, zeros where nothing. Noise is Gaussian; alpha and sigma are the schedule's at
 * the timestep, 0..1000.
 */
public final class DiffusionForcingLoss implements LossFunction {
  private final SpaceTimeDit dit;

  public DiffusionForcingLoss(SpaceTimeDit dit) {
    this.dit = dit;
  }

  /** The batch's tensors, for so many clips of so many frames. */
  public Map<String, Shape> inputs(int clips, int frames) {
    Shape latent = dit.config().latentShape();
    Shape perFrame = Shape.of(clips, frames - 1);
    Map<String, Shape> out = new LinkedHashMap<>();
    out.put("latents", latent.prepend(clips, frames));
    out.put("actions", Shape.of(clips, frames, dit.config().actions()));
    out.put("context", latent.prepend(perFrame.dims()));
    for (String stream : List.of("context", "target")) {
      out.put(stream + "Noise", latent.prepend(perFrame.dims()));
      out.put(stream + "Timestep", perFrame);
      out.put(stream + "Alpha", perFrame);
      out.put(stream + "Sigma", perFrame);
    }
    if (dit.config().memory()) {
      out.put("recalled", latent.prepend(perFrame.dims()));
      out.put("carried", latent.prepend(perFrame.dims()));
      out.put("offset", Shape.of(clips, frames - 1, PoseOffset.FEATURES));
    }
    return out;
  }

  @Override
  public <T> Map<String, T> loss(Ops<T> ops, Map<String, T> batch) {
    T latents = batch.get("latents");
    T actions = batch.get("actions");
    int frames = ops.shape(latents).size(1);
    T context = batch.get("context");
    T target = ops.slice(latents, 1, 1, frames);
    T eps = batch.get("targetNoise");
    T alpha = perFrame(ops, batch.get("targetAlpha"));
    T sigma = perFrame(ops, batch.get("targetSigma"));
    T noisyContext =
        ops.add(
            ops.mul(context, perFrame(ops, batch.get("contextAlpha"))),
            ops.mul(batch.get("contextNoise"), perFrame(ops, batch.get("contextSigma"))));
    T noisyTarget = ops.add(ops.mul(target, alpha), ops.mul(eps, sigma));
    T timesteps = ops.concat(1, List.of(batch.get("contextTimestep"), batch.get("targetTimestep")));
    T bothActions =
        ops.concat(
            1, List.of(ops.slice(actions, 1, 0, frames - 1), ops.slice(actions, 1, 1, frames)));
    boolean memory = dit.config().memory();
    T prediction =
        dit.forward(
            ops,
            ops.concat(1, List.of(noisyContext, noisyTarget)),
            dit.beside(
                dit.config().previousFrame()
                    ? ops.concat(
                        1,
                        List.of(dit.before(ops, noisyContext), previous(ops, batch, noisyContext)))
                    : null,
                memory ? behindNothing(ops, batch.get("recalled")) : null),
            dit.modulate(
                ops,
                dit.condition(
                    ops,
                    timesteps,
                    bothActions,
                    memory ? behindNothing(ops, batch.get("offset")) : null)),
            WindowAttention.twoStreams(ops, frames - 1, dit.config().headSize()),
            frames - 1);
    T error = ops.sub(prediction, dit.config().prediction().target(ops, target, eps, alpha, sigma));
    Map<String, T> out = new LinkedHashMap<>();
    out.put("loss", ops.mean(ops.mul(error, error), false, 0, 1, 2, 3, 4));
    return out;
  }

  /** What the frames to be made are given as the ones before them. */
  private <T> T previous(Ops<T> ops, Map<String, T> batch, T noisyContext) {
    if (!dit.config().memory()) {
      return noisyContext;
    }
    Recall<T> recall =
        new Recall<>(batch.get("recalled"), batch.get("carried"), batch.get("offset"));
    T moved = recall.moved(ops, batch.get("context"));
    return ops.add(noisyContext, ops.mul(moved, perFrame(ops, batch.get("contextAlpha"))));
  }

  /** Only the frames to be made remember: the context's half is zeros. */
  private static <T> T behindNothing(Ops<T> ops, T targets) {
    return ops.concat(1, List.of(SpaceTimeDit.nothing(ops, ops.shape(targets)), targets));
  }

  /** {@code [B,S]} to {@code [B,S,1,1,1]}. */
  private static <T> T perFrame(Ops<T> ops, T x) {
    Shape s = ops.shape(x);
    return ops.reshape(x, Shape.of(s.dim(0), s.dim(1), 1, 1, 1));
  }
}
