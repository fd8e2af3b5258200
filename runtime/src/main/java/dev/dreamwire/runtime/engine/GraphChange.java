package dev.dreamwire.runtime.engine;

import dev.dreamwire.api.node.NodeType;
import dev.dreamwire.api.node.Param;
import dev.dreamwire.runtime.graph.ActiveGraph;
import dev.dreamwire.runtime.graph.Expansion;
import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.GraphCheck;
import dev.dreamwire.runtime.graph.Node;
import dev.dreamwire.runtime.graph.NodeRegistry;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/** Tells edits that need a new plan from those that do not. */
final class GraphChange {
  private GraphChange() {}

  /**
   * Whether both graphs have the same plan: only places, live parameters and nodes that do not play
   * differ, and what is live is valid.
   */
  static boolean onlyLive(Graph before, Graph after, NodeRegistry registry) {
    Graph was = played(before, registry);
    Graph is = played(after, registry);
    if (!was.nodes().keySet().equals(is.nodes().keySet())
        || !new HashSet<>(was.wires()).equals(new HashSet<>(is.wires()))) {
      return false;
    }
    return was.nodes().values().stream()
        .allMatch(
            node ->
                registry
                    .find(node.type())
                    .filter(type -> onlyLive(node, is.nodes().get(node.id()), type))
                    .isPresent());
  }

  private static Graph played(Graph whole, NodeRegistry registry) {
    Graph graph = ActiveGraph.of(Expansion.flat(whole, registry), registry);
    Set<String> idle = new HashSet<>(graph.nodes().keySet());
    idle.removeAll(GraphCheck.playing(graph, registry));
    return graph.without(idle);
  }

  /** Whether a node of a type only differs in its place and in live parameters that are valid. */
  static boolean onlyLive(Node before, Node after, NodeType type) {
    if (after == null
        || before.state().mode() != after.state().mode()
        || !before.type().equals(after.type())
        || before.version() != after.version()) {
      return false;
    }
    Set<String> names = new HashSet<>(before.params().keySet());
    names.addAll(after.params().keySet());
    names.removeIf(name -> Objects.equals(before.params().get(name), after.params().get(name)));
    return names.stream().allMatch(name -> live(type.spec().param(name), after.params().get(name)));
  }

  /** A missing value is the default, which is valid. */
  private static boolean live(Param param, Object value) {
    return param != null && param.live() && (value == null || param.kind().problem(value) == null);
  }
}
