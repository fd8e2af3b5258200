package dev.dreamwire.runtime.model;

import dev.dreamwire.api.tensor.Ops;
import dev.dreamwire.api.tensor.Shape;
import java.util.List;

/**
 * A frame made with a past whose noise changes from step to step, see {@link ContextView#noising}:
 * the whole window is computed anew in every step. A frame of the past keeps the noise that it got
 * when it was finished; only how much of it there is changes. One game.
 */
final class RenoisingSession<T> implements DenoiserSession<T> {
  private final FrameInputs<T> inputs;
  private final SpaceTimeDit dit;
  private final Ops<T> ops;

  /** Frames of the context, the one being made not included. */
  private final int kept;

  private final T clean;
  private final T noise;
  private final T actions;
  private final T recalled;
  private final RecomputedAttention<T> attention;

  RenoisingSession(FrameInputs<T> inputs) {
    this.inputs = inputs;
    this.dit = inputs.dit();
    this.ops = inputs.ops();
    this.kept = inputs.context().window() - 1;
    HistoryView<T> history = inputs.history();
    RecentFrames<T> recent = new RecentFrames<>(ops, history, kept);
    Shape frames = dit.config().latentShape().prepend(1, kept);
    this.clean = ops.reshape(recent.inOrder("latent", history.latent()), frames);
    this.noise =
        inputs.context().noised()
            ? ops.reshape(recent.inOrder("noise", inputs.noise()), frames)
            : null;
    this.actions =
        ops.reshape(
            recent.inOrder("action", history.action()), Shape.of(1, kept, dit.config().actions()));
    this.recalled = inputs.recalled();
    this.attention = new RecomputedAttention<>(ops, history, kept, dit.config().headSize());
  }

  @Override
  public T predict(int step, T x) {
    T window = noise == null ? clean : inputs.noisy(clean, noise, inputs.level(step));
    T all = ops.concat(1, List.of(window, ops.reshape(x, inputs.oneFrame())));
    List<T> beside =
        dit.beside(
            dit.config().previousFrame() ? before(window, step) : null,
            dit.config().memory()
                ? ops.concat(1, List.of(SpaceTimeDit.nothing(ops, ops.shape(window)), recalled))
                : null);
    T said = dit.forward(ops, all, beside, inputs.modulation(actions, step), attention, 1);
    return ops.reshape(said, ops.shape(x));
  }

  private T before(T window, int step) {
    T newest = SpaceTimeDit.newest(ops, window, 1);
    T past = ops.reshape(newest, ops.shape(inputs.history().latent()));
    return ops.concat(1, List.of(dit.before(ops, window), inputs.before(past, inputs.level(step))));
  }
}
