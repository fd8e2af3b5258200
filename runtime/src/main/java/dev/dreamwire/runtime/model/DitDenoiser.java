package dev.dreamwire.runtime.model;

import dev.dreamwire.api.tensor.Ops;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.diffusion.NoiseSchedule;
import dev.dreamwire.runtime.diffusion.Prediction;
import dev.dreamwire.runtime.tensor.Weights;

/**
 * A {@link SpaceTimeDit} as a stream: the past's keys and values are kept, a frame is made at a
 * time.
 */
public record DitDenoiser(SpaceTimeDit dit, Weights weights) implements Denoiser {
  @Override
  public Shape latentShape() {
    return dit.config().latentShape();
  }

  @Override
  public int actions() {
    return dit.config().actions();
  }

  @Override
  public int window() {
    return dit.config().window();
  }

  @Override
  public Prediction prediction() {
    return dit.config().prediction();
  }

  @Override
  public boolean remembers() {
    return dit.config().memory();
  }

  @Override
  public <T> DenoiserSession<T> open(
      Ops<T> ops,
      HistoryView<T> history,
      ContextView<T> context,
      NoiseSchedule schedule,
      double[] timesteps,
      T action) {
    Shape games = games(ops.shape(history.latent()));
    require("latent", ops.shape(history.latent()), games, latentShape());
    require("action", ops.shape(action), games, Shape.of(actions()));
    if (context.window() < 2 || context.window() > window()) {
      throw new IllegalArgumentException(
          "the denoiser was trained with a window of 2 to "
              + window()
              + " frames, not "
              + context.window());
    }
    FrameInputs<T> inputs =
        new FrameInputs<>(dit, ops, history, context, schedule, timesteps, action);
    boolean steady = context.steady(timesteps.length);
    if (context.mode() == ContextMode.STREAMING) {
      if (!steady) {
        throw new IllegalArgumentException(
            "kept keys and values cannot follow a noising that changes over the steps: choose the"
                + (" mode exact at the Context, where each of the " + timesteps.length)
                + (" steps then computes all " + context.window() + " frames of the window, or")
                + " draw a level curve there");
      }
      return new StreamingSession<>(inputs);
    }
    if (games.count() > 1) {
      throw new IllegalArgumentException("games side by side are streamed, not exact");
    }
    return steady ? new ExactSession<>(inputs) : new RenoisingSession<>(inputs);
  }

  /** The dimension before a frame's own: {@code []} for one game, {@code [B]} for several. */
  private static Shape games(Shape latent) {
    return latent.rank() > 3 ? Shape.of(latent.dim(0)) : Shape.of();
  }

  private static void require(String what, Shape is, Shape games, Shape one) {
    Shape needed = one.prepend(games.dims());
    if (!is.equals(needed)) {
      throw new IllegalArgumentException(
          "the denoiser needs a " + what + " of shape " + needed + ", the one wired is " + is);
    }
  }
}
