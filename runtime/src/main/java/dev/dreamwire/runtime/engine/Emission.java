package dev.dreamwire.runtime.engine;

import dev.dreamwire.api.node.NodeContext;
import dev.dreamwire.api.node.NodeException;
import dev.dreamwire.api.node.Param;
import dev.dreamwire.api.node.Params;
import dev.dreamwire.api.node.Port;
import dev.dreamwire.api.node.TensorScope;
import dev.dreamwire.api.node.TensorType;
import dev.dreamwire.api.tensor.Ops;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.graph.PortRef;
import dev.dreamwire.runtime.tensor.Sections;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes the tensor nodes of one stage as one program, in whatever reading.
 *
 * @param <T> what a tensor is in this reading
 */
final class Emission<T> {
  /** Hands out the tensor of an input; called once for each name. */
  interface Inputs<T> {
    T get(ProgramInput input);
  }

  /**
   * What was written.
   *
   * @param values of the nodes' outputs
   * @param pushes by the name of the ring's input
   * @param probes by {@code node/name}
   */
  record Written<T>(Map<PortRef, T> values, Map<String, T> pushes, Map<String, T> probes) {}

  private final Ops<T> ops;
  private final PlanContext context;
  private final List<String> nodes;
  private final Inputs<T> source;
  private final Map<String, T> inputs = new HashMap<>();
  private final Map<PortRef, Object> handles = new HashMap<>();
  private final Written<T> written =
      new Written<>(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());

  Emission(Ops<T> ops, PlanContext context, List<String> nodes, Inputs<T> source) {
    this.ops = ops;
    this.context = context;
    this.nodes = nodes;
    this.source = source;
  }

  /**
   * Writes all nodes.
   *
   * @throws PlanException if a node cannot be written
   */
  Written<T> write() {
    for (String id : nodes) {
      if (ops instanceof Sections sections) {
        sections.section(id);
      }
      TensorType type = (TensorType) context.layout().member(id).type();
      NodeGuard.plan(id, () -> type.emit(new Scope(id)));
    }
    return written;
  }

  private T input(ProgramInput input) {
    T tensor = inputs.computeIfAbsent(input.name(), name -> source.get(input));
    if (!ops.shape(tensor).equals(input.shape())) {
      throw new IllegalArgumentException(
          input.name()
              + " is asked for as "
              + ops.shape(tensor)
              + " and as "
              + input.shape()
              + "; give each node that uses it one of its own");
    }
    return tensor;
  }

  private final class Scope implements TensorScope<T> {
    private final String id;
    private final NodeContext node;

    Scope(String id) {
      this.id = id;
      this.node = context.node(id);
    }

    @Override
    public String nodeId() {
      return id;
    }

    @Override
    public Params params() {
      return node.params();
    }

    @Override
    public <S> Optional<S> service(Class<S> type) {
      return node.service(type);
    }

    @Override
    public Path file(String name) {
      return node.file(name);
    }

    @Override
    public Ops<T> ops() {
      return ops;
    }

    @Override
    public boolean wired(String port) {
      return wire(port).from() != null;
    }

    private Layout.Input wire(String port) {
      return context.layout().input(id, port);
    }

    @Override
    public T input(String port) {
      Layout.Input wire = wire(port);
      PortRef here = new PortRef(id, port);
      if (wire.from() == null) {
        throw new NodeException(port, "nothing is wired to " + port, null);
      }
      if (wire.port().role() == Port.Role.START) {
        return input(feedbackOf(wire.port()));
      }
      if (wire.port().role() == Port.Role.FEEDBACK) {
        return Emission.this.input(
            new ProgramInput.Register("register:" + here, context.registerShape(here), here));
      }
      T inside = written.values().get(wire.from());
      return inside != null
          ? inside
          : Emission.this.input(
              new ProgramInput.Value(
                  "value:" + wire.from(), context.valueShape(wire.from(), here), wire.from()));
    }

    private String feedbackOf(Port start) {
      return context.layout().inputs(id).values().stream()
          .map(Layout.Input::port)
          .filter(p -> p.role() == Port.Role.FEEDBACK && p.type().equals(start.type()))
          .map(Port::name)
          .findFirst()
          .orElseThrow(
              () -> new IllegalArgumentException("no feedback input begins with " + start.name()));
    }

    @Override
    public <H> H handle(String port, Class<H> type) {
      PortRef from = wire(port).from();
      if (from == null) {
        throw new NodeException(port, "nothing is wired to " + port, null);
      }
      Object handle = handles.containsKey(from) ? handles.get(from) : context.handle(from);
      if (!type.isInstance(handle)) {
        throw new NodeException(
            port, "what is wired to " + port + " is no " + type.getSimpleName(), null);
      }
      return type.cast(handle);
    }

    @Override
    public T live(String param) {
      Param declared = context.layout().member(id).type().spec().param(param);
      boolean colour = declared != null && declared.kind() instanceof Param.ColourKind;
      if (declared == null
          || !declared.live()
          || declared.defaultValue() instanceof String && !colour) {
        throw new IllegalArgumentException("this type declares no live number " + param);
      }
      return context.layout().inputs(id).containsKey(param)
          ? driven(declared)
          : Emission.this.input(
              new ProgramInput.Live(
                  "live:" + id + "." + param, colour ? Shape.of(3) : Shape.of(), id, param));
    }

    private T driven(Param param) {
      T number = input(param.name());
      DrivenParams.requireNumber(param.name(), wire(param.name()).from(), ops.shape(number));
      return DrivenParams.value(ops, param.kind(), number);
    }

    @Override
    public T perFrame(String name, Shape shape, FrameFill fill) {
      return Emission.this.input(
          new ProgramInput.Filled("fill:" + id + "/" + name, shape, id, fill));
    }

    @Override
    public T noise(String name, Shape shape) {
      return Emission.this.input(new ProgramInput.Noise("noise:" + id + "/" + name, shape));
    }

    @Override
    public T ring(String name, Shape slot, int capacity) {
      return Emission.this.input(new ProgramInput.Ring(ringName(name), slot.prepend(capacity)));
    }

    private String ringName(String name) {
      return "ring:" + id + "/" + name;
    }

    @Override
    public void push(String name, T value) {
      if (!inputs.containsKey(ringName(name))) {
        throw new IllegalArgumentException("there is no ring " + name + " to push into");
      }
      if (written.pushes().put(ringName(name), value) != null) {
        throw new IllegalArgumentException(
            "the memory of "
                + id
                + " is already written by another node; give each such node one of its own");
      }
    }

    @Override
    public void output(String port, T value) {
      context.layout().requireOutput(id, port);
      written.values().put(new PortRef(id, port), value);
    }

    @Override
    public void outputHandle(String port, Object handle) {
      context.layout().requireOutput(id, port);
      handles.put(new PortRef(id, port), handle);
    }

    @Override
    public void probe(String name, T value) {
      written.probes().put(id + "/" + name, value);
    }
  }
}
