package dev.dreamwire.runtime.engine;

import dev.dreamwire.api.node.HandleScope;
import dev.dreamwire.api.node.HandleType;
import dev.dreamwire.api.node.HostType;
import dev.dreamwire.api.node.NodeContext;
import dev.dreamwire.api.node.NodeException;
import dev.dreamwire.api.node.Params;
import dev.dreamwire.api.node.Port;
import dev.dreamwire.api.node.PortType;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.graph.PortRef;
import dev.dreamwire.runtime.graph.Problem;
import dev.dreamwire.runtime.model.ModelHandle;
import dev.dreamwire.runtime.tensor.Weights;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What is known while a graph is planned: its handles, the shapes found so far, how to find files.
 */
final class PlanContext {
  private final Layout layout;
  private final Services services;
  private final Function<String, Path> files;
  private final Map<PortRef, Object> handles = new HashMap<>();
  private final Map<PortRef, Shape> values = new HashMap<>();
  private final Map<PortRef, Shape> registers = new HashMap<>();

  PlanContext(Layout layout, Services services, Function<String, Path> files) {
    this.layout = layout;
    this.services = services;
    this.files = files;
  }

  Layout layout() {
    return layout;
  }

  /**
   * Resolves all handle nodes and asks host nodes for their shapes.
   *
   * @throws PlanException if a node cannot
   */
  void begin() {
    for (String id : layout.handles()) {
      HandleType type = (HandleType) layout.member(id).type();
      NodeGuard.plan(id, () -> type.resolve(new Resolving(id)));
    }
    for (Layout.Member member : layout.members().values()) {
      if (member.type() instanceof HostType host) {
        String id = member.id();
        NodeGuard.plan(
            id,
            () ->
                host.outputShapes(node(id))
                    .forEach((port, shape) -> values.put(new PortRef(id, port), shape)));
      }
    }
  }

  /** The weights of all models of the graph. */
  Weights weights() {
    Weights all = Weights.none();
    Set<Object> seen = java.util.Collections.newSetFromMap(new IdentityHashMap<>());
    for (Object handle : handles.values()) {
      if (handle instanceof ModelHandle model && seen.add(handle)) {
        all = all.and(model.weights());
      }
    }
    return all;
  }

  /** A service of the host. */
  <S> Optional<S> service(Class<S> type) {
    return services.find(type);
  }

  Object handle(PortRef output) {
    return handles.get(output);
  }

  /** A tensor's shape became known. */
  void put(PortRef output, Shape shape) {
    values.put(output, shape);
  }

  /** The shape of what an output hands out. */
  Shape valueShape(PortRef output, PortRef asking) {
    Shape shape = values.get(output);
    if (shape == null) {
      throw new PlanException(
          List.of(
              Problem.error(
                  asking.node(),
                  asking.port(),
                  "the shape of " + output + " is not known here; wire what play starts with")));
    }
    return shape;
  }

  /**
   * Finds the shapes of all registers from what play starts with, and then those that host nodes
   * know only from them.
   *
   * @throws PlanException if a shape is not known, or what is fed back is no tensor
   */
  void findRegisters() {
    for (Layout.Member member : layout.members().values()) {
      Map<String, Layout.Input> inputs = layout.inputs(member.id());
      for (Layout.Input input : inputs.values()) {
        if (input.port().role() == Port.Role.FEEDBACK && input.from() != null) {
          PortRef here = new PortRef(member.id(), input.port().name());
          if (input.port().type().carrier() != PortType.Carrier.TENSOR) {
            throw new PlanException(
                List.of(Problem.error(here.node(), here.port(), "only tensors can be fed back")));
          }
          PortRef from = startOf(here).orElse(input.from());
          registers.put(here, valueShape(from, here));
        }
      }
    }
    for (Layout.Member member : layout.members().values()) {
      if (member.type() instanceof HostType host) {
        String id = member.id();
        NodeGuard.plan(
            id,
            () ->
                host.outputShapes(node(id), feedback(id))
                    .forEach((port, shape) -> values.put(new PortRef(id, port), shape)));
      }
    }
  }

  private Map<String, Shape> feedback(String id) {
    Map<String, Shape> out = new HashMap<>();
    registers.forEach(
        (input, shape) -> {
          if (input.node().equals(id)) {
            out.put(input.port(), shape);
          }
        });
    return out;
  }

  /** What a feedback input holds before the first frame: the source of its node's start input. */
  Optional<PortRef> startOf(PortRef feedback) {
    Map<String, Layout.Input> inputs = layout.inputs(feedback.node());
    Port port = inputs.get(feedback.port()).port();
    return inputs.values().stream()
        .filter(i -> i.port().role() == Port.Role.START && i.port().type().equals(port.type()))
        .map(Layout.Input::from)
        .filter(java.util.Objects::nonNull)
        .findFirst();
  }

  Map<PortRef, Shape> registers() {
    return registers;
  }

  Shape registerShape(PortRef input) {
    return registers.get(input);
  }

  /** What a node may ask of its host. */
  NodeContext node(String id) {
    return new Asking(id);
  }

  private class Asking implements NodeContext {
    private final String id;

    Asking(String id) {
      this.id = id;
    }

    @Override
    public String nodeId() {
      return id;
    }

    @Override
    public Params params() {
      return layout.member(id).params();
    }

    @Override
    public <S> Optional<S> service(Class<S> type) {
      return PlanContext.this.service(type);
    }

    @Override
    public Path file(String name) {
      return files.apply(name);
    }
  }

  private final class Resolving extends Asking implements HandleScope {
    Resolving(String id) {
      super(id);
    }

    @Override
    public <H> H handle(String port, Class<H> type) {
      PortRef from = layout.input(nodeId(), port).from();
      Object handle = from == null ? null : handles.get(from);
      if (!type.isInstance(handle)) {
        throw new NodeException(
            port, "what is wired to " + port + " is no " + type.getSimpleName(), null);
      }
      return type.cast(handle);
    }

    @Override
    public void output(String port, Object handle) {
      layout.requireOutput(nodeId(), port);
      handles.put(new PortRef(nodeId(), port), handle);
    }
  }
}
