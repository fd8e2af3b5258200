package dev.dreamwire.editor.model;

import dev.dreamwire.api.node.NodeType;
import dev.dreamwire.api.node.Param;
import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.GraphEdit;
import dev.dreamwire.runtime.graph.Node;
import dev.dreamwire.runtime.graph.NodeRegistry;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A change that a person made to the graph.
 *
 * @param before the graph before it
 * @param after the graph now
 * @param edit what was done, undone or done again
 * @param kind which of the three
 */
public record GraphChange(Graph before, Graph after, GraphEdit edit, Kind kind) {
  /** How the change came about. */
  public enum Kind {
    EDIT,
    UNDO,
    REDO
  }

  /** What a running graph must do about a change. */
  public enum Scope {
    /** Nothing: nodes moved. */
    LAYOUT,
    /** Take over the values of live parameters. */
    LIVE,
    /** Compile anew. */
    STRUCTURE
  }

  /** What a running graph must do about this change, found by comparing the two graphs. */
  public Scope scope(NodeRegistry registry) {
    if (!before.nodes().keySet().equals(after.nodes().keySet())
        || !Set.copyOf(before.wires()).equals(Set.copyOf(after.wires()))) {
      return Scope.STRUCTURE;
    }
    Scope scope = Scope.LAYOUT;
    for (Node node : after.nodes().values()) {
      Node old = before.nodes().get(node.id());
      if (!old.type().equals(node.type())
          || old.version() != node.version()
          || old.state().mode() != node.state().mode()) {
        return Scope.STRUCTURE;
      }
      for (String name : changed(old, node)) {
        if (!live(node, name, registry)) {
          return Scope.STRUCTURE;
        }
        scope = Scope.LIVE;
      }
    }
    return scope;
  }

  private static Set<String> changed(Node old, Node node) {
    Set<String> names = new HashSet<>(old.params().keySet());
    names.addAll(node.params().keySet());
    names.removeIf(n -> Objects.equals(old.params().get(n), node.params().get(n)));
    return names;
  }

  private static boolean live(Node node, String name, NodeRegistry registry) {
    Optional<NodeType> type = registry.find(node.type());
    return type.map(t -> t.spec().param(name)).map(Param::live).orElse(false);
  }
}
