package dev.dreamwire.runtime.model;

import dev.dreamwire.api.tensor.Ops;
import dev.dreamwire.api.tensor.Shape;
import java.util.List;

/** A frame made with kept keys and values, see {@link ContextMode#STREAMING}. */
final class StreamingSession<T> implements DenoiserSession<T> {
  private final FrameInputs<T> inputs;
  private final SpaceTimeDit dit;
  private final Ops<T> ops;
  private final SpaceTimeDit.Modulation<T> modulation;
  private final CachedAttention<T> cache;
  private final T before;
  private final List<T> besideNow;
  private final List<T> besideBoth;

  StreamingSession(FrameInputs<T> inputs) {
    this.inputs = inputs;
    this.dit = inputs.dit();
    this.ops = inputs.ops();
    HistoryView<T> history = inputs.history();
    long games = inputs.games().count();
    this.modulation =
        inputs.modulation(
            ops.reshape(history.action(), Shape.of(games, 1, dit.config().actions())));
    T past = inputs.past();
    this.cache =
        new CachedAttention<>(ops, history, inputs.context().window(), dit.config().headSize());
    Shape one = inputs.oneFrame();
    this.before = ops.reshape(past, one);
    T recalled = inputs.recalled();
    T carried = inputs.before(past, inputs.level(0));
    this.besideNow = dit.beside(carried, recalled);
    this.besideBoth =
        dit.beside(
            dit.config().previousFrame() ? ops.concat(1, List.of(beforeThat(past), carried)) : null,
            dit.config().memory()
                ? ops.concat(1, List.of(SpaceTimeDit.nothing(ops, one), recalled))
                : null);
  }

  /** The frame before the newest finished one, as that one saw it; the newest takes its place. */
  private T beforeThat(T newest) {
    T kept = inputs.history().ring("frame", ops.shape(newest), 1);
    inputs.history().push("frame", newest);
    return ops.reshape(kept, inputs.oneFrame());
  }

  @Override
  public T predict(int step, T x) {
    T now = ops.reshape(x, inputs.oneFrame());
    if (step > 0) {
      T said =
          dit.forward(ops, now, besideNow, modulation.frames(ops, step + 1, step + 2), cache, 1);
      return ops.reshape(said, ops.shape(x));
    }
    // The finished frame is committed in the same pass, so that weights are read once.
    T pair = ops.concat(1, List.of(before, now));
    T said = dit.forward(ops, pair, besideBoth, modulation.frames(ops, 0, 2), cache, 1);
    return ops.reshape(said, ops.shape(x));
  }
}
