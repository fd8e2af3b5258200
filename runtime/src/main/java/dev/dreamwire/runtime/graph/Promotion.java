package dev.dreamwire.runtime.graph;

import dev.dreamwire.api.node.NodeSpec;
import dev.dreamwire.api.node.NodeType;
import dev.dreamwire.api.node.Port;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How edits of a subgraph's inside keep its border: wires that end at a border's {@link
 * Subgraph#NEW_PORT} become ports, and border nodes stay. Stateless.
 */
public final class Promotion {
  private Promotion() {}

  /**
   * An edit of the inside of a subgraph that takes no border node out and leaves no wire at a free
   * port: each is at a port of its own then. The edit itself if it does neither.
   *
   * @param inside of the subgraph, before the edit
   * @throws IllegalArgumentException if the edit does not fit the inside
   */
  public static GraphEdit settled(
      GraphEdit made, String subgraph, Graph inside, NodeRegistry installed) {
    GraphEdit edit = keeping(made, border(inside, subgraph));
    Graph next = edit.apply(inside);
    NodeRegistry registry = installed.with(next.subgraphs());
    List<GraphEdit> edits = new ArrayList<>(List.of(edit));
    for (Wire wire : next.wires()) {
      boolean output = wire.to().port().equals(Subgraph.NEW_PORT);
      if (output || wire.from().port().equals(Subgraph.NEW_PORT)) {
        Port port =
            output
                ? port(next, registry, wire.from(), true)
                : port(next, registry, wire.to(), false);
        edits.add(
            port == null
                ? new GraphEdit.Disconnect(wire)
                : new SubgraphEdit.PromotePort(subgraph, wire, promoted(port, output)));
      }
    }
    return edits.size() == 1 ? edit : new GraphEdit.Compound(edit.label(), edits);
  }

  private static Set<String> border(Graph inside, String subgraph) {
    return inside.nodes().values().stream()
        .filter(node -> Subgraph.borderOf(node.type()).filter(subgraph::equals).isPresent())
        .map(Node::id)
        .collect(Collectors.toSet());
  }

  /** The edit without what would take some nodes out; the same instance if nothing would. */
  private static GraphEdit keeping(GraphEdit edit, Set<String> nodes) {
    return switch (edit) {
      case GraphEdit.RemoveNodes(Set<String> ids) when ids.stream().anyMatch(nodes::contains) -> {
        Set<String> others = new HashSet<>(ids);
        others.removeAll(nodes);
        yield new GraphEdit.RemoveNodes(others);
      }
      case GraphEdit.Compound(String label, List<GraphEdit> edits) -> {
        List<GraphEdit> kept = edits.stream().map(each -> keeping(each, nodes)).toList();
        yield kept.equals(edits) ? edit : new GraphEdit.Compound(label, kept);
      }
      default -> edit;
    };
  }

  private static PromotedPort promoted(Port port, boolean output) {
    return output
        ? new PromotedPort(port.name(), port.type(), false, Port.Role.NORMAL)
        : PromotedPort.of(port.name(), port);
  }

  private static Port port(Graph graph, NodeRegistry registry, PortRef ref, boolean output) {
    NodeSpec spec =
        graph
            .node(ref.node())
            .flatMap(node -> registry.find(node.type()))
            .map(NodeType::spec)
            .orElse(null);
    if (spec == null) {
      return null;
    }
    return output ? spec.output(ref.port()) : ParamPorts.input(spec, ref.port());
  }
}
