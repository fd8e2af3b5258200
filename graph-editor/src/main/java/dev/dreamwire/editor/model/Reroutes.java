package dev.dreamwire.editor.model;

import dev.dreamwire.editor.geometry.WireLayout;
import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.GraphEdit;
import dev.dreamwire.runtime.graph.GraphEdit.Position;
import dev.dreamwire.runtime.graph.Wire;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;

/** The points that a wire is led through. Pure. */
public final class Reroutes {
  private Reroutes() {}

  /** Leads a wire through one more point, between the two that it lies between on its way. */
  public static GraphEdit add(Graph graph, WireLayout wire, Point2D at) {
    List<Position> points = points(graph, wire.wire());
    int place = wire.via().isEmpty() ? 0 : wire.path().nearest(at);
    points.add(place, new Position(at.getX(), at.getY()));
    return new GraphEdit.Reroute(wire.wire(), points);
  }

  /** Leads a wire through another point in place of one. */
  public static GraphEdit move(Graph graph, Wire wire, int index, Point2D to) {
    List<Position> points = points(graph, wire);
    points.set(index, new Position(to.getX(), to.getY()));
    return new GraphEdit.Reroute(wire, points);
  }

  /** Leads a wire through one point less. */
  public static GraphEdit remove(Graph graph, Wire wire, int index) {
    List<Position> points = points(graph, wire);
    points.remove(index);
    return new GraphEdit.Reroute(wire, points);
  }

  private static List<Position> points(Graph graph, Wire wire) {
    return new ArrayList<>(graph.reroutes().getOrDefault(wire, List.of()));
  }
}
