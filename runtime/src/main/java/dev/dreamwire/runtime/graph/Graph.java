package dev.dreamwire.runtime.graph;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A graph as a value. It may be wrong in every way that a person can make it wrong (see {@code
 * GraphCheck}); only its names are consistent: ids are unique and wires join nodes that exist.
 *
 * @param nodes by id, in drawing order
 * @param wires in the order they were made
 * @param reroutes the points that wires are led through on the canvas; of other wires than those of
 *     the graph they are forgotten
 * @param annotations frames and comments by id, in drawing order
 * @param subgraphs the definitions that nodes of it and of each other are instances of
 * @param settings values that a person switches to together, in the order they are offered
 */
public record Graph(
    Map<String, Node> nodes,
    List<Wire> wires,
    Map<Wire, List<GraphEdit.Position>> reroutes,
    Map<String, Annotation> annotations,
    Subgraphs subgraphs,
    List<Setting> settings) {
  /** Nothing. */
  public static final Graph EMPTY =
      new Graph(Map.of(), List.of(), Map.of(), Map.of(), Subgraphs.NONE, List.of());

  public Graph {
    nodes = Collections.unmodifiableMap(new LinkedHashMap<>(nodes));
    wires = List.copyOf(wires);
    reroutes = led(wires, reroutes);
    annotations = Collections.unmodifiableMap(new LinkedHashMap<>(annotations));
    settings = List.copyOf(settings);
    for (Map.Entry<String, Node> entry : nodes.entrySet()) {
      if (!entry.getKey().equals(entry.getValue().id())) {
        throw new IllegalArgumentException(
            "node " + entry.getValue().id() + " is filed as " + entry.getKey());
      }
    }
    for (Wire wire : wires) {
      if (!nodes.containsKey(wire.from().node()) || !nodes.containsKey(wire.to().node())) {
        throw new IllegalArgumentException("wire " + wire + " joins a node that does not exist");
      }
    }
  }

  private static Map<Wire, List<GraphEdit.Position>> led(
      List<Wire> wires, Map<Wire, List<GraphEdit.Position>> reroutes) {
    if (reroutes.isEmpty()) {
      return Map.of();
    }
    Map<Wire, List<GraphEdit.Position>> out = new LinkedHashMap<>();
    for (Wire wire : wires) {
      List<GraphEdit.Position> points = reroutes.getOrDefault(wire, List.of());
      if (!points.isEmpty()) {
        out.put(wire, List.copyOf(points));
      }
    }
    return Collections.unmodifiableMap(out);
  }

  /** A graph without annotations, subgraphs and settings, whose wires go straight. */
  public Graph(Map<String, Node> nodes, List<Wire> wires) {
    this(nodes, wires, Map.of(), Map.of());
  }

  /** A graph without subgraphs and settings. */
  public Graph(
      Map<String, Node> nodes,
      List<Wire> wires,
      Map<Wire, List<GraphEdit.Position>> reroutes,
      Map<String, Annotation> annotations) {
    this(nodes, wires, reroutes, annotations, Subgraphs.NONE, List.of());
  }

  /** A graph of nodes and wires. */
  public static Graph of(Collection<Node> nodes, List<Wire> wires) {
    Map<String, Node> byId = new LinkedHashMap<>();
    for (Node node : nodes) {
      if (byId.put(node.id(), node) != null) {
        throw new IllegalArgumentException("two nodes are called " + node.id());
      }
    }
    return new Graph(byId, wires);
  }

  /** The node of that id, if there is one. */
  public Optional<Node> node(String id) {
    return Optional.ofNullable(nodes.get(id));
  }

  /** The first setting of that name, if there is one. */
  public Optional<Setting> setting(String name) {
    return settings.stream().filter(s -> s.name().equals(name)).findFirst();
  }

  /** The wire into an input, if there is one. */
  public Optional<Wire> wireTo(PortRef input) {
    return wires.stream().filter(w -> w.to().equals(input)).findFirst();
  }

  /** The wires out of an output. */
  public List<Wire> wiresFrom(PortRef output) {
    return wires.stream().filter(w -> w.from().equals(output)).toList();
  }

  /** This graph with a node added, or with the node of that id replaced in its place. */
  public Graph with(Node node) {
    Map<String, Node> next = new LinkedHashMap<>(nodes);
    next.put(node.id(), node);
    return withNodes(next);
  }

  /** This graph without some nodes and the wires at them. */
  public Graph without(Set<String> ids) {
    Map<String, Node> next = new LinkedHashMap<>(nodes);
    next.keySet().removeAll(ids);
    return new Graph(
        next,
        wires.stream()
            .filter(w -> !ids.contains(w.from().node()) && !ids.contains(w.to().node()))
            .toList(),
        reroutes,
        annotations,
        subgraphs,
        settings);
  }

  /** This graph with other wires. */
  public Graph withWires(List<Wire> newWires) {
    return new Graph(nodes, newWires, reroutes, annotations, subgraphs, settings);
  }

  /** This graph with other nodes. */
  public Graph withNodes(Map<String, Node> newNodes) {
    return new Graph(newNodes, wires, reroutes, annotations, subgraphs, settings);
  }

  /** This graph with other annotations. */
  public Graph withAnnotations(Map<String, Annotation> newAnnotations) {
    return new Graph(nodes, wires, reroutes, newAnnotations, subgraphs, settings);
  }

  /** This graph with wires led through other points. */
  public Graph withReroutes(Map<Wire, List<GraphEdit.Position>> newReroutes) {
    return new Graph(nodes, wires, newReroutes, annotations, subgraphs, settings);
  }

  /** This graph with other subgraphs. */
  public Graph withSubgraphs(Subgraphs newSubgraphs) {
    return newSubgraphs == subgraphs
        ? this
        : new Graph(nodes, wires, reroutes, annotations, newSubgraphs, settings);
  }

  /** This graph with other settings. */
  public Graph withSettings(List<Setting> newSettings) {
    return newSettings.equals(settings)
        ? this
        : new Graph(nodes, wires, reroutes, annotations, subgraphs, newSettings);
  }

  /** The first of {@code base}, {@code base2}, {@code base3} … that no node is called. */
  public String freshId(String base) {
    String id = base;
    for (int i = 2; nodes.containsKey(id); i++) {
      id = base + i;
    }
    return id;
  }
}
