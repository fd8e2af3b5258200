package dev.dreamwire.editor.geometry;

import dev.dreamwire.api.node.NodeSpec;
import dev.dreamwire.api.node.NodeSpec.Category;
import dev.dreamwire.api.node.NodeType;
import dev.dreamwire.api.node.Param;
import dev.dreamwire.api.node.Port;
import dev.dreamwire.api.node.PortType;
import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.Node;
import dev.dreamwire.runtime.graph.NodeParams;
import dev.dreamwire.runtime.graph.NodeRegistry;
import dev.dreamwire.runtime.graph.Subgraph;
import dev.dreamwire.runtime.graph.Wire;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a node shows.
 *
 * @param node the node
 * @param spec what its type declares; for a type that is not installed a stand-in with the ports
 *     that are wired, so that no wire hangs in the air
 * @param values its stored parameters, as the installed version of the type names them
 * @param known whether the type is installed
 * @param inner how many nodes are inside, if it is an instance of a subgraph; else 0
 */
public record NodeFace(
    Node node, NodeSpec spec, Map<String, Object> values, boolean known, int inner) {
  /** Type of a stand-in's ports. */
  public static final PortType UNKNOWN = new PortType("unknown", PortType.Carrier.OBJECT);

  private static final String STAND_IN = "unknown:unknown";

  /** The face of a node of a graph. */
  public static NodeFace of(Node node, Graph graph, NodeRegistry registry) {
    Optional<NodeType> type = registry.with(graph.subgraphs()).find(node.type());
    int inner = graph.subgraphs().of(node).map(Subgraph::size).orElse(0);
    return type.map(t -> new NodeFace(node, t.spec(), NodeParams.upgraded(node, t), true, inner))
        .orElseGet(() -> new NodeFace(node, standIn(node, graph), node.params(), false, 0));
  }

  /**
   * Whether it may look otherwise although the node is the same: its type is the document's own.
   */
  boolean changesWith(Graph graph, NodeRegistry registry) {
    boolean own =
        Subgraph.idOf(node.type()).isPresent() || Subgraph.borderOf(node.type()).isPresent();
    return own && !of(node, graph, registry).equals(this);
  }

  /** Whether it is an instance of a subgraph. */
  public boolean composite() {
    return Subgraph.idOf(node.type()).isPresent();
  }

  /** The stored value of a parameter, or its default. */
  public Object value(Param param) {
    return values.getOrDefault(param.name(), param.defaultValue());
  }

  private static NodeSpec standIn(Node node, Graph graph) {
    Set<String> inputs = new LinkedHashSet<>();
    Set<String> outputs = new LinkedHashSet<>();
    for (Wire wire : graph.wires()) {
      if (wire.to().node().equals(node.id())) {
        inputs.add(wire.to().port());
      }
      if (wire.from().node().equals(node.id())) {
        outputs.add(wire.from().port());
      }
    }
    return NodeSpec.of(STAND_IN, node.type(), Category.ANALYSIS)
        .in(inputs.stream().map(name -> Port.optional(name, UNKNOWN)).toArray(Port[]::new))
        .out(outputs.stream().map(name -> Port.of(name, UNKNOWN)).toArray(Port[]::new))
        .build();
  }
}
