package dev.dreamwire.runtime.graph;

import dev.dreamwire.api.node.NodeSpec;
import dev.dreamwire.api.node.NodeType;
import dev.dreamwire.api.node.Port;
import dev.dreamwire.runtime.text.Texts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Whether an output may be wired to an input. Pure; safe on every thread. */
public final class ConnectionRule {
  private ConnectionRule() {}

  /**
   * Why two ports cannot be wired, in a sentence for people in the language of their windows; empty
   * if they can. A wire that is already at the input would be replaced and does not count.
   */
  public static Optional<String> refusal(
      Graph graph, NodeRegistry registry, PortRef from, PortRef to) {
    return refusal(graph, registry, from, to, Locale.getDefault(Locale.Category.DISPLAY));
  }

  /** The same in a language. */
  public static Optional<String> refusal(
      Graph graph, NodeRegistry registry, PortRef from, PortRef to, Locale language) {
    Texts texts = new Texts(GraphCheck.TEXTS, language);
    return portsRefusal(graph, registry, from, to, texts)
        .or(() -> flowRefusal(graph, registry, new Wire(from, to), texts));
  }

  /** What the two ports alone have against each other. */
  static Optional<String> portsRefusal(
      Graph graph, NodeRegistry installed, PortRef from, PortRef to, Texts texts) {
    NodeRegistry registry = installed.with(graph.subgraphs());
    for (PortRef end : List.of(from, to)) {
      Optional<Node> node = graph.node(end.node());
      if (node.isEmpty()) {
        return Optional.of(texts.get("connect.noNode", end.node()));
      }
      if (registry.find(node.get().type()).isEmpty()) {
        return Optional.of(texts.get("connect.unknownType", end.node(), node.get().type()));
      }
    }
    Port output = type(graph, registry, from).spec().output(from.port());
    NodeType target = type(graph, registry, to);
    Port input = ParamPorts.input(target.spec(), to.port());
    if (output == null) {
      return Optional.of(texts.get("connect.noOutput", from));
    }
    Optional<ParamPorts.Fault> fault = ParamPorts.fault(target, to.port());
    if (fault.isPresent()) {
      return Optional.of(texts.get(fault.get().refusal(), to.port()));
    }
    if (input == null) {
      return Optional.of(texts.get("connect.noInput", to));
    }
    boolean makesPort =
        (output.type() == SubgraphTypes.OPEN) != (input.type() == SubgraphTypes.OPEN);
    if (!makesPort
        && (output.type() == SubgraphTypes.OPEN || !fits(output, target.spec(), input))) {
      return Optional.of(
          texts.get("connect.type", from, output.type().id(), to, input.type().id()));
    }
    return Optional.empty();
  }

  /** Whether an input takes what an output gives, as it is or converted. */
  static boolean fits(Port output, NodeSpec target, Port input) {
    return output.type().id().equals(input.type().id())
        || Conversion.between(output, target, input.name()).isPresent();
  }

  private static NodeType type(Graph graph, NodeRegistry registry, PortRef end) {
    return registry.find(graph.nodes().get(end.node()).type()).orElseThrow();
  }

  /** What the rest of the graph has against a wire between ports that fit. */
  static Optional<String> flowRefusal(Graph graph, NodeRegistry registry, Wire made, Texts texts) {
    Graph was = Expansion.flat(graph, registry);
    Graph wired = Expansion.flat(wired(graph, made), registry);
    Flow before = new Flow(was, registry);
    Flow after = new Flow(wired, registry);
    Set<Wire> fresh = new LinkedHashSet<>(wired.wires());
    was.wires().forEach(fresh::remove);
    for (Wire wire : fresh) {
      Optional<List<Wire>> loop = after.loopThrough(wire);
      if (loop.isPresent()) {
        return Optional.of(texts.get("connect.loop", Flow.describe(loop.get())));
      }
    }
    for (Wire wire : wired.wires()) {
      if (after.role(wire.to()) == Port.Role.START) {
        Optional<PortRef> feedback = after.feedbackBefore(wire.from());
        boolean wasSo = !fresh.contains(wire) && before.feedbackBefore(wire.from()).isPresent();
        if (feedback.isPresent() && !wasSo) {
          return Optional.of(texts.get("connect.start", wire.to(), feedback.get()));
        }
      }
    }
    return Optional.empty();
  }

  /** The graph with the wire made, in place of any at the same input. */
  static Graph wired(Graph graph, Wire wire) {
    List<Wire> wires = new ArrayList<>(graph.wires());
    wires.removeIf(w -> w.to().equals(wire.to()));
    wires.add(wire);
    return graph.withWires(wires);
  }
}
