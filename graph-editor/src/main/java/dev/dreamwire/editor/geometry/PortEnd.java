package dev.dreamwire.editor.geometry;

import dev.dreamwire.runtime.graph.PortRef;

/**
 * A port by its name alone: an input and an output of one node may be called the same.
 *
 * @param ref the port's name
 * @param output whether it is an output
 */
public record PortEnd(PortRef ref, boolean output) {
  /** The name of a port that is on the canvas. */
  public static PortEnd of(Socket socket) {
    return new PortEnd(socket.ref(), socket.output());
  }
}
