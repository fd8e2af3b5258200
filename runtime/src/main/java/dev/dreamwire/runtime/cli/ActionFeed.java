package dev.dreamwire.runtime.cli;

import dev.dreamwire.api.node.NodeSpec;
import dev.dreamwire.api.node.NodeType;
import dev.dreamwire.api.node.Port;
import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.GraphEdit.AddNode;
import dev.dreamwire.runtime.graph.GraphEdit.Connect;
import dev.dreamwire.runtime.graph.Node;
import dev.dreamwire.runtime.graph.NodeRegistry;
import dev.dreamwire.runtime.graph.PortRef;
import dev.dreamwire.runtime.graph.Wire;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts another source of actions in place of the one that a graph has. Stateless. */
final class ActionFeed {
  private ActionFeed() {}

  /**
   * The graph with a new node that feeds every input which takes what the node gives out and was
   * wired. Nodes that only pass such values on (they have an output of the type) are left out of
   * the way.
   *
   * @param type id of an installed type with one output
   * @param params the new node's parameters
   * @return empty if the graph has no such input
   */
  static Optional<Graph> replace(
      Graph graph, NodeRegistry registry, String type, Map<String, Object> params) {
    NodeSpec spec = registry.find(type).orElseThrow().spec();
    Port output = spec.outputs().getFirst();
    List<PortRef> inputs =
        graph.wires().stream()
            .map(Wire::to)
            .filter(input -> takes(graph, registry, input, output))
            .toList();
    if (inputs.isEmpty()) {
      return Optional.empty();
    }
    String id = graph.freshId("player");
    Graph next = new AddNode(new Node(id, type, spec.version(), params, 0, 0)).apply(graph);
    for (PortRef input : inputs) {
      next = new Connect(new Wire(new PortRef(id, output.name()), input)).apply(next);
    }
    return Optional.of(next);
  }

  private static boolean takes(Graph graph, NodeRegistry registry, PortRef input, Port output) {
    Optional<NodeSpec> spec =
        graph.node(input.node()).flatMap(n -> registry.find(n.type())).map(NodeType::spec);
    return spec.isPresent()
        && spec.get().input(input.port()) != null
        && spec.get().input(input.port()).type().id().equals(output.type().id())
        && spec.get().outputs().stream()
            .noneMatch(other -> other.type().id().equals(output.type().id()));
  }
}
