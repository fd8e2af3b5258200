package dev.dreamwire.editor.model;

import dev.dreamwire.api.node.NodeSpec;
import dev.dreamwire.api.node.NodeType;
import dev.dreamwire.api.node.Param;
import dev.dreamwire.api.node.Port;
import dev.dreamwire.runtime.graph.ConnectionRule;
import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.GraphEdit;
import dev.dreamwire.runtime.graph.Node;
import dev.dreamwire.runtime.graph.NodeRegistry;
import dev.dreamwire.runtime.graph.ParamPorts;
import dev.dreamwire.runtime.graph.PortRef;
import dev.dreamwire.runtime.graph.Wire;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Changes of nodes that keep the flow: into a wire, out of it, one type for another. No wire is
 * made that {@link ConnectionRule} refuses. Pure.
 */
public final class Rewiring {
  private final NodeRegistry registry;

  /** Knows the ports of the installed types. */
  public Rewiring(NodeRegistry registry) {
    this.registry = registry;
  }

  /** Edits that build on each other, and the graph as they leave it. */
  private final class Draft {
    private final List<GraphEdit> edits = new ArrayList<>();
    private Graph graph;

    private Draft(Graph graph) {
      this.graph = graph;
    }

    private void make(GraphEdit edit) {
      graph = edit.apply(graph);
      edits.add(edit);
    }

    private boolean connect(PortRef from, PortRef to) {
      boolean fits = ConnectionRule.refusal(graph, registry, from, to).isEmpty();
      if (fits) {
        make(new GraphEdit.Connect(new Wire(from, to)));
      }
      return fits;
    }
  }

  /**
   * Puts a node that is in the graph into a wire.
   *
   * @return the edit; empty if the node has wires, or has no pair of ports that fits
   */
  public Optional<GraphEdit> insert(Graph graph, String id, Wire wire) {
    boolean loose = graph.wires().stream().noneMatch(w -> joins(w, id));
    if (!loose || !graph.wires().contains(wire)) {
      return Optional.empty();
    }
    NodeSpec spec = spec(graph, id).orElse(null);
    if (spec == null) {
      return Optional.empty();
    }
    for (Port in : spec.inputs()) {
      for (Port out : spec.outputs()) {
        if (!in.type().id().equals(out.type().id())) {
          continue;
        }
        Draft draft = new Draft(graph);
        draft.make(new GraphEdit.Disconnect(wire));
        if (draft.connect(wire.from(), new PortRef(id, in.name()))
            && draft.connect(new PortRef(id, out.name()), wire.to())) {
          return Optional.of(new GraphEdit.Compound("edit.insert", draft.edits));
        }
      }
    }
    return Optional.empty();
  }

  /** Whether nodes of a type have ports for both ends of a wire. */
  public boolean fitsInto(Graph graph, Wire wire, NodeSpec spec) {
    Optional<String> type =
        spec(graph, wire.from().node())
            .map(s -> s.output(wire.from().port()))
            .filter(Objects::nonNull)
            .map(p -> p.type().id());
    return type.filter(
            t ->
                spec.inputs().stream().anyMatch(p -> p.type().id().equals(t))
                    && spec.outputs().stream().anyMatch(p -> p.type().id().equals(t)))
        .isPresent();
  }

  /** Takes nodes out of the graph; what flowed through them flows past. */
  public GraphEdit dissolve(Graph graph, Set<String> ids) {
    Draft draft = new Draft(graph);
    draft.make(new GraphEdit.RemoveNodes(ids));
    bridge(graph, ids, draft);
    return new GraphEdit.Compound("edit.dissolve", draft.edits);
  }

  /** Takes all wires from nodes, except those among them; what flowed through them flows past. */
  public GraphEdit detach(Graph graph, Set<String> ids) {
    Draft draft = new Draft(graph);
    graph.wires().stream()
        .filter(w -> ids.contains(w.from().node()) != ids.contains(w.to().node()))
        .forEach(w -> draft.make(new GraphEdit.Disconnect(w)));
    bridge(graph, ids, draft);
    return new GraphEdit.Compound("edit.detach", draft.edits);
  }

