package dev.dreamwire.runtime.model;

import dev.dreamwire.api.tensor.Ops;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.diffusion.KarrasSchedule;
import dev.dreamwire.runtime.diffusion.NoiseSchedule;
import dev.dreamwire.runtime.diffusion.Prediction;
import dev.dreamwire.runtime.diffusion.VarianceSchedule;
import dev.dreamwire.runtime.tensor.Weights;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A {@link UNet} as a stream: the last frames and actions are kept, a frame is made at a time. */
public record UNetDenoiser(UNet unet, Weights weights) implements Denoiser {
  @Override
  public Shape latentShape() {
    return unet.config().frameShape();
  }

  @Override
  public int actions() {
    return unet.config().actions();
  }

  @Override
  public int window() {
    return unet.config().past() + 1;
  }

  @Override
  public Prediction prediction() {
    return Prediction.X0;
  }

  @Override
  public <T> DenoiserSession<T> open(
      Ops<T> ops,
      HistoryView<T> history,
      ContextView<T> context,
      NoiseSchedule schedule,
      double[] timesteps,
      T action) {
    requireFits(ops, history, context, schedule, action);
    int shown = context.window() - 1;
    List<T> frames = last(ops, history, "frame", shown, List.of(history.latent()));
    // The action into the oldest frame that is shown says nothing about what is shown.
    List<T> actions = last(ops, history, "did", shown, List.of(action, history.action()));
    T past = joined(ops, frames, latentShape());
    T did = joined(ops, actions, Shape.of(1, actions()));
    if (!unet.config().noisyPast()) {
      return (step, x) -> clean(ops, x, past, null, asRow(ops, did), schedule, timesteps[step]);
    }
    T noise = context.noised() ? history.noise("context", ops.shape(past)) : null;
    List<Shown<T>> sights = new ArrayList<>();
    int levels = context.steady(timesteps.length) ? 1 : timesteps.length;
    for (int step = 0; step < levels; step++) {
      T level = context.level(ops, step, timesteps.length);
      T seen = noise == null ? past : noised(ops, schedule, past, noise, level);
      sights.add(new Shown<>(seen, share(ops, level)));
    }
    return (step, x) -> {
      Shown<T> now = sights.get(Math.min(step, levels - 1));
      return clean(ops, x, now.past(), now.level(), asRow(ops, did), schedule, timesteps[step]);
    };
  }

  /** The past as the network is shown it at a step, and the level that it is told of it. */
  private record Shown<T>(T past, T level) {}

  private <T> T asRow(Ops<T> ops, T did) {
    return ops.reshape(did, Shape.of(1, unet.config().past(), actions()));
  }

  /** A level as the network is told it, {@code [1]} in 0..1. */
  private static <T> T share(Ops<T> ops, T level) {
    return ops.reshape(ops.mul(level, 1f / NoiseSchedule.TIMESTEPS), Shape.of(1));
  }

  private static <T> T noised(Ops<T> ops, NoiseSchedule schedule, T past, T noise, T level) {
    return ops.add(
        ops.mul(past, schedule.alpha(ops, level)), ops.mul(noise, schedule.sigma(ops, level)));
  }

  /**
   * The clean frame that the network sees in noisy ones.
   *
   * @param x {@code [C,h,w]}
   * @param past as {@link UNet.Given#past} of one clip
   * @param pastLevel as {@link UNet.Given#pastLevel} of one clip
   * @param actions as {@link UNet.Given#actions} of one clip
   * @return {@code [C,h,w]}
   */
  public <T> T clean(
      Ops<T> ops, T x, T past, T pastLevel, T actions, NoiseSchedule schedule, double timestep) {
    Preconditioning.Scales scales =
        unet.config()
            .preconditioning()
            .scales(schedule.alpha(timestep), schedule.sigma(timestep), timestep);
    T scaled = ops.reshape(ops.mul(x, (float) scales.in()), latentShape().prepend(1));
    T level = ops.constant(Shape.of(1), (float) scales.level());
    T said = unet.forward(ops, scaled, new UNet.Given<>(past, level, pastLevel, actions));
    return ops.add(
        ops.mul(x, (float) scales.skip()),
        ops.mul(ops.reshape(said, latentShape()), (float) scales.out()));
  }

  /** The last things of a kind, the oldest first: those at hand and then those kept. */
  private static <T> List<T> last(
      Ops<T> ops, HistoryView<T> history, String kind, int count, List<T> atHand) {
    List<T> newestFirst = new ArrayList<>(atHand.subList(0, Math.min(count, atHand.size())));
    T newest = atHand.getLast();
    for (int i = newestFirst.size(); i < count; i++) {
      String name = kind + "." + i;
      T kept = history.ring(name, ops.shape(newest), 1);
      history.push(name, newest);
      newest = ops.reshape(kept, ops.shape(newest));
      newestFirst.add(newest);
    }
    Collections.reverse(newestFirst);
    return newestFirst;
  }

  /** Joined along the first axis of each, zeros before the oldest, with one clip in front. */
  private <T> T joined(Ops<T> ops, List<T> parts, Shape each) {
    List<T> all = new ArrayList<>();
    for (int i = parts.size(); i < unet.config().past(); i++) {
      all.add(ops.constant(each, new float[Math.toIntExact(each.count())]));
    }
    parts.forEach(part -> all.add(ops.reshape(part, each)));
    T joined = ops.concat(0, all);
    return ops.reshape(joined, ops.shape(joined).prepend(1));
  }

  private <T> void requireFits(
      Ops<T> ops,
      HistoryView<T> history,
      ContextView<T> context,
      NoiseSchedule schedule,
      T action) {
    require("latent", ops.shape(history.latent()), latentShape());
    require("action", ops.shape(action), Shape.of(actions()));
    if (context.window() > window()) {
      throw new IllegalArgumentException(
          "the denoiser was trained with a window of 2 to "
              + window()
              + " frames, not "
              + context.window());
    }
    boolean fits =
        switch (unet.config().preconditioning()) {
          case EDM -> schedule instanceof KarrasSchedule;
          case VELOCITY -> schedule instanceof VarianceSchedule;
        };
    if (!fits) {
      String needed = unet.config().preconditioning() == Preconditioning.EDM ? "EDM" : "cosine";
      throw new IllegalArgumentException(
          "the denoiser was trained with the schedule " + needed + "; choose it there");
    }
  }

  private static void require(String what, Shape is, Shape needed) {
    if (!is.equals(needed)) {
      throw new IllegalArgumentException(
          "the denoiser needs a " + what + " of shape " + needed + ", the one wired is " + is);
    }
  }
}
