package dev.dreamwire.runtime.graph;

/**
 * A parameter of an inner node that every instance of a subgraph has a value of its own for.
 * Immutable.
 *
 * @param name for people, and what instances store their value under
 * @param node id of the inner node
 * @param param name of the inner node's parameter
 */
public record PromotedParam(String name, String node, String param) {
  /** The same of another inner node. */
  PromotedParam of(String newNode, String newParam) {
    return new PromotedParam(name, newNode, newParam);
  }

  /** The same under another name. */
  PromotedParam named(String newName) {
    return new PromotedParam(newName, node, param);
  }
}
