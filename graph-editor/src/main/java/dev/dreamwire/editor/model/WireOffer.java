package dev.dreamwire.editor.model;

import dev.dreamwire.api.node.NodeSpec;
import dev.dreamwire.api.node.Port;
import dev.dreamwire.api.node.PortType;
import dev.dreamwire.editor.geometry.Field;
import dev.dreamwire.editor.geometry.NodeFace;
import dev.dreamwire.editor.geometry.NodeLayout;
import dev.dreamwire.editor.geometry.Socket;
import dev.dreamwire.runtime.graph.Conversion;
import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.NodeRegistry;
import dev.dreamwire.runtime.graph.ParamPorts;
import dev.dreamwire.runtime.graph.PortRule;
import dev.dreamwire.runtime.graph.Subgraph;
import dev.dreamwire.runtime.graph.Wire;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A wire that has one end: which ports would take the other. Answers are kept, as every pulse of a
 * drag asks again; so an offer holds for one graph.
 */
public final class WireOffer {
  private final Socket anchor;
  private final Graph graph;
  private final NodeRegistry registry;
  private final NodeSpec anchorSpec;
  private final PortRule rule;
  private final Map<Socket, Optional<String>> refusals = new HashMap<>();

  WireOffer(Socket anchor, Graph graph, NodeRegistry registry) {
    this.anchor = anchor;
    this.graph = graph;
    this.registry = registry.with(graph.subgraphs());
    this.anchorSpec = NodeFace.of(graph.nodes().get(anchor.ref().node()), graph, registry).spec();
    this.rule = new PortRule(graph, registry, anchor.ref(), anchor.output());
  }

  /** The end that is wired already. */
  public Socket anchor() {
    return anchor;
  }

  /** Whether it is the free port of a border, which becomes one of the type that it is wired to. */
  public boolean takesAny() {
    return anchor.port().name().equals(Subgraph.NEW_PORT);
  }

  /** Whether the wire could be made. */
  public boolean accepts(Socket socket) {
    return socket.output() != anchor.output() && refusal(socket).isEmpty();
  }

  /** Why the wire cannot be made, for people; empty if it can, or if both ends are of a kind. */
  public Optional<String> refusal(Socket socket) {
    if (socket.output() == anchor.output()) {
      return Optional.empty();
    }
    return refusals.computeIfAbsent(socket, s -> rule.refusal(s.ref()));
  }

  /** Why the wire cannot end at a parameter, for people; empty if it can. */
  public Optional<String> refusal(Field field) {
    return rule.refusal(field.ref());
  }

  /** Whether the wire brings what parameters take. */
  public boolean bringsNumber() {
    return anchor.output() && anchor.port().type().id().equals(PortType.NUMBER.id());
  }

  /** The wire to a port of the other kind. */
  public Wire wire(Socket socket) {
    return anchor.output()
        ? new Wire(anchor.ref(), socket.ref())
        : new Wire(socket.ref(), anchor.ref());
  }

  /** What the wire to a port would make of its value; empty if it would hand it on as it is. */
  public Optional<Conversion> conversion(Socket socket) {
    return Conversion.of(graph, registry, wire(socket));
  }

  /**
   * The first port of a node that takes the wire: one that is still free, and that takes the value
   * as it is, if there is one.
   */
  public Optional<Socket> firstIn(NodeLayout node) {
    return node.sockets()
        .filter(this::accepts)
        .min(Comparator.comparing(this::wired).thenComparing(s -> conversion(s).isPresent()));
  }

  private boolean wired(Socket socket) {
    return !socket.output() && graph.wireTo(socket.ref()).isPresent();
  }

  /**
   * The port of a type that the wire of a new node would be joined to: one that takes the value as
   * it is, else a parameter's, else one that it is converted for.
   */
  public Optional<Port> port(NodeSpec spec) {
    List<Port> ports = anchor.output() ? spec.inputs() : spec.outputs();
    if (takesAny()) {
      return ports.stream().min(Comparator.comparing(Port::role));
    }
    Stream<Port> params =
        anchor.output()
            ? spec.params().stream().flatMap(param -> ParamPorts.of(param).stream())
            : Stream.empty();
    Optional<Port> plain =
        Stream.concat(ports.stream().sorted(Comparator.comparing(Port::role)), params)
            .filter(port -> port.type().id().equals(anchor.port().type().id()))
            .findFirst();
    return plain.or(() -> ports.stream().filter(port -> converts(spec, port)).findFirst());
  }

  /** Whether a wire of a new node would be converted. */
  public boolean converts(NodeSpec spec, Port port) {
    return anchor.output()
        ? Conversion.between(anchor.port(), spec, port.name()).isPresent()
        : Conversion.between(port, anchorSpec, anchor.ref().port()).isPresent();
  }
}
