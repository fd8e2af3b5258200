package dev.dreamwire.runtime.engine;

import dev.dreamwire.api.node.HostType;
import dev.dreamwire.api.node.Port;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.api.tensor.TensorView;
import dev.dreamwire.runtime.graph.PortRef;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a plan at play remembers from frame to frame: registers of feedback inputs, and rings. Used
 * by the engine's thread.
 */
final class PlanMemory {
  private record Ring(Shape shape, FloatBuffer slots) {}

  /** A register lives in every program that reads it, so that it is never copied twice a frame. */
  private record Register(Shape shape, PortRef source, List<FloatBuffer> places) {}

  private final PlanContext context;
  private final Map<PortRef, Register> registers = new LinkedHashMap<>();
  private final Map<String, Ring> rings = new LinkedHashMap<>();
  private long frames;
  private boolean pushed;

  PlanMemory(Plan plan) {
    this.context = plan.context();
    context
        .registers()
        .forEach(
            (input, shape) ->
                registers.put(
                    input, new Register(shape, context.layout().source(input), new ArrayList<>())));
    for (Stage stage : plan.frame()) {
      switch (stage) {
        case Stage.Fused fused -> fused.inputs().forEach(input -> collect(fused, input));
        case Stage.Host host -> host.nodes().forEach(this::collect);
      }
    }
  }

  private void collect(Stage.Fused fused, ProgramInput input) {
    FloatBuffer buffer = fused.executable().input(input.name());
    if (input instanceof ProgramInput.Ring ring) {
      rings.put(ring.name(), new Ring(ring.shape(), buffer));
    } else if (input instanceof ProgramInput.Register register) {
      registers.get(register.input()).places().add(buffer);
    }
  }

  private void collect(String host) {
    if (context.layout().member(host).type() instanceof HostType type) {
      for (Port port : type.spec().inputs()) {
        Register register = registers.get(new PortRef(host, port.name()));
        if (register != null) {
          register.places().add(PlanValues.floats(register.shape()));
        }
      }
    }
  }

  /** Frames that the rings could hold by now; a memory that was emptied counts from there. */
  long frames() {
    return frames;
  }

  /** What a host node's feedback input holds. */
  TensorView register(PortRef input) {
    Register register = registers.get(input);
    return new TensorView(register.shape(), register.places().getFirst());
  }

  /** Forgets everything. */
  void clear() {
    frames = 0;
    rings.values().forEach(ring -> zero(ring.slots()));
    registers.values().forEach(register -> register.places().forEach(PlanMemory::zero));
  }

  /** Puts what play starts with into the registers. */
  void begin(PlanValues started) {
    registers.forEach(
        (input, register) ->
            context.startOf(input).ifPresent(from -> set(register, started.required(from))));
  }

  /**
   * Whether everything that play starts with is in an older memory too, so that it need not run.
   */
  boolean isCoveredBy(PlanMemory older) {
    return registers.keySet().stream()
        .filter(input -> context.startOf(input).isPresent())
        .allMatch(input -> older.holds(input, registers.get(input).shape()));
  }

  private boolean holds(PortRef input, Shape shape) {
    Register register = registers.get(input);
    return register != null && register.shape().equals(shape) && !register.places().isEmpty();
  }

  /**
   * Takes over what an older memory holds under the same names in the same shapes. Rings fill
   * together, so where one does not fit all begin empty.
   */
  void takeOver(PlanMemory older) {
    registers.forEach(
        (input, register) -> {
          if (older.holds(input, register.shape())) {
            set(register, older.register(input));
          }
        });
    boolean fits =
        rings.entrySet().stream()
            .allMatch(
                ring -> {
                  Ring old = older.rings.get(ring.getKey());
                  return old != null && old.shape().equals(ring.getValue().shape());
                });
    if (fits) {
      rings.forEach((name, ring) -> PlanValues.copy(older.rings.get(name).slots(), ring.slots()));
      frames = older.frames;
    }
  }

  private static void set(Register register, TensorView value) {
    for (FloatBuffer place : register.places()) {
      PlanValues.copy(value.values(), place);
    }
  }

  /** Puts this frame's value into a ring. */
  void push(String name, FloatBuffer value) {
    FloatBuffer slots = rings.get(name).slots();
    int slot = value.capacity();
    int capacity = slots.capacity() / slot;
    pushed = true;
    slots.put((int) (frames % capacity) * slot, value, 0, slot);
  }

  /** A frame is finished: its values become the past. Rings that took nothing do not age. */
  void advance(PlanValues made) {
    registers.values().forEach(register -> set(register, made.required(register.source())));
    frames += pushed || rings.isEmpty() ? 1 : 0;
    pushed = false;
  }

  private static void zero(FloatBuffer buffer) {
    for (int i = 0; i < buffer.capacity(); i++) {
      buffer.put(i, 0);
    }
  }
}