  private void bridge(Graph graph, Set<String> ids, Draft draft) {
    for (Wire wire : graph.wires()) {
      if (ids.contains(wire.from().node()) && !ids.contains(wire.to().node())) {
        source(graph, wire.from(), ids, new HashSet<>())
            .ifPresent(from -> draft.connect(from, wire.to()));
      }
    }
  }

  /** Where an output's value comes from, outside of some nodes: the first input of its type. */
  private Optional<PortRef> source(
      Graph graph, PortRef output, Set<String> through, Set<PortRef> seen) {
    if (!through.contains(output.node())) {
      return Optional.of(output);
    }
    Optional<NodeSpec> spec = spec(graph, output.node());
    Optional<Port> port = spec.map(s -> s.output(output.port())).filter(Objects::nonNull);
    if (port.isEmpty() || !seen.add(output)) {
      return Optional.empty();
    }
    return spec.orElseThrow().inputs().stream()
        .filter(p -> p.role() == Port.Role.NORMAL)
        .filter(p -> p.type().id().equals(port.get().type().id()))
        .flatMap(p -> graph.wireTo(new PortRef(output.node(), p.name())).stream())
        .flatMap(w -> source(graph, w.from(), through, seen).stream())
        .findFirst();
  }

  /**
   * Puts a node of another type in a node's place. Wires stay at ports of the same name, else go to
   * the first free port that takes them; parameters stay that the new type has and takes.
   *
   * @param newId a free id
   */
  public GraphEdit replace(Graph graph, String id, NodeSpec type, String newId) {
    Node old = graph.nodes().get(id);
    Node fresh = new Node(newId, type.id(), type.version(), Map.of(), old.x(), old.y());
    for (Param param : type.params()) {
      Object value = old.params().get(param.name());
      boolean takes =
          spec(graph, id).stream()
              .flatMap(s -> s.params().stream())
              .anyMatch(p -> p.name().equals(param.name()) && p.kind().equals(param.kind()));
      if (value != null && takes) {
        fresh = fresh.with(param.name(), value);
      }
    }
    Draft draft = new Draft(graph);
    draft.make(new GraphEdit.RemoveNodes(Set.of(id)));
    draft.make(new GraphEdit.AddNode(fresh));
    for (Wire wire : graph.wires()) {
      if (joins(wire, id)) {
        rejoin(draft, wire, id, newId, type);
      }
    }
    return new GraphEdit.Compound("edit.replace", draft.edits);
  }

  private static void rejoin(Draft draft, Wire wire, String id, String newId, NodeSpec type) {
    List<PortRef> starts = ends(wire.from(), id, newId, type.outputs());
    List<PortRef> ends = ends(wire.to(), id, newId, inputs(type, wire.to().port()));
    for (PortRef from : starts) {
      for (PortRef to : ends) {
        if (draft.graph.wireTo(to).isEmpty() && draft.connect(from, to)) {
          return;
        }
      }
    }
  }

  /** The declared inputs; a parameter's only where the wire was at one of that name. */
  private static List<Port> inputs(NodeSpec type, String name) {
    List<Port> inputs = new ArrayList<>(type.inputs());
    Optional.ofNullable(type.param(name)).flatMap(ParamPorts::of).ifPresent(inputs::add);
    return inputs;
  }

  private static List<PortRef> ends(PortRef end, String id, String newId, List<Port> ports) {
    if (!end.node().equals(id)) {
      return List.of(end);
    }
    List<PortRef> ends = new ArrayList<>();
    ports.forEach(p -> ends.add(new PortRef(newId, p.name())));
    PortRef same = new PortRef(newId, end.port());
    if (ends.remove(same)) {
      ends.addFirst(same);
    }
    return ends;
  }

  private static boolean joins(Wire wire, String id) {
    return wire.from().node().equals(id) || wire.to().node().equals(id);
  }

  private Optional<NodeSpec> spec(Graph graph, String id) {
    return graph
        .node(id)
        .flatMap(n -> registry.with(graph.subgraphs()).find(n.type()))
        .map(NodeType::spec);
  }
}
