package dev.dreamwire.editor.model;

import dev.dreamwire.editor.geometry.GraphLayout;
import dev.dreamwire.runtime.graph.Annotation;
import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.GraphEdit;
import dev.dreamwire.runtime.graph.Node;
import dev.dreamwire.runtime.graph.PortRef;
import dev.dreamwire.runtime.graph.Subgraph;
import dev.dreamwire.runtime.graph.Wire;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Parts of a graph that are copied, pasted and duplicated. Pure. */
public final class Fragments {
  private Fragments() {}

  /**
   * Some nodes of a graph and the wires between them, as they are led, with the subgraphs that they
   * need. A border stays where it is.
   */
  public static Graph of(Graph graph, Set<String> ids) {
    Graph part =
        graph
            .withAnnotations(Map.of())
            .withSettings(List.of())
            .without(
                graph.nodes().values().stream()
                    .filter(
                        node ->
                            !ids.contains(node.id()) || Subgraph.borderOf(node.type()).isPresent())
                    .map(Node::id)
                    .collect(Collectors.toSet()));
    return part.withSubgraphs(graph.subgraphs().usedBy(part));
  }

  /**
   * What is copied with a selection: its nodes, what lies in a selected frame, and the frames that
   * hold selected nodes only, with what lies in those.
   *
   * @param annotation id of a selected frame or comment
   */
  public static Graph of(
      Graph graph, GraphLayout layout, Set<String> ids, Optional<String> annotation) {
    Optional<Annotation> selected = annotation.map(graph.annotations()::get);
    Set<String> nodes = new LinkedHashSet<>(ids);
    selected.ifPresent(
        frame -> Annotations.nodes(graph, layout, frame).forEach(node -> nodes.add(node.id())));
    Map<String, Annotation> notes = new LinkedHashMap<>();
    for (Annotation each : graph.annotations().values()) {
      List<String> held = Annotations.nodes(graph, layout, each).stream().map(Node::id).toList();
      boolean whole = !held.isEmpty() && nodes.containsAll(held);
      if (whole || selected.filter(each::equals).isPresent()) {
        Annotations.notes(graph, each).forEach(note -> notes.put(note.id(), note));
      }
    }
    return of(graph, nodes).withAnnotations(notes);
  }

  /** The fragment with ids that a graph does not use, moved by so many world units. */
  public static Graph fresh(Graph fragment, Graph graph, double dx, double dy) {
    Map<String, String> names = new HashMap<>();
    Graph taken = graph;
    List<Node> nodes = new ArrayList<>();
    for (Node node : fragment.nodes().values()) {
      Node copy = node.renamed(taken.freshId(base(node.id()))).at(node.x() + dx, node.y() + dy);
      names.put(node.id(), copy.id());
      taken = taken.with(copy);
      nodes.add(copy);
    }
    Map<Wire, List<GraphEdit.Position>> ways = new LinkedHashMap<>();
    List<Wire> wires = new ArrayList<>();
    for (Wire wire : fragment.wires()) {
      Wire copy = new Wire(renamed(wire.from(), names), renamed(wire.to(), names));
      wires.add(copy);
      ways.put(
          copy,
          fragment.reroutes().getOrDefault(wire, List.of()).stream()
              .map(point -> new GraphEdit.Position(point.x() + dx, point.y() + dy))
              .toList());
    }
    Map<String, Annotation> notes = new LinkedHashMap<>();
    for (Annotation note : fragment.annotations().values()) {
      String id = Annotations.freshId(taken, base(note.id()));
      Annotation copy =
          new Annotation(id, note.kind(), note.text(), note.colour(), note.area().moved(dx, dy));
      notes.put(id, copy);
      taken = Annotations.put("edit.addNodes", copy).apply(taken);
    }
    return Graph.of(nodes, wires)
        .withReroutes(ways)
        .withAnnotations(notes)
        .withSubgraphs(fragment.subgraphs());
  }

  private static String base(String id) {
    return id.replaceFirst("(?<=\\D)\\d+$", "");
  }

  /**
   * Puts a copy of a fragment of a graph beside it, fed by the same outputs as the original.
   *
   * @param copy of the fragment, with names of its own in the same order
   */
  public static GraphEdit duplicate(Graph graph, Graph fragment, Graph copy) {
    List<String> originals = List.copyOf(fragment.nodes().keySet());
    List<String> fresh = List.copyOf(copy.nodes().keySet());
    List<GraphEdit> edits = new ArrayList<>(List.of(new GraphEdit.AddNodes(copy)));
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
