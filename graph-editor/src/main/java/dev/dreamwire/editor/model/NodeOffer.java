package dev.dreamwire.editor.model;

import dev.dreamwire.api.node.NodeSpec;
import dev.dreamwire.api.node.NodeType;
import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.GraphEdit;
import dev.dreamwire.runtime.graph.Node;
import dev.dreamwire.runtime.graph.NodeRegistry;
import dev.dreamwire.runtime.graph.Subgraph;
import dev.dreamwire.runtime.graph.Subgraphs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A type that nodes can be made of.
 *
 * @param spec what it declares
 * @param brings the subgraphs that come into the document with a node of it
 */
public record NodeOffer(NodeSpec spec, Subgraphs brings) {
  /** The edit that puts a node of this type in. */
  public GraphEdit add(Node node) {
    return brings.isEmpty()
        ? new GraphEdit.AddNode(node)
        : new GraphEdit.AddNodes(Graph.of(List.of(node), List.of()).withSubgraphs(brings));
  }

  /**
   * What can be put into the level that is shown: installed types, the document's subgraphs without
   * those that the level is inside of, and those of the shelf that the document has not.
   */
  static List<NodeOffer> of(
      NodeRegistry registry, Graph graph, Optional<Subgraph> level, SubgraphShelf shelf) {
    List<NodeOffer> out = new ArrayList<>();
    for (NodeType type : registry.types()) {
      Optional<String> id = Subgraph.idOf(type.spec().id());
      boolean endless =
          id.isPresent()
              && level.filter(l -> graph.subgraphs().holds(id.get(), l.id())).isPresent();
      if (!endless) {
        out.add(new NodeOffer(type.spec(), Subgraphs.NONE));
      }
    }
    for (Graph part : shelf.parts()) {
      String type = part.nodes().values().iterator().next().type();
      Optional<Subgraph> kept = Subgraph.idOf(type).flatMap(part.subgraphs()::find);
      boolean there =
          kept.filter(k -> graph.subgraphs().known().values().stream().anyMatch(k::equalsButId))
              .isPresent();
      if (!there) {
        registry
            .with(part.subgraphs())
            .find(type)
            .ifPresent(found -> out.add(new NodeOffer(found.spec(), part.subgraphs())));
      }
    }
    return out;
  }
}
