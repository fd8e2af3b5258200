package dev.dreamwire.api.node;

/** A node whose outputs are known when the graph is planned: a model, a schedule, a setting. */
public non-sealed interface HandleType extends NodeType {
  /**
   * Makes the outputs. Runs on a background thread; may read files.
   *
   * @throws NodeException if a parameter names something that cannot be used
   */
  void resolve(HandleScope scope);
}
