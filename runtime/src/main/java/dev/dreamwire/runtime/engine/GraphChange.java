package dev.dreamwire.runtime.engine;

import dev.dreamwire.api.node.NodeType;
import dev.dreamwire.api.node.Param;
import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.Node;
import dev.dreamwire.runtime.graph.NodeRegistry;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/** Tells edits that need a new plan from those that do not. */
final class GraphChange {
  private GraphChange() {}

  /** Whether both graphs have the same plan: only places and live parameters differ, all valid. */
  static boolean onlyLive(Graph before, Graph after, NodeRegistry registry) {
    if (!before.nodes().keySet().equals(after.nodes().keySet())
        || !new HashSet<>(before.wires()).equals(new HashSet<>(after.wires()))) {
      return false;
    }
    return before.nodes().values().stream()
        .allMatch(node -> onlyLive(node, after.nodes().get(node.id()), registry));
  }

  private static boolean onlyLive(Node before, Node after, NodeRegistry registry) {
    if (before.params().equals(after.params())) {
      return before.type().equals(after.type());
    }
    NodeType type = registry.find(before.type()).orElse(null);
    if (type == null || !before.type().equals(after.type())) {
      return false;
    }
    Set<String> names = new HashSet<>(before.params().keySet());
    names.addAll(after.params().keySet());
    for (String name : names) {
      if (Objects.equals(before.params().get(name), after.params().get(name))) {
        continue;
      }
      Param param = type.spec().param(name);
      Object value = after.params().get(name);
      if (param == null || !param.live()) {
        return false;
      }
      if (value != null && param.kind().problem(value) != null) {
        return false;
      }
    }
    return true;
  }
}
