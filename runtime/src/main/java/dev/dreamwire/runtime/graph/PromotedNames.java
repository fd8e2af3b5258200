package dev.dreamwire.runtime.graph;

import dev.dreamwire.runtime.graph.SubgraphEdit.Promoted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** How wires and values of a graph follow the name of a promoted port or parameter. */
final class PromotedNames {
  private PromotedNames() {}

  /**
   * A graph after a name was changed.
   *
   * @param to the new name; null if there is no such port or parameter any more
   */
  static Graph follow(Graph graph, Subgraph subgraph, Promoted kind, String from, String to) {
    Set<String> instances = nodes(graph, subgraph.type());
    return switch (kind) {
      case INPUT ->
          ends(graph, instances, nodes(graph, Subgraph.inputsType(subgraph.id())), from, to);
      case OUTPUT ->
          ends(graph, nodes(graph, Subgraph.outputsType(subgraph.id())), instances, from, to);
      case PARAM -> ends(values(graph, instances, from, to), instances, Set.of(), from, to);
    };
  }

  /** A graph without the wires at a parameter of a subgraph's instances. */
  static Graph unwired(Graph graph, Subgraph subgraph, String param) {
    return ends(graph, nodes(graph, subgraph.type()), Set.of(), param, null);
  }

  private static Set<String> nodes(Graph graph, String type) {
    return graph.nodes().values().stream()
        .filter(node -> node.type().equals(type))
        .map(Node::id)
        .collect(Collectors.toSet());
  }

  /** Follows at inputs of some nodes and at outputs of others. */
  private static Graph ends(
      Graph graph, Set<String> inputsOf, Set<String> outputsOf, String from, String to) {
    List<Wire> wires = new ArrayList<>();
    Map<Wire, List<GraphEdit.Position>> reroutes = new LinkedHashMap<>();
    for (Wire wire : graph.wires()) {
      boolean in = inputsOf.contains(wire.to().node()) && wire.to().port().equals(from);
      boolean out = outputsOf.contains(wire.from().node()) && wire.from().port().equals(from);
      if (!in && !out || to != null) {
        Wire next =
            new Wire(
                out ? new PortRef(wire.from().node(), to) : wire.from(),
                in ? new PortRef(wire.to().node(), to) : wire.to());
        wires.add(next);
        reroutes.put(next, graph.reroutes().getOrDefault(wire, List.of()));
      }
    }
    return graph.withWires(wires).withReroutes(reroutes);
  }

  private static Graph values(Graph graph, Set<String> instances, String from, String to) {
    Graph next = graph;
    for (String id : instances) {
      Node node = next.nodes().get(id);
      Object value = node.params().get(from);
      if (value != null) {
        Node cleared = node.with(from, null);
        next = next.with(to == null ? cleared : cleared.with(to, value));
      }
    }
    return next;
  }
}
