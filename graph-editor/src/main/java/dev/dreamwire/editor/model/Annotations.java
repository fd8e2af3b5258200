package dev.dreamwire.editor.model;

import dev.dreamwire.editor.geometry.GraphLayout;
import dev.dreamwire.editor.geometry.NodeLayout;
import dev.dreamwire.editor.geometry.Snapping;
import dev.dreamwire.runtime.graph.Annotation;
import dev.dreamwire.runtime.graph.Annotation.Area;
import dev.dreamwire.runtime.graph.Annotation.Kind;
import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.GraphEdit;
import dev.dreamwire.runtime.graph.Node;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;

/** Frames and comments: how they are made, and what a frame carries. Pure. */
public final class Annotations {
  /** No annotation is smaller. */
  public static final double LEAST = 60;

  private static final double MARGIN = 24;

  private Annotations() {}

  /** A frame around a rectangle, or an empty one at a point. */
  public static Annotation frame(Graph graph, Optional<Rectangle2D> around, Point2D at) {
    Area area =
        around
            .map(
                r ->
                    new Area(
                        r.getMinX() - MARGIN,
                        r.getMinY() - MARGIN - GraphLayout.TITLE,
                        r.getWidth() + 2 * MARGIN,
                        r.getHeight() + 2 * MARGIN + GraphLayout.TITLE))
            .orElseGet(() -> new Area(at.getX(), at.getY(), 360, 240));
    return new Annotation(freshId(graph, "frame"), Kind.FRAME, "", "sky", area);
  }

  /** A comment at a point. */
  public static Annotation comment(Graph graph, Point2D at) {
    Area area = new Area(at.getX(), at.getY(), 220, 110);
    return new Annotation(freshId(graph, "comment"), Kind.COMMENT, "", "amber", area);
  }

  /** The first of {@code base}, {@code base2} … that no annotation of a graph is called. */
  static String freshId(Graph graph, String base) {
    String id = base;
    for (int i = 2; graph.annotations().containsKey(id); i++) {
      id = base + i;
    }
    return id;
  }

  /** Moves an annotation; a frame takes along the nodes and annotations that lie wholly in it. */
  public static GraphEdit move(
      Graph graph, GraphLayout layout, Annotation moved, double dx, double dy) {
    Map<String, Annotation> annotations = new LinkedHashMap<>();
    Map<String, GraphEdit.Position> places = new HashMap<>();
    annotations.put(moved.id(), moved.at(moved.area().moved(dx, dy)));
    notes(graph, moved)
        .forEach(other -> annotations.put(other.id(), other.at(other.area().moved(dx, dy))));
    nodes(graph, layout, moved)
        .forEach(
            node -> places.put(node.id(), new GraphEdit.Position(node.x() + dx, node.y() + dy)));
    return new GraphEdit.Compound(
        "edit.moveAnnotation",
        List.of(
            new GraphEdit.PutAnnotations("edit.moveAnnotation", annotations),
            new GraphEdit.MoveNodes(places)));
  }

  /** The nodes that lie wholly in a frame; none for a comment. */
  public static List<Node> nodes(Graph graph, GraphLayout layout, Annotation frame) {
    return graph.nodes().values().stream()
        .filter(node -> frame.kind() == Kind.FRAME)
        .filter(
            node -> layout.node(node.id()).filter(n -> frame.area().contains(area(n))).isPresent())
        .toList();
  }

  /** The annotations that lie wholly in a frame, and it itself; of a comment only itself. */
  static List<Annotation> notes(Graph graph, Annotation frame) {
    return graph.annotations().values().stream()
        .filter(
            other ->
                other.id().equals(frame.id())
                    || frame.kind() == Kind.FRAME && frame.area().contains(other.area()))
        .toList();
  }

  private static Area area(NodeLayout node) {
    Rectangle2D r = node.bounds();
    return new Area(r.getMinX(), r.getMinY(), r.getWidth(), r.getHeight());
  }

  /** Makes an annotation larger or smaller, settling on the grid. */
  public static GraphEdit resize(Annotation annotation, double dx, double dy) {
    Area area = annotation.area();
    Area next =
        new Area(
            area.x(),
            area.y(),
            Math.max(LEAST, settled(area.width() + dx)),
            Math.max(LEAST, settled(area.height() + dy)));
    return put("edit.resizeAnnotation", annotation.at(next));
  }

  private static double settled(double length) {
    return Math.round(length / Snapping.GRID) * Snapping.GRID;
  }

  /** Puts one annotation in, or in the place of the one of its id. */
  public static GraphEdit put(String label, Annotation annotation) {
    return new GraphEdit.PutAnnotations(label, Map.of(annotation.id(), annotation));
  }
}
