package dev.dreamwire.runtime.graph;

import dev.dreamwire.api.node.NodeSpec;
import dev.dreamwire.api.node.NodeType;
import dev.dreamwire.api.node.Port;
import dev.dreamwire.api.node.PortType;
import dev.dreamwire.runtime.graph.NodeState.Mode;
import dev.dreamwire.runtime.text.Texts;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The part of a graph that is computed, and which nodes can be set aside. Pure; safe on every
 * thread.
 */
public final class ActiveGraph {
  private final Graph graph;
  private final NodeRegistry registry;
  private final Map<PortRef, PortRef> sources = new HashMap<>();

  private ActiveGraph(Graph graph, NodeRegistry registry) {
    this.graph = graph;
    this.registry = registry.with(graph.subgraphs());
    graph.wires().forEach(wire -> sources.putIfAbsent(wire.to(), wire.from()));
  }

  /**
   * A graph without muted nodes and without those that need one, and with wires past bypassed
   * nodes; the same instance if every node is computed.
   *
   * <p>An optional input that a muted node fed is as if it were not wired. A wire from an output
   * that its bypassed node has nothing to hand on to is left out.
   */
  public static Graph of(Graph graph, NodeRegistry registry) {
    boolean whole =
        graph.nodes().values().stream()
            .map(node -> node.state().mode())
            .noneMatch(mode -> mode == Mode.MUTED || mode == Mode.BYPASSED);
    return whole ? graph : new ActiveGraph(graph, registry).computed();
  }

  private Graph computed() {
    Set<String> idle = withDependents();
    List<Wire> wires = new ArrayList<>();
    for (Wire wire : graph.wires()) {
      if (!idle.contains(wire.to().node()) && mode(wire.to().node()) != Mode.BYPASSED) {
        origin(wire.from())
            .filter(from -> !idle.contains(from.node()))
            .ifPresent(from -> wires.add(new Wire(from, wire.to())));
      }
    }
    Set<String> gone = new HashSet<>(idle);
    graph.nodes().keySet().stream().filter(id -> mode(id) == Mode.BYPASSED).forEach(gone::add);
    return graph.withWires(List.of()).without(gone).withWires(wires);
  }

  /** The muted nodes and all that cannot do without them. */
  private Set<String> withDependents() {
    Map<String, List<PortRef>> fed = new HashMap<>();
    for (Wire wire : graph.wires()) {
      origin(wire.from())
          .ifPresent(
              from -> fed.computeIfAbsent(from.node(), k -> new ArrayList<>()).add(wire.to()));
    }
    Set<String> idle = new LinkedHashSet<>();
    graph.nodes().keySet().stream().filter(id -> mode(id) == Mode.MUTED).forEach(idle::add);
    Deque<String> open = new ArrayDeque<>(idle);
    while (!open.isEmpty()) {
      for (PortRef input : fed.getOrDefault(open.pop(), List.of())) {
        if (mode(input.node()) != Mode.BYPASSED && required(input) && idle.add(input.node())) {
          open.push(input.node());
        }
      }
    }
    return idle;
  }

  private boolean required(PortRef input) {
    return spec(input.node())
        .map(spec -> ParamPorts.input(spec, input.port()))
        .map(port -> !port.optional())
        .orElse(true);
  }

  /** Where a value is made: back through bypassed nodes. Empty if it is made nowhere. */
  private Optional<PortRef> origin(PortRef output) {
    Set<PortRef> seen = new HashSet<>();
    PortRef at = output;
    while (mode(at.node()) == Mode.BYPASSED) {
      if (!seen.add(at)) {
        return Optional.empty();
      }
      PortRef here = at;
      Optional<PortRef> before =
          spec(here.node())
              .flatMap(spec -> passed(spec, here.port()))
              .map(input -> sources.get(new PortRef(here.node(), input.name())));
      if (before.isEmpty()) {
        return Optional.empty();
      }
      at = before.get();
    }
    return Optional.of(at);
  }

  private Mode mode(String id) {
    return graph.nodes().get(id).state().mode();
  }

  private Optional<NodeSpec> spec(String id) {
    return registry.find(graph.nodes().get(id).type()).map(NodeType::spec);
  }

  /**
   * The input that an output hands on while its node is bypassed: of the inputs of the same type
   * that are read in the same frame the one that stands as the output does among its own, else the
   * first.
   */
  public static Optional<Port> passed(NodeSpec spec, String output) {
    Port port = spec.output(output);
    if (port == null) {
      return Optional.empty();
    }
    String type = port.type().id();
    List<Port> inputs =
        spec.inputs().stream()
            .filter(p -> p.role() == Port.Role.NORMAL && p.type().id().equals(type))
            .toList();
    int place =
        spec.outputs().stream().filter(p -> p.type().id().equals(type)).toList().indexOf(port);
    return inputs.isEmpty()
        ? Optional.empty()
        : Optional.of(inputs.get(place < inputs.size() ? place : 0));
  }

  /**
   * Why a node cannot be in a mode, in a sentence for people in the language of their windows;
   * empty if it can.
   */
  public static Optional<String> refusal(
      Graph graph, NodeRegistry registry, String node, Mode mode) {
    Texts texts = new Texts(GraphCheck.TEXTS, Locale.getDefault(Locale.Category.DISPLAY));
    return fault(graph, registry, graph.nodes().get(node), mode)
        .map(fault -> texts.get("refuse." + fault.key(), fault.words(node)));
  }

  /**
   * What a node has against its mode.
   *
   * @param key of the sentence
   * @param port the output that it is about, or empty
   */
  record Fault(String key, String port, String type) {
    private Object[] words(String node) {
      return new Object[] {node, port, type};
    }
  }

  /** What a node has against a mode. */
  static Optional<Fault> fault(Graph graph, NodeRegistry registry, Node node, Mode mode) {
    if (mode == Mode.ACTIVE || mode == Mode.MUTED) {
      return Optional.empty();
    }
    Optional<NodeSpec> spec =
        registry.with(graph.subgraphs()).find(node.type()).map(NodeType::spec);
    if (spec.isEmpty()) {
      return Optional.of(new Fault("unknownType", "", node.type()));
    }
    if (spec.get().outputs().isEmpty()) {
      return Optional.of(new Fault("noOutputs", "", ""));
    }
    return mode == Mode.BYPASSED
        ? bypassFault(graph, node, spec.get())
        : spec.get().outputs().stream()
            .filter(port -> port.type().carrier() == PortType.Carrier.HANDLE)
            .findFirst()
            .map(port -> new Fault("frozenHandle", port.name(), port.type().id()));
  }

  /** Every output in use must have something to hand on; of those that are not, one must. */
  private static Optional<Fault> bypassFault(Graph graph, Node node, NodeSpec spec) {
    List<Port> used =
        spec.outputs().stream()
            .filter(p -> !graph.wiresFrom(new PortRef(node.id(), p.name())).isEmpty())
            .toList();
    List<Port> stuck =
        (used.isEmpty() ? spec.outputs() : used)
            .stream().filter(p -> passed(spec, p.name()).isEmpty()).toList();
    boolean fine = used.isEmpty() ? stuck.size() < spec.outputs().size() : stuck.isEmpty();
    return fine
        ? Optional.empty()
        : Optional.of(
            new Fault("nothingToPass", stuck.getFirst().name(), stuck.getFirst().type().id()));
  }
}
