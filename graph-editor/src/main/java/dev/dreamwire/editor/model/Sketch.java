package dev.dreamwire.editor.model;

import dev.dreamwire.editor.geometry.Socket;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;

/** What is drawn only while a gesture lasts. Coordinates are world units. */
public sealed interface Sketch {
  /** No gesture draws. */
  record Nothing() implements Sketch {}

  /** A selection box. */
  record Marquee(Rectangle2D area) implements Sketch {}

  /** Lines along which a moved node is in line with others. */
  record Guides(Optional<Double> column, Optional<Double> row) implements Sketch {}

  /**
   * A wire that follows the pointer.
   *
   * @param offer what it is dragged from and where it may go
   * @param end where its loose end is
   * @param target the port it would be wired to if it were let go now
   */
  record LooseWire(WireOffer offer, Point2D end, Optional<Socket> target) implements Sketch {}
}
