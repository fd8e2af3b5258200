package dev.dreamwire.runtime.model;

import dev.dreamwire.api.node.TensorScope;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.tensor.PlainOps;
import dev.dreamwire.runtime.tensor.PlainOps.Array;
import dev.dreamwire.runtime.tensor.RandomWeights;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.Map;

/** A history kept by hand, frame after frame, as the engine would. */
final class PlainHistory implements HistoryView<Array> {
  private final Map<String, Array> rings = new HashMap<>();
  private final Map<String, Array> pushed = new HashMap<>();
  private Array latent;
  private Array action;
  private long frame;

  PlainHistory(Array latent, Array action) {
    this.latent = latent;
    this.action = action;
  }

  /** A frame is finished. */
  void finish(Array newLatent, Array itsAction) {
    latent = newLatent;
    action = itsAction;
    pushed.forEach(
        (name, value) -> {
          Array ring = rings.get(name);
          int slot = value.values().length;
          int capacity = ring.values().length / slot;
          int at = (int) (frame % capacity) * slot;
          System.arraycopy(value.values(), 0, ring.values(), at, slot);
        });
    pushed.clear();
    frame++;
  }

  @Override
  public Array latent() {
    return latent;
  }

  @Override
  public Array action() {
    return action;
  }

  @Override
  public Array ring(String name, Shape slot, int capacity) {
    Array ring =
        rings.computeIfAbsent(
            name,
            n -> new Array(slot.prepend(capacity), new double[(int) slot.count() * capacity]));
    return new Array(ring.shape(), ring.values().clone());
  }

  @Override
  public void push(String name, Array value) {
    pushed.put(name, value);
  }

  @Override
  public Array perFrame(String name, Shape shape, TensorScope.FrameFill fill) {
    float[] out = new float[(int) shape.count()];
    fill.fill(frame, FloatBuffer.wrap(out));
    return PlainOps.array(shape, out);
  }

  @Override
  public Array noise(String name, Shape shape) {
    return PlainOps.array(
        shape, RandomWeights.gaussian(name.hashCode() + frame, (int) shape.count()));
  }
}
