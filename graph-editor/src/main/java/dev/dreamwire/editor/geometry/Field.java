package dev.dreamwire.editor.geometry;

import dev.dreamwire.api.node.Param;
import javafx.geometry.Rectangle2D;

/**
 * A parameter where it is on the canvas.
 *
 * @param node id of its node
 * @param param what the type declares
 * @param bounds in world units
 */
public record Field(String node, Param param, Rectangle2D bounds) {}
