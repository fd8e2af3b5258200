package dev.dreamwire.runtime.engine;

import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.api.tensor.TensorView;
import dev.dreamwire.runtime.graph.PortRef;
import dev.dreamwire.runtime.graph.Problem;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What the outputs of one part of a plan hold at present. Used by the engine's thread. */
final class PlanValues {
  private final Map<PortRef, TensorView> tensors = new HashMap<>();
  private final Map<PortRef, Object> objects = new HashMap<>();

  /** Values of a part's stages; what programs hand out stays in the programs' own buffers. */
  PlanValues(List<Stage> stages) {
    for (Stage stage : stages) {
      if (stage instanceof Stage.Fused fused) {
        fused.values().forEach((ref, name) -> tensors.put(ref, fused.output(name)));
      }
    }
  }

  /** The tensor of an output; null before it was made for the first time. */
  TensorView tensor(PortRef output) {
    return tensors.get(output);
  }

  /**
   * The tensor of an output that must have been made by now.
   *
   * @throws NodeFailure naming the node that did not hand it out
   */
  TensorView required(PortRef output) {
    TensorView value = tensors.get(output);
    if (value == null) {
      throw new NodeFailure(
          Problem.error(output.node(), output.port(), "the node handed out nothing"), null);
    }
    return value;
  }

  /** The object of an output; null before it was made for the first time. */
  Object object(PortRef output) {
    return objects.get(output);
  }

  /** Takes a copy of what a host node made. */
  void put(PortRef output, TensorView value) {
    TensorView kept =
        tensors.computeIfAbsent(output, o -> new TensorView(value.shape(), floats(value.shape())));
    copy(value.values(), kept.values());
  }

  void put(PortRef output, Object value) {
    objects.put(output, value);
  }

  /** Copies of what some outputs hold; those that were never made are left out. */
  KeptValues copies(Predicate<PortRef> which) {
    Map<PortRef, TensorView> kept = new HashMap<>();
    tensors.forEach(
        (output, value) -> {
          if (which.test(output)) {
            TensorView copy = new TensorView(value.shape(), floats(value.shape()));
            copy(value.values(), copy.values());
            kept.put(output, copy);
          }
        });
    Map<PortRef, Object> others = new HashMap<>(objects);
    others.keySet().removeIf(which.negate());
    return new KeptValues(kept, others);
  }

  /** Whether an output could take a value: it has no place yet, or one of that shape. */
  boolean takes(PortRef output, Shape shape) {
    TensorView place = tensors.get(output);
    return place == null || place.shape().equals(shape);
  }

  /** Puts values where outputs of the same names hold theirs. */
  void put(KeptValues kept) {
    kept.tensors().forEach(this::put);
    objects.putAll(kept.objects());
  }

  /** A buffer of zeros. */
  static FloatBuffer floats(Shape shape) {
    int bytes = Math.toIntExact(Math.multiplyExact(shape.count(), Float.BYTES));
    return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder()).asFloatBuffer();
  }

  /** Copies as many values as {@code to} holds. */
  static void copy(FloatBuffer from, FloatBuffer to) {
    to.put(0, from, 0, to.capacity());
  }
}
