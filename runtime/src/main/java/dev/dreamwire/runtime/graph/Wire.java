package dev.dreamwire.runtime.graph;

/**
 * A connection.
 *
 * @param from an output
 * @param to an input; an input has at most one wire
 */
public record Wire(PortRef from, PortRef to) {
  @Override
  public String toString() {
    return from + " → " + to;
  }
}
