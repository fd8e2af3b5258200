package dev.dreamwire.runtime.graph;

import dev.dreamwire.api.node.NodeSpec;
import dev.dreamwire.api.node.NodeType;
import dev.dreamwire.api.node.Port;
import dev.dreamwire.api.node.PortType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes subgraphs of nodes and nodes of subgraphs; what plays stays the same. Pure; safe on every
 * thread.
 */
public final class Grouping {
  private static final PortType UNKNOWN = new PortType("unknown:unknown", PortType.Carrier.TENSOR);

  private final Graph graph;
  private final NodeRegistry registry;
  private final Optional<Subgraph> level;

  /** Groups and dissolves at the top level of a document. */
  public Grouping(Graph graph, NodeRegistry registry) {
    this(graph, registry, Optional.empty());
  }

  /**
   * Groups and dissolves in a graph.
   *
   * @param level the subgraph that the graph is the inside of, if it is; parameters that it
   *     promotes stay promoted
   */
  public Grouping(Graph graph, NodeRegistry registry, Optional<Subgraph> level) {
    this.graph = graph;
    this.registry = registry.with(graph.subgraphs());
    this.level = level;
  }

  /**
   * An edit, and the nodes it leaves a person with.
   *
   * @param nodes what to select then
   */
  public record Grouped(GraphEdit edit, Set<String> nodes) {
    public Grouped {
      nodes = Set.copyOf(nodes);
    }
  }

  /**
   * Puts nodes into a subgraph with an instance in their place. Wires across the border become
   * ports: one for each output that comes in, apart by when it is read, and one for each that goes
   * out. Border nodes stay where they are.
   *
   * @param title of the subgraph, for people
   * @return empty if there is nothing to group
   */
  public Optional<Grouped> group(Set<String> selection, String title) {
    return group(selection, Set.of(), title);
  }

  /**
   * The same with frames and comments that go in with the nodes.
   *
   * @param notes ids of frames and comments; where they are is left to those who know how large
   *     nodes are
   */
  public Optional<Grouped> group(Set<String> selection, Set<String> notes, String title) {
    Set<String> inside = new LinkedHashSet<>();
    graph.nodes().values().stream()
        .filter(node -> selection.contains(node.id()))
        .filter(node -> Subgraph.borderOf(node.type()).isEmpty())
        .forEach(node -> inside.add(node.id()));
    return inside.isEmpty() ? Optional.empty() : Optional.of(new Border(inside, notes).cut(title));
  }

  /**
   * Puts the nodes of instances in their place.
   *
   * @return empty if none of the nodes is an instance whose subgraph is known
   */
  public Optional<Grouped> dissolve(Set<String> selection) {
    List<GraphEdit> edits = new ArrayList<>();
    Set<String> made = new LinkedHashSet<>();
    Graph next = graph;
    for (String id : selection) {
      Node node = next.nodes().get(id);
      Subgraph subgraph = node == null ? null : graph.subgraphs().of(node).orElse(null);
      if (subgraph != null) {
        Dissolving one = new Dissolving(next, registry, node, subgraph);
        level
            .map(outer -> one.promotedBy(next(outer, edits)))
            .ifPresent(outer -> edits.add(new SubgraphEdit.Retarget(outer.id(), outer.params())));
        edits.add(one.edit());
        made.addAll(one.nodes());
        next = one.edit().apply(next);
      }
    }
    return edits.isEmpty()
        ? Optional.empty()
        : Optional.of(new Grouped(new GraphEdit.Compound("edit.ungroup", edits), made));
  }

  /** A definition as edits leave what it promotes. */
  private static Subgraph next(Subgraph outer, List<GraphEdit> edits) {
    return edits.stream()
        .filter(SubgraphEdit.Retarget.class::isInstance)
        .map(edit -> outer.withParams(((SubgraphEdit.Retarget) edit).params()))
        .reduce(outer, (before, after) -> after);
  }

  /** The wires across the border of what becomes a subgraph. */
  private final class Border {
    private final Set<String> inside;
    private final Map<String, Annotation> notes;
    private final Map<String, PromotedPort> inputs = new LinkedHashMap<>();
    private final Map<String, PromotedPort> outputs = new LinkedHashMap<>();
    private final Map<List<Object>, String> inputNames = new LinkedHashMap<>();
    private final Map<PortRef, String> outputNames = new LinkedHashMap<>();
    private final List<Wire> inner = new ArrayList<>();
    private final List<Wire> outer = new ArrayList<>();
    private final Map<Wire, List<GraphEdit.Position>> innerRoutes = new LinkedHashMap<>();

    Border(Set<String> inside, Set<String> notes) {
      this.inside = inside;
      this.notes = new LinkedHashMap<>(graph.annotations());
      this.notes.keySet().retainAll(notes);
    }

