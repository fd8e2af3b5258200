package dev.dreamwire.editor.model;

import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.GraphEdit;
import dev.dreamwire.runtime.graph.NodeState;
import dev.dreamwire.runtime.graph.NodeState.Mode;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Edits that turn a state of several nodes on, or off if it is on in all of them. Pure. */
public final class StateEdits {
  private StateEdits() {}

  /** Puts nodes into a mode, or makes them active again. */
  public static GraphEdit mode(Graph graph, Collection<String> ids, Mode mode) {
    Mode next = sets(graph, ids, mode) ? mode : Mode.ACTIVE;
    return edit(name(next), graph, ids, state -> state.with(next));
  }

  private static String name(Mode mode) {
    return switch (mode) {
      case ACTIVE -> "edit.active";
      case MUTED -> "edit.mute";
      case BYPASSED -> "edit.bypass";
      case FROZEN -> "edit.freeze";
    };
  }

  /** Whether pressing the key of a mode would set it, not take it back. */
  public static boolean sets(Graph graph, Collection<String> ids, Mode mode) {
    return !all(graph, ids, state -> state.mode() == mode);
  }

  /** Shows nodes as headers, or whole again. */
  public static GraphEdit collapse(Graph graph, Collection<String> ids) {
    boolean on = !all(graph, ids, NodeState::collapsed);
    return edit(on ? "edit.collapse" : "edit.expand", graph, ids, state -> state.collapsed(on));
  }

  /** Holds nodes in their places, or lets them go. */
  public static GraphEdit pin(Graph graph, Collection<String> ids) {
    boolean on = !all(graph, ids, NodeState::pinned);
    return edit(on ? "edit.pin" : "edit.unpin", graph, ids, state -> state.pinned(on));
  }

  /** Shows small pictures of what nodes make, or hides them. */
  public static GraphEdit picture(Graph graph, Collection<String> ids) {
    boolean on = !all(graph, ids, NodeState::pictured);
    return edit(on ? "edit.picture" : "edit.noPicture", graph, ids, state -> state.pictured(on));
  }

  private static boolean all(Graph graph, Collection<String> ids, Predicate<NodeState> is) {
    return ids.stream().map(id -> graph.nodes().get(id).state()).allMatch(is);
  }

  private static GraphEdit edit(
      String label, Graph graph, Collection<String> ids, UnaryOperator<NodeState> change) {
    Map<String, NodeState> states = new HashMap<>();
    ids.forEach(id -> states.put(id, change.apply(graph.nodes().get(id).state())));
    return new GraphEdit.SetStates(label, states);
  }
}
