package dev.dreamwire.runtime.graph;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A part of one document as it fits into another: of its subgraphs those come along that it needs
 * and the other has not, under new ids where the other calls something else so.
 *
 * @param part with the other document's ids
 * @param subgraphs of the other document, and what came along
 */
public record SubgraphImport(Graph part, Subgraphs subgraphs) {
  /** Fits a part into a document with subgraphs. */
  public static SubgraphImport of(Graph part, Subgraphs there) {
    Subgraphs brought = part.subgraphs().usedBy(part);
    Subgraphs next = there;
    Map<String, String> names = new HashMap<>();
    for (Subgraph subgraph : brought.known().values()) {
      String id = subgraph.id();
      boolean same = subgraph.equals(there.known().get(id));
      names.put(id, same ? id : next.freshId(id));
      if (!same) {
        next = next.with(subgraph.as(names.get(id)));
      }
    }
    Subgraphs renamed = next;
    for (String id : names.values()) {
      Subgraph subgraph = renamed.known().get(id);
      if (!subgraph.equals(there.known().get(id))) {
        renamed = renamed.with(subgraph.with(renamed(subgraph.graph(), names)));
      }
    }
    return new SubgraphImport(renamed(part, names).withSubgraphs(renamed), renamed);
  }

  private static Graph renamed(Graph graph, Map<String, String> names) {
    Map<String, Node> nodes = new LinkedHashMap<>();
    graph
        .nodes()
        .forEach(
            (id, node) ->
                nodes.put(
                    id,
                    Subgraph.idOf(node.type())
                        .map(names::get)
                        .map(name -> node.ofType(Subgraph.instanceType(name)))
                        .orElse(node)));
    return graph.withNodes(nodes);
  }
}
