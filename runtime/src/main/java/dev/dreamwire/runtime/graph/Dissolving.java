package dev.dreamwire.runtime.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** An instance with its nodes in its place. */
final class Dissolving {
  private final Graph graph;
  private final NodeRegistry registry;
  private final Node instance;
  private final Subgraph subgraph;
  private final Map<String, String> names = new LinkedHashMap<>();

  Dissolving(Graph graph, NodeRegistry registry, Node instance, Subgraph subgraph) {
    this.graph = graph;
    this.registry = registry;
    this.instance = instance;
    this.subgraph = subgraph;
    Set<String> taken = new LinkedHashSet<>(graph.nodes().keySet());
    for (Node node : subgraph.graph().nodes().values()) {
      if (Subgraph.borderOf(node.type()).filter(subgraph.id()::equals).isEmpty()) {
        String name = node.id();
        for (int i = 2; taken.contains(name); i++) {
          name = node.id() + i;
        }
        taken.add(name);
        names.put(node.id(), name);
      }
    }
  }

  /** Ids of the nodes that are put in. */
  Set<String> nodes() {
    return new LinkedHashSet<>(names.values());
  }

  /** A definition around the instance that promotes of its nodes what it promoted of it. */
  Subgraph promotedBy(Subgraph outer) {
    return outer.withParams(outer.params().stream().flatMap(this::retargeted).toList());
  }

  /** What a parameter of the instance led inside. */
  private Stream<PromotedParam> retargeted(PromotedParam param) {
    List<PromotedParam> led =
        subgraph.led(param.param()).stream()
            .filter(inner -> param.node().equals(instance.id()))
            .filter(inner -> names.containsKey(inner.node()))
            .map(inner -> param.of(names.get(inner.node()), inner.param()))
            .toList();
    return led.isEmpty() ? Stream.of(param) : led.stream();
  }

  GraphEdit edit() {
    List<GraphEdit> edits = new ArrayList<>();
    edits.add(new GraphEdit.RemoveNodes(Set.of(instance.id())));
    placed().forEach(node -> edits.add(new GraphEdit.AddNode(node)));
    wires()
        .forEach(
            (wire, points) -> {
              edits.add(new GraphEdit.Connect(wire));
              if (!points.isEmpty()) {
                edits.add(new GraphEdit.Reroute(wire, points));
              }
            });
    edits.add(new GraphEdit.PutAnnotations("edit.ungroup", notes()));
    edits.add(new SubgraphEdit.RemoveSubgraph(subgraph.id()));
    return new GraphEdit.Compound("edit.ungroup", edits);
  }

  private List<Node> placed() {
    List<Node> inner =
        names.keySet().stream().map(subgraph.graph().nodes()::get).map(this::overridden).toList();
    GraphEdit.Position by = offset();
    return inner.stream()
        .map(node -> node.renamed(names.get(node.id())).at(node.x() + by.x(), node.y() + by.y()))
        .toList();
  }

  private GraphEdit.Position offset() {
    List<Node> inner = names.keySet().stream().map(subgraph.graph().nodes()::get).toList();
    double x = inner.stream().mapToDouble(Node::x).average().orElse(0);
    double y = inner.stream().mapToDouble(Node::y).min().orElse(0);
    return new GraphEdit.Position(Math.rint(instance.x() - x), Math.rint(instance.y() - y));
  }

  /** The frames and comments that were inside, where the nodes are now. */
  private Map<String, Annotation> notes() {
    Map<String, Annotation> out = new LinkedHashMap<>();
    GraphEdit.Position by = offset();
    for (Annotation note : subgraph.graph().annotations().values()) {
      String id = note.id();
      for (int i = 2; graph.annotations().containsKey(id) || out.containsKey(id); i++) {
        id = note.id() + i;
      }
      out.put(
          id,
          new Annotation(
              id, note.kind(), note.text(), note.colour(), note.area().moved(by.x(), by.y())));
    }
    return out;
  }

  /** The instance's own values stay what they are. */
  private Node overridden(Node node) {
    return subgraph.overridden(instance, node, registry);
  }

  /** Parameters of inner nodes that wires at the instance drive, each with what drives it. */
  private Map<PortRef, PortRef> driven() {
    Map<PortRef, PortRef> out = new LinkedHashMap<>();
    for (PromotedParam param : subgraph.params()) {
      String name = names.get(param.node());
      if (name != null) {
        entering(param.name()).ifPresent(from -> out.put(new PortRef(name, param.param()), from));
      }
    }
    return out;
  }

  /** The wires that take the place of the instance's, with the points they are led through. */
  private Map<Wire, List<GraphEdit.Position>> wires() {
    Map<Wire, List<GraphEdit.Position>> out = new LinkedHashMap<>();
    GraphEdit.Position by = offset();
    Map<PortRef, PortRef> driven = driven();
    driven.forEach((to, from) -> out.put(new Wire(from, to), List.of()));
    for (Wire wire : subgraph.graph().wires()) {
      String to = names.get(wire.to().node());
      if (to != null && !driven.containsKey(new PortRef(to, wire.to().port()))) {
        inner(wire.from())
            .ifPresent(
                from ->
                    out.put(
                        new Wire(from, new PortRef(to, wire.to().port())),
                        subgraph.graph().reroutes().getOrDefault(wire, List.of()).stream()
                            .map(p -> new GraphEdit.Position(p.x() + by.x(), p.y() + by.y()))
                            .toList()));
      }
    }
    for (Wire wire : graph.wires()) {
      if (wire.from().node().equals(instance.id()) && !wire.to().node().equals(instance.id())) {
        leaving(wire.from().port())
            .ifPresent(from -> out.put(new Wire(from, wire.to()), List.of()));
      }
    }
    return out;
  }

  /** What an inner output is outside. */
  private Optional<PortRef> inner(PortRef output) {
    String name = names.get(output.node());
    return name != null ? Optional.of(new PortRef(name, output.port())) : entering(output.port());
  }

  /** What a port of the instance is fed by. */
  private Optional<PortRef> entering(String port) {
    return graph
        .wireTo(new PortRef(instance.id(), port))
        .map(Wire::from)
        .flatMap(
            from -> from.node().equals(instance.id()) ? leaving(from.port()) : Optional.of(from));
  }

  /** What feeds a port of the instance from inside. */
  private Optional<PortRef> leaving(String port) {
    return subgraph.ends().stream()
        .flatMap(end -> subgraph.graph().wireTo(new PortRef(end, port)).stream())
        .map(Wire::from)
        .findFirst()
        .flatMap(
            from ->
                names.containsKey(from.node())
                    ? inner(from)
                    : graph
                        .wireTo(new PortRef(instance.id(), from.port()))
                        .map(Wire::from)
                        .filter(source -> !source.node().equals(instance.id())));
  }
}
