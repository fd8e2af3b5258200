package dev.dreamwire.runtime.model;

import dev.dreamwire.api.tensor.Ops;
import dev.dreamwire.api.tensor.Shape;
import java.util.List;

/** A frame made with a window that is computed anew, see {@link ContextMode#EXACT}. One game. */
final class ExactSession<T> implements DenoiserSession<T> {
  private final FrameInputs<T> inputs;
  private final SpaceTimeDit dit;
  private final Ops<T> ops;

  /** Frames of the context, the one being made not included. */
  private final int kept;

  private final SpaceTimeDit.Modulation<T> modulation;
  private final RecomputedAttention<T> attention;
  private final T window;
  private final List<T> besideNow;
  private final List<T> besideAll;

  ExactSession(FrameInputs<T> inputs) {
    this.inputs = inputs;
    this.dit = inputs.dit();
    this.ops = inputs.ops();
    this.kept = inputs.context().window() - 1;
    HistoryView<T> history = inputs.history();
    RecentFrames<T> recent = new RecentFrames<>(ops, history, kept);
    T past = inputs.past();
    this.window =
        ops.reshape(recent.inOrder("latent", past), dit.config().latentShape().prepend(1, kept));
    this.modulation =
        inputs.modulation(
            ops.reshape(
                recent.inOrder("action", history.action()),
                Shape.of(1, kept, dit.config().actions())));
    this.attention = new RecomputedAttention<>(ops, history, kept, dit.config().headSize());
    T newest = inputs.before(past, inputs.level(0));
    T recalled = inputs.recalled();
    this.besideNow = dit.beside(newest, recalled);
    this.besideAll =
        dit.beside(
            dit.config().previousFrame()
                ? ops.concat(1, List.of(dit.before(ops, window), newest))
                : null,
            dit.config().memory()
                ? ops.concat(1, List.of(SpaceTimeDit.nothing(ops, ops.shape(window)), recalled))
                : null);
  }

  @Override
  public T predict(int step, T x) {
    T now = ops.reshape(x, inputs.oneFrame());
    T said =
        step > 0
            ? dit.forward(
                ops,
                now,
                besideNow,
                modulation.frames(ops, kept + step, kept + step + 1),
                attention,
                1)
            : dit.forward(
                ops,
                ops.concat(1, List.of(window, now)),
                besideAll,
                modulation.frames(ops, 0, kept + 1),
                attention,
                1);
    return ops.reshape(said, ops.shape(x));
  }
}
