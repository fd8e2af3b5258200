package dev.dreamwire.api.node;

/** A node that is mathematics: it is fused with its neighbours into one program. */
public non-sealed interface TensorType extends NodeType {
  /**
   * Writes the node's mathematics for one frame. Called once for each reading of the graph, never
   * while playing.
   *
   * @param <T> what a tensor is in this reading
   * @throws NodeException if inputs do not fit each other
   */
  <T> void emit(TensorScope<T> scope);
}
