package dev.dreamwire.editor.model;

import dev.dreamwire.editor.geometry.Socket;
import dev.dreamwire.runtime.graph.Wire;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;

/** What is drawn only while a gesture lasts. Coordinates are world units. */
public sealed interface Sketch {
  /** No gesture draws. */
  record Nothing() implements Sketch {}

  /** A selection box. */
  record Marquee(Rectangle2D area) implements Sketch {}

  /**
   * Nodes are being moved.
   *
   * @param column where the moved node is in line with another
   * @param row where the moved node is in line with another
   * @param into the wire that the node would be put into if it were let go now
   */
  record Guides(Optional<Double> column, Optional<Double> row, Optional<Wire> into)
      implements Sketch {}

  /** A knife's way over the canvas, and the wires that it has crossed. */
  record Cut(List<Point2D> trail, Set<Wire> wires) implements Sketch {
    public Cut {
      trail = List.copyOf(trail);
      wires = Set.copyOf(wires);
    }
  }

  /**
   * A wire that follows the pointer.
   *
   * @param offer what it is dragged from and where it may go
   * @param end where its loose end is
   * @param target the port it would be wired to if it were let go now
   */
  record LooseWire(WireOffer offer, Point2D end, Optional<Socket> target) implements Sketch {}
}