    Grouped cut(String title) {
      List<Node> moved = inside.stream().map(graph.nodes()::get).toList();
      String id = graph.subgraphs().freshId(Subgraph.idFor(title));
      Map<String, Node> kept = new LinkedHashMap<>();
      moved.forEach(node -> kept.put(node.id(), node));
      // The border nodes are there before wires name them.
      Graph bordered =
          new Subgraph(
                  id, title, new Graph(kept, List.of()), List.of(), List.of(), List.of(), Map.of())
              .graph();
      String in = only(bordered, Subgraph.inputsType(id));
      String out = only(bordered, Subgraph.outputsType(id));
      String instance = graph.freshId(nodeId(title));
      graph.wires().forEach(wire -> sort(wire, in, out, instance));
      Subgraph made =
          new Subgraph(
              id,
              title,
              bordered.withWires(inner).withReroutes(innerRoutes).withAnnotations(notes),
              List.copyOf(inputs.values()),
              List.copyOf(outputs.values()),
              promoted(),
              Map.of());
      double x = moved.stream().mapToDouble(Node::x).average().orElse(0);
      double y = moved.stream().mapToDouble(Node::y).min().orElse(0);
      List<GraphEdit> edits = new ArrayList<>();
      edits.add(new SubgraphEdit.PutSubgraph("edit.group", made));
      level
          .map(outer -> new SubgraphEdit.Retarget(outer.id(), retargeted(outer, instance)))
          .ifPresent(edits::add);
      edits.add(new GraphEdit.RemoveNodes(inside));
      edits.add(new GraphEdit.RemoveAnnotations(notes.keySet()));
      edits.add(
          new GraphEdit.AddNode(
              new Node(instance, made.type(), 1, Map.of(), Math.rint(x), Math.rint(y))));
      outer.forEach(wire -> edits.add(new GraphEdit.Connect(wire)));
      return new Grouped(new GraphEdit.Compound("edit.group", edits), Set.of(instance));
    }

    /** What the level promotes of these nodes, it promotes of the instance from now on. */
    private List<PromotedParam> promoted() {
      return level.map(Subgraph::params).orElse(List.of()).stream()
          .filter(param -> inside.contains(param.node()))
          .toList();
    }

    private List<PromotedParam> retargeted(Subgraph outer, String instance) {
      return outer.params().stream()
          .map(p -> inside.contains(p.node()) ? p.of(instance, p.name()) : p)
          .distinct()
          .toList();
    }

    private void sort(Wire wire, String in, String out, String instance) {
      boolean fromInside = inside.contains(wire.from().node());
      boolean toInside = inside.contains(wire.to().node());
      if (fromInside && toInside) {
        inner.add(wire);
        innerRoutes.put(wire, graph.reroutes().getOrDefault(wire, List.of()));
      } else if (toInside) {
        String port = input(wire);
        inner.add(new Wire(new PortRef(in, port), wire.to()));
        outer.add(new Wire(wire.from(), new PortRef(instance, port)));
      } else if (fromInside) {
        boolean first = !outputNames.containsKey(wire.from());
        String port = output(wire);
        if (first) {
          inner.add(new Wire(wire.from(), new PortRef(out, port)));
        }
        outer.add(new Wire(new PortRef(instance, port), wire.to()));
      }
    }

    /** The port that a wire comes in by: shared by wires of one output that are read alike. */
    private String input(Wire wire) {
      Port to = port(wire.to(), false);
      Port.Role role = to == null ? Port.Role.NORMAL : to.role();
      boolean optional = to != null && to.optional();
      PortType type = type(wire);
      String name =
          inputNames.computeIfAbsent(
              List.of(wire.from(), role), k -> fresh(wire.to().port(), inputNamesTaken()));
      inputs.merge(
          name,
          new PromotedPort(name, type, optional, role),
          (a, b) -> new PromotedPort(name, a.type(), a.optional() && b.optional(), role));
      return name;
    }

    private Set<String> inputNamesTaken() {
      Set<String> taken = new LinkedHashSet<>(inputs.keySet());
      promoted().forEach(param -> taken.add(param.name()));
      return taken;
    }

    private String output(Wire wire) {
      String name =
          outputNames.computeIfAbsent(
              wire.from(), k -> fresh(wire.from().port(), outputs.keySet()));
      outputs.putIfAbsent(name, new PromotedPort(name, type(wire), false, Port.Role.NORMAL));
      return name;
    }

    private String fresh(String wish, Set<String> taken) {
      String name = wish;
      for (int i = 2; taken.contains(name); i++) {
        name = wish + "_" + i;
      }
      return name;
    }

    private PortType type(Wire wire) {
      Port from = port(wire.from(), true);
      Port to = port(wire.to(), false);
      if (from != null && from.type() != SubgraphTypes.OPEN) {
        return from.type();
      }
      return to == null ? UNKNOWN : to.type();
    }
  }

  private Port port(PortRef ref, boolean output) {
    NodeSpec spec =
        registry.find(graph.nodes().get(ref.node()).type()).map(NodeType::spec).orElse(null);
    if (spec == null) {
      return null;
    }
    return output ? spec.output(ref.port()) : ParamPorts.input(spec, ref.port());
  }

  private static String only(Graph graph, String type) {
    return graph.nodes().values().stream()
        .filter(node -> node.type().equals(type))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private static String nodeId(String title) {
    return Subgraph.idFor(title).replace('-', '_');
  }
}
