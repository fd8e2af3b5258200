package dev.dreamwire.runtime.graph;

import dev.dreamwire.runtime.text.Texts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A change to a graph. Immutable; {@link #apply} yields a new graph and leaves the old one as it
 * was, so undoing is going back to the old one.
 */
public sealed interface GraphEdit
    permits GraphEdit.AddNode,
        GraphEdit.AddNodes,
        GraphEdit.RemoveNodes,
        GraphEdit.MoveNodes,
        GraphEdit.Connect,
        GraphEdit.Disconnect,
        GraphEdit.SetParam,
        GraphEdit.SetStates,
        GraphEdit.PutAnnotations,
        GraphEdit.RemoveAnnotations,
        GraphEdit.Reroute,
        GraphEdit.RenameNode,
        GraphEdit.PutSetting,
        GraphEdit.Compound,
        SubgraphEdit {
  /**
   * The graph after the change. The same instance if nothing changes.
   *
   * @throws IllegalArgumentException if the edit names a node that is not in the graph, or would
   *     give two nodes one id
   */
  Graph apply(Graph graph);

  /** Key of the edit's name for people, such as {@code edit.connect}. */
  String label();

  /** The edit's name for people, for menus such as "Undo: Connect". */
  default String label(Locale language) {
    return new Texts(GraphCheck.TEXTS, language).get(label());
  }

  /**
   * Equal for edits that belong together when they follow each other, as in one drag of a slider;
   * empty for edits that stand alone.
   */
  default Optional<Object> mergeKey() {
    return Optional.empty();
  }

  /** A place on the canvas, in world units. */
  record Position(double x, double y) {}

  /** Puts a node in. */
  record AddNode(Node node) implements GraphEdit {
    @Override
    public Graph apply(Graph graph) {
      requireFree(graph, node.id());
      return graph.with(node);
    }

    @Override
    public String label() {
      return "edit.addNode";
    }
  }

  /**
   * Puts nodes with the wires between them in, as when pasting, and the subgraphs that they are
   * instances of.
   */
  record AddNodes(Graph part) implements GraphEdit {
    @Override
    public Graph apply(Graph graph) {
      SubgraphImport brought = SubgraphImport.of(part, graph.subgraphs());
      Graph next = graph.withSubgraphs(brought.subgraphs());
      for (Node node : brought.part().nodes().values()) {
        requireFree(next, node.id());
        next = next.with(node);
      }
      List<Wire> wires = new ArrayList<>(next.wires());
      wires.addAll(part.wires());
      Map<Wire, List<Position>> reroutes = new LinkedHashMap<>(graph.reroutes());
      reroutes.putAll(part.reroutes());
      Map<String, Annotation> annotations = new LinkedHashMap<>(graph.annotations());
      annotations.putAll(part.annotations());
      return part.nodes().isEmpty() && part.annotations().isEmpty()
          ? graph
          : next.withWires(wires).withReroutes(reroutes).withAnnotations(annotations);
    }

    @Override
    public String label() {
      return "edit.addNodes";
    }
  }

  /** Takes nodes out, with the wires at them. */
  record RemoveNodes(Set<String> ids) implements GraphEdit {
    public RemoveNodes {
      ids = Set.copyOf(ids);
    }

    @Override
    public Graph apply(Graph graph) {
      return ids.stream().noneMatch(graph.nodes()::containsKey) ? graph : graph.without(ids);
    }

    @Override
    public String label() {
      return "edit.removeNodes";
    }
  }

  /** Puts nodes elsewhere on the canvas; those that are pinned stay. */
  record MoveNodes(Map<String, Position> positions) implements GraphEdit {
    public MoveNodes {
      positions = Map.copyOf(positions);
    }

    @Override
    public Graph apply(Graph graph) {
      Map<String, Node> nodes = new LinkedHashMap<>(graph.nodes());
      positions.forEach(
          (id, to) -> {
            Node node = require(graph, id);
            nodes.put(id, node.state().pinned() ? node : node.at(to.x(), to.y()));
          });
      return nodes.equals(graph.nodes()) ? graph : graph.withNodes(nodes);
    }

    @Override
    public String label() {
      return "edit.moveNodes";
    }

    @Override
    public Optional<Object> mergeKey() {
      return Optional.of(List.of(label(), positions.keySet()));
    }
  }

  /** Makes a wire, in place of any that is at the same input. Ask {@link ConnectionRule} first. */
  record Connect(Wire wire) implements GraphEdit {
    @Override
    public Graph apply(Graph graph) {
      return graph.wires().contains(wire) ? graph : ConnectionRule.wired(graph, wire);
    }

    @Override
    public String label() {
      return "edit.connect";
    }
  }

  /** Takes a wire out. */
  record Disconnect(Wire wire) implements GraphEdit {
    @Override
    public Graph apply(Graph graph) {
      return graph.wires().contains(wire)
          ? graph.withWires(graph.wires().stream().filter(w -> !w.equals(wire)).toList())
          : graph;
    }

    @Override
    public String label() {
      return "edit.disconnect";
    }
  }

  /**
   * Sets a parameter.
   *
   * @param value a {@link Long}, {@link Double}, {@link Boolean} or {@link String}; null for the
   *     type's default
   */
  record SetParam(String node, String param, Object value) implements GraphEdit {
    @Override
    public Graph apply(Graph graph) {
      Node old = require(graph, node);
      Node next = old.with(param, value);
      return next.equals(old) ? graph : graph.with(next);
    }

    @Override
    public String label() {
      return "edit.setParam";
    }

    @Override
    public Optional<Object> mergeKey() {
      return Optional.of(List.of(label(), node, param));
    }
  }

  /**
   * Sets nodes aside, or changes how they are shown. Ask {@link ActiveGraph#refusal} first.
   *
   * @param label key of its name
   */
  record SetStates(String label, Map<String, NodeState> states) implements GraphEdit {
    public SetStates {
      states = Map.copyOf(states);
    }

    @Override
    public Graph apply(Graph graph) {
      Map<String, Node> nodes = new LinkedHashMap<>(graph.nodes());
      states.forEach((id, state) -> nodes.put(id, require(graph, id).with(state)));
      return nodes.equals(graph.nodes()) ? graph : graph.withNodes(nodes);
    }
  }

  /**
   * Puts frames and comments in, or in the place of those of the same ids.
   *
   * @param label key of its name
   */
  record PutAnnotations(String label, Map<String, Annotation> annotations) implements GraphEdit {
    public PutAnnotations {
      annotations = Collections.unmodifiableMap(new LinkedHashMap<>(annotations));
    }

    @Override
    public Graph apply(Graph graph) {
      Map<String, Annotation> next = new LinkedHashMap<>(graph.annotations());
      next.putAll(annotations);
      return next.equals(graph.annotations()) ? graph : graph.withAnnotations(next);
    }
  }

  /** Takes frames and comments out; what lies in a frame stays. */
  record RemoveAnnotations(Set<String> ids) implements GraphEdit {
    public RemoveAnnotations {
      ids = Set.copyOf(ids);
    }

    @Override
    public Graph apply(Graph graph) {
      Map<String, Annotation> next = new LinkedHashMap<>(graph.annotations());
      return next.keySet().removeAll(ids) ? graph.withAnnotations(next) : graph;
    }

    @Override
    public String label() {
      return "edit.removeAnnotation";
    }
  }

  /**
   * Leads a wire through points on the canvas.
   *
   * @param points in order; none for a wire that goes straight
   */
  record Reroute(Wire wire, List<Position> points) implements GraphEdit {
    public Reroute {
      points = List.copyOf(points);
    }

    @Override
    public Graph apply(Graph graph) {
      Map<Wire, List<Position>> next = new LinkedHashMap<>(graph.reroutes());
      next.put(wire, points);
      Graph led = graph.withReroutes(next);
      return led.equals(graph) ? graph : led;
    }

    @Override
    public String label() {
      return "edit.reroute";
    }
  }

  /** Gives a node another id; its wires and its values in settings follow. */
  record RenameNode(String from, String to) implements GraphEdit {
    @Override
    public Graph apply(Graph graph) {
      Node old = require(graph, from);
      if (from.equals(to)) {
        return graph;
      }
      requireFree(graph, to);
      Map<String, Node> nodes = new LinkedHashMap<>();
      graph.nodes().forEach((id, n) -> nodes.put(id.equals(from) ? to : id, n));
      nodes.put(to, old.renamed(to));
      Map<Wire, List<Position>> reroutes = new LinkedHashMap<>();
      graph.reroutes().forEach((wire, points) -> reroutes.put(renamed(wire), points));
      return new Graph(
          nodes,
          graph.wires().stream().map(this::renamed).toList(),
          reroutes,
          graph.annotations(),
          graph.subgraphs(),
          graph.settings().stream().map(setting -> setting.followed(from, to)).toList());
    }

    private Wire renamed(Wire wire) {
      return new Wire(renamed(wire.from()), renamed(wire.to()));
    }

    private PortRef renamed(PortRef end) {
      return end.node().equals(from) ? new PortRef(to, end.port()) : end;
    }

    @Override
    public String label() {
      return "edit.renameNode";
    }
  }

  /** Adds a setting, or puts it in the place of the one of its name. */
  record PutSetting(Setting setting) implements GraphEdit {
    @Override
    public Graph apply(Graph graph) {
      List<Setting> next = new ArrayList<>(graph.settings());
      int place = graph.setting(setting.name()).map(next::indexOf).orElse(next.size());
      if (place < next.size()) {
        next.set(place, setting);
      } else {
        next.add(setting);
      }
      return next.equals(graph.settings()) ? graph : graph.withSettings(next);
    }

    @Override
    public String label() {
      return "edit.putSetting";
    }
  }

  /**
   * Several changes that a person sees as one.
   *
   * @param label key of its name
   */
  record Compound(String label, List<GraphEdit> edits) implements GraphEdit {
    public Compound {
      edits = List.copyOf(edits);
    }

    /** Several changes under the name of the first. */
    public static Compound of(GraphEdit... edits) {
      return new Compound(edits.length == 0 ? "edit.compound" : edits[0].label(), List.of(edits));
    }

    @Override
    public Graph apply(Graph graph) {
      Graph next = graph;
      for (GraphEdit edit : edits) {
        next = edit.apply(next);
      }
      return next.equals(graph) ? graph : next;
    }
  }

  private static Node require(Graph graph, String id) {
    return graph
        .node(id)
        .orElseThrow(() -> new IllegalArgumentException("there is no node called " + id));
  }

  private static void requireFree(Graph graph, String id) {
    if (graph.nodes().containsKey(id)) {
      throw new IllegalArgumentException("there is already a node called " + id);
    }
  }
}
