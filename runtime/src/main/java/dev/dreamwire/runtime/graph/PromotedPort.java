package dev.dreamwire.runtime.graph;

import dev.dreamwire.api.node.Port;
import dev.dreamwire.api.node.PortType;

/**
 * A port that a subgraph has in common with all its instances. Immutable.
 *
 * @param name for people, and what wires know it by
 * @param type what flows through it
 * @param optional for an input: whether it may stay unwired
 * @param role for an input: when its value is read
 */
public record PromotedPort(String name, PortType type, boolean optional, Port.Role role) {
  /** Named as a port, read as it is. */
  static PromotedPort of(String name, Port port) {
    return new PromotedPort(name, port.type(), port.optional(), port.role());
  }

  /** The same under another name. */
  PromotedPort named(String newName) {
    return new PromotedPort(newName, type, optional, role);
  }

  /** The port that instances show. */
  Port port() {
    return new Port(name, type, "", optional, role);
  }
}
