package dev.dreamwire.editor.model;

import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.GraphEdit;
import dev.dreamwire.runtime.graph.Node;
import dev.dreamwire.runtime.graph.PortRef;
import dev.dreamwire.runtime.graph.Wire;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Parts of a graph that are copied, pasted and duplicated. Pure. */
public final class Fragments {
  private Fragments() {}

  /** Some nodes of a graph and the wires between them. */
  public static Graph of(Graph graph, Set<String> ids) {
    List<Node> nodes = graph.nodes().values().stream().filter(n -> ids.contains(n.id())).toList();
    List<Wire> wires =
        graph.wires().stream()
            .filter(w -> ids.contains(w.from().node()) && ids.contains(w.to().node()))
            .toList();
    return Graph.of(nodes, wires);
  }

  /** The fragment with ids that a graph does not use, moved by so many world units. */
  public static Graph fresh(Graph fragment, Graph graph, double dx, double dy) {
    Map<String, String> names = new HashMap<>();
    Graph taken = graph;
    List<Node> nodes = new ArrayList<>();
    for (Node node : fragment.nodes().values()) {
      String base = node.id().replaceFirst("(?<=\\D)\\d+$", "");
      Node copy = node.renamed(taken.freshId(base)).at(node.x() + dx, node.y() + dy);
      names.put(node.id(), copy.id());
      taken = taken.with(copy);
      nodes.add(copy);
    }
    List<Wire> wires =
        fragment.wires().stream()
            .map(w -> new Wire(renamed(w.from(), names), renamed(w.to(), names)))
            .toList();
    return Graph.of(nodes, wires);
  }

  /**
   * Puts a copy of some nodes beside them, fed by the same outputs as the originals.
   *
   * @param copies receives the copies' ids
   */
  public static GraphEdit duplicate(
      Graph graph, Set<String> ids, double dx, double dy, Set<String> copies) {
    Graph part = fresh(of(graph, ids), graph, dx, dy);
    copies.addAll(part.nodes().keySet());
    List<String> originals = List.copyOf(of(graph, ids).nodes().keySet());
    List<String> fresh = List.copyOf(part.nodes().keySet());
    List<GraphEdit> edits = new ArrayList<>(List.of(new GraphEdit.AddNodes(part)));
    for (Wire wire : graph.wires()) {
      int at = originals.indexOf(wire.to().node());
      if (at >= 0 && !originals.contains(wire.from().node())) {
        edits.add(
            new GraphEdit.Connect(
                new Wire(wire.from(), new PortRef(fresh.get(at), wire.to().port()))));
      }
    }
    return new GraphEdit.Compound("edit.duplicate", edits);
  }

  private static PortRef renamed(PortRef ref, Map<String, String> names) {
    return new PortRef(names.get(ref.node()), ref.port());
  }
}
