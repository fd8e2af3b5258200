package dev.dreamwire.editor.paint;

import dev.dreamwire.editor.geometry.GraphLayout;
import dev.dreamwire.editor.geometry.NodeLayout;
import dev.dreamwire.editor.geometry.WireLayout;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.geometry.Rectangle2D;

/**
 * What is seen of a graph.
 *
 * @param wires in drawing order
 * @param nodes in drawing order
 */
record Seen(List<WireLayout> wires, List<NodeLayout> nodes) {
  static final Seen NOTHING = new Seen(List.of(), List.of());

  /** What a node's shadow and a wire's glow reach beyond their bounds. */
  static final double SEAM = 24;

  /**
   * What of a graph is seen in a part of the world, with what reaches into it.
   *
   * @param only ids of the nodes, with their wires, that count; empty for all
   * @param but ids of nodes that do not count, nor their wires
   */
  static Seen of(GraphLayout layout, Rectangle2D part, Set<String> only, Set<String> but) {
    Rectangle2D visible = Brush.grown(part, SEAM);
    Predicate<String> counts = id -> (only.isEmpty() || only.contains(id)) && !but.contains(id);
    List<WireLayout> wires =
        layout.wires().stream()
            .filter(w -> meet(w.bounds(), visible))
            .filter(w -> ends(w).anyMatch(only::contains) || only.isEmpty())
            .filter(w -> ends(w).noneMatch(but::contains))
            .toList();
    List<NodeLayout> nodes =
        layout.nodes().stream()
            .filter(n -> meet(n.bounds(), visible) && counts.test(n.id()))
            .toList();
    return new Seen(wires, nodes);
  }

  private static Stream<String> ends(WireLayout wire) {
    return Stream.of(wire.wire().from().node(), wire.wire().to().node());
  }

  /** How many of the nodes reach into a part of the world. */
  long nodesIn(Rectangle2D part) {
    Rectangle2D visible = Brush.grown(part, SEAM);
    return nodes.stream().filter(n -> meet(n.bounds(), visible)).count();
  }

  /** Unlike the class library's test, true for lines without any width or height. */
  private static boolean meet(Rectangle2D bounds, Rectangle2D visible) {
    return bounds.getMaxX() >= visible.getMinX()
        && bounds.getMinX() <= visible.getMaxX()
        && bounds.getMaxY() >= visible.getMinY()
        && bounds.getMinY() <= visible.getMaxY();
  }
}
