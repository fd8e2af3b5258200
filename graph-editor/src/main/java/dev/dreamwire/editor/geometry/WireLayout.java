package dev.dreamwire.editor.geometry;

import dev.dreamwire.api.node.PortType;
import dev.dreamwire.runtime.graph.Wire;
import javafx.geometry.Rectangle2D;

/**
 * A wire where it is on the canvas.
 *
 * @param wire the wire
 * @param type what flows through it
 * @param feedback whether its value is used one frame later
 * @param path its way
 * @param bounds of the way
 */
public record WireLayout(
    Wire wire, PortType type, boolean feedback, WirePath path, Rectangle2D bounds) {
  WireLayout(Wire wire, PortType type, boolean feedback, WirePath path) {
    this(wire, type, feedback, path, path.bounds());
  }
}
