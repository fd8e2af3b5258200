package dev.dreamwire.editor.geometry;

import dev.dreamwire.api.node.Port;
import dev.dreamwire.runtime.graph.PortRef;
import javafx.geometry.Point2D;

/**
 * A port where it is on the canvas.
 *
 * @param ref the port's name
 * @param port what the type declares
 * @param output whether it is an output
 * @param at the middle of its mark, in world units
 */
public record Socket(PortRef ref, Port port, boolean output, Point2D at) {}
