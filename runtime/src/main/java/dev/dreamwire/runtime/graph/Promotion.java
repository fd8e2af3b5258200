package dev.dreamwire.runtime.graph;

import dev.dreamwire.api.node.NodeSpec;
import dev.dreamwire.api.node.NodeType;
import dev.dreamwire.api.node.Port;
import java.util.ArrayList;
import java.util.List;

/** How wires that end at a border's {@link Subgraph#NEW_PORT} become ports. Stateless. */
public final class Promotion {
  private Promotion() {}

  /**
   * An edit of the inside of a subgraph that leaves no wire at a free port: each is at a port of
   * its own then. The edit itself if it makes no such wire.
   *
   * @param inside of the subgraph, before the edit
   * @throws IllegalArgumentException if the edit does not fit the inside
   */
  public static GraphEdit settled(
      GraphEdit edit, String subgraph, Graph inside, NodeRegistry installed) {
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

  private static PromotedPort promoted(Port port, boolean output) {
    return output
        ? new PromotedPort(port.name(), port.type(), false, Port.Role.NORMAL)
        : PromotedPort.of(port.name(), port);
  }

  private static Port port(Graph graph, NodeRegistry registry, PortRef ref, boolean output) {
    NodeSpec spec =
        registry.find(graph.nodes().get(ref.node()).type()).map(NodeType::spec).orElse(null);
    if (spec == null) {
      return null;
    }
    return output ? spec.output(ref.port()) : ParamPorts.input(spec, ref.port());
  }
}
