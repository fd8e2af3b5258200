package dev.dreamwire.runtime.engine;

import dev.dreamwire.api.node.HostProcess;
import dev.dreamwire.api.node.NodeException;
import dev.dreamwire.api.node.Params;
import dev.dreamwire.api.node.Port;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.api.tensor.TensorView;
import dev.dreamwire.runtime.graph.PortRef;
import java.util.function.Supplier;

/** One host node's view of the frame that is being made; the same object every frame. */
final class HostFrame implements HostProcess.Frame {
  private final String id;
  private final PlanContext context;
  private final PlanValues started;
  private final PlanValues values;
  private final PlanMemory memory;
  private final Supplier<Params> params;
  private final boolean driven;
  private long index;

  /**
   * A view of one part of a plan.
   *
   * @param started values of the part that play starts with
   * @param values values of the part that the node runs in
   */
  HostFrame(
      String id,
      PlanContext context,
      PlanValues started,
      PlanValues values,
      PlanMemory memory,
      Supplier<Params> params) {
    this.id = id;
    this.context = context;
    this.started = started;
    this.values = values;
    this.memory = memory;
    this.params = params;
    this.driven =
        context.layout().member(id).type().spec().params().stream()
            .anyMatch(param -> context.layout().inputs(id).containsKey(param.name()));
  }

  HostFrame at(long frame) {
    index = frame;
    return this;
  }

  @Override
  public long index() {
    return index;
  }

  @Override
  public Params params() {
    return driven
        ? new DrivenParams(context.layout().member(id), context.layout(), values, params.get())
        : params.get();
  }

  @Override
  public boolean wired(String port) {
    return context.layout().input(id, port).from() != null;
  }

  @Override
  public TensorView tensor(String port) {
    Layout.Input input = wire(port);
    TensorView value =
        switch (input.port().role()) {
          case NORMAL -> values.tensor(input.from());
          case FEEDBACK -> memory.register(new PortRef(id, port));
          case START -> started.tensor(input.from());
        };
    return present(port, input, value);
  }

  @Override
  public <V> V value(String port, Class<V> type) {
    Layout.Input input = wire(port);
    PlanValues from = input.port().role() == Port.Role.START ? started : values;
    Object value = present(port, input, from.object(input.from()));
    if (!type.isInstance(value)) {
      throw new NodeException(
          port,
          input.from() + " handed out " + value + ", which is no " + type.getSimpleName(),
          null);
    }
    return type.cast(value);
  }

  private Layout.Input wire(String port) {
    Layout.Input input = context.layout().input(id, port);
    if (input.from() == null) {
      throw new NodeException(port, "nothing is wired to " + port, null);
    }
    return input;
  }

  private static <V> V present(String port, Layout.Input input, V value) {
    if (value == null) {
      throw new NodeException(port, input.from() + " handed out nothing", null);
    }
    return value;
  }

  @Override
  public void output(String port, TensorView value) {
    PortRef output = output(port);
    Shape declared = context.valueShape(output, output);
    if (!declared.equals(value.shape())) {
      throw new NodeException(
          port, "the node declared shape " + declared + " but made " + value.shape(), null);
    }
    values.put(output, value);
  }

  @Override
  public void output(String port, Object value) {
    values.put(output(port), value);
  }

  private PortRef output(String port) {
    context.layout().requireOutput(id, port);
    return new PortRef(id, port);
  }
}
