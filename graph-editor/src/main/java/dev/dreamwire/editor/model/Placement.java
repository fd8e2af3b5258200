package dev.dreamwire.editor.model;

import dev.dreamwire.editor.geometry.GraphLayout;
import dev.dreamwire.editor.geometry.NodeFace;
import dev.dreamwire.editor.geometry.NodeLayout;
import dev.dreamwire.editor.geometry.Snapping;
import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.Node;
import dev.dreamwire.runtime.graph.NodeRegistry;
import java.util.List;
import javafx.geometry.Rectangle2D;

/** Finds room for new nodes, so that none hides another. Pure. */
public final class Placement {
  private static final double GAP = 2 * Snapping.GRID;
  private static final double STEP = 3 * Snapping.GRID;
  private static final int RINGS = 60;

  private Placement() {}

  /** The node where it is if there is room, else at the nearest place where there is. */
  public static Node free(Node node, Graph graph, GraphLayout layout, NodeRegistry registry) {
    Rectangle2D room = NodeLayout.of(NodeFace.of(node, graph, registry)).bounds();
    List<Rectangle2D> taken = layout.nodes().stream().map(NodeLayout::bounds).toList();
    for (int ring = 0; ring <= RINGS; ring++) {
      Node found = onRing(node, room, ring, taken);
      if (found != null) {
        return found;
      }
    }
    return node;
  }

  /** The first free place of those a number of steps away, right and down before left and up. */
  private static Node onRing(Node node, Rectangle2D room, int ring, List<Rectangle2D> taken) {
    for (int along = 0; along <= ring; along++) {
      int[][] ways = {{ring, along}, {along, ring}, {ring, -along}, {-along, ring}};
      for (int[] way : ways) {
        double dx = way[0] * STEP;
        double dy = way[1] * STEP;
        if (taken.stream().noneMatch(r -> overlaps(r, room, dx, dy))) {
          return node.at(node.x() + dx, node.y() + dy);
        }
      }
    }
    return null;
  }

  private static boolean overlaps(Rectangle2D taken, Rectangle2D room, double dx, double dy) {
    return taken.intersects(
        room.getMinX() + dx - GAP,
        room.getMinY() + dy - GAP,
        room.getWidth() + 2 * GAP,
        room.getHeight() + 2 * GAP);
  }
}
