package dev.dreamwire.editor.model;

import dev.dreamwire.editor.geometry.GraphLayout;
import dev.dreamwire.editor.geometry.NodeLayout;
import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.GraphEdit;
import dev.dreamwire.runtime.graph.Wire;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.geometry.Rectangle2D;

/** Puts nodes in order, and finds those that belong together. Pure. */
public final class Arrangement {
  private Arrangement() {}

  /** What is brought in line. */
  public enum Line {
    LEFT,
    CENTRE,
    RIGHT,
    TOP,
    MIDDLE,
    BOTTOM
  }

  /** Brings an edge or the middle of nodes in line; empty for fewer than two nodes. */
  public static Optional<GraphEdit> align(GraphLayout layout, Set<String> ids, Line line) {
    Rectangle2D all = layout.bounds(ids).orElse(Rectangle2D.EMPTY);
    return moved(
        "edit.align",
        nodes(layout, ids),
        2,
        nodes ->
            places(
                nodes,
                r ->
                    switch (line) {
                      case LEFT -> at(all.getMinX(), r.getMinY());
                      case CENTRE ->
                          at(centre(all.getMinX(), all.getMaxX(), r.getWidth()), r.getMinY());
                      case RIGHT -> at(all.getMaxX() - r.getWidth(), r.getMinY());
                      case TOP -> at(r.getMinX(), all.getMinY());
                      case MIDDLE ->
                          at(r.getMinX(), centre(all.getMinY(), all.getMaxY(), r.getHeight()));
                      case BOTTOM -> at(r.getMinX(), all.getMaxY() - r.getHeight());
                    }));
  }

  private static double centre(double low, double high, double size) {
    return Math.round((low + high - size) / 2);
  }

  private static GraphEdit.Position at(double x, double y) {
    return new GraphEdit.Position(x, y);
  }

  /**
   * Gives nodes equal gaps; the outermost stay. Empty for fewer than three nodes.
   *
   * @param across from left to right, else from top to bottom
   */
  public static Optional<GraphEdit> distribute(
      GraphLayout layout, Set<String> ids, boolean across) {
    return moved("edit.distribute", nodes(layout, ids), 3, nodes -> distributed(nodes, across));
  }

  private static Map<String, GraphEdit.Position> distributed(
      List<NodeLayout> nodes, boolean across) {
    Function<Rectangle2D, Double> low = across ? Rectangle2D::getMinX : Rectangle2D::getMinY;
    Function<Rectangle2D, Double> high = across ? Rectangle2D::getMaxX : Rectangle2D::getMaxY;
    List<Rectangle2D> row =
        nodes.stream().map(NodeLayout::bounds).sorted(Comparator.comparing(low)).toList();
    double free = high.apply(row.getLast()) - low.apply(row.getFirst());
    for (Rectangle2D r : row) {
      free -= high.apply(r) - low.apply(r);
    }
    double gap = free / (row.size() - 1);
    List<NodeLayout> sorted =
        nodes.stream().sorted(Comparator.comparing(n -> low.apply(n.bounds()))).toList();
    Map<String, GraphEdit.Position> places = new HashMap<>();
    double next = low.apply(row.getFirst());
    for (NodeLayout node : sorted) {
      Rectangle2D r = node.bounds();
      double to = Math.round(next);
      places.put(node.id(), across ? at(to, r.getMinY()) : at(r.getMinX(), to));
      next += high.apply(r) - low.apply(r) + gap;
    }
    return places;
  }

  private static List<NodeLayout> nodes(GraphLayout layout, Set<String> ids) {
    return layout.nodes().stream().filter(n -> ids.contains(n.id())).toList();
  }

  private static Map<String, GraphEdit.Position> places(
      List<NodeLayout> nodes, Function<Rectangle2D, GraphEdit.Position> place) {
    Map<String, GraphEdit.Position> places = new HashMap<>();
    nodes.forEach(n -> places.put(n.id(), place.apply(n.bounds())));
    return places;
  }

  private static Optional<GraphEdit> moved(
      String label,
      List<NodeLayout> nodes,
      int least,
      Function<List<NodeLayout>, Map<String, GraphEdit.Position>> places) {
    return nodes.size() < least
        ? Optional.empty()
        : Optional.of(
            new GraphEdit.Compound(label, List.of(new GraphEdit.MoveNodes(places.apply(nodes)))));
  }

  /** Some nodes, with all that wires join to them, directly or not. */
  public static Set<String> connected(Graph graph, Set<String> ids) {
    Set<String> found = new HashSet<>(ids);
    boolean grew = true;
    while (grew) {
      grew = false;
      for (Wire wire : graph.wires()) {
        if (found.contains(wire.from().node()) != found.contains(wire.to().node())) {
          found.add(wire.from().node());
          found.add(wire.to().node());
          grew = true;
        }
      }
    }
    return found;
  }
}
