package dev.dreamwire.runtime.graph;

/** A port of a node in a graph, by names. Written {@code node.port}. */
public record PortRef(String node, String port) {
  @Override
  public String toString() {
    return node + "." + port;
  }
}
