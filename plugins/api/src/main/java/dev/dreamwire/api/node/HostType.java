package dev.dreamwire.api.node;

import dev.dreamwire.api.tensor.Shape;
import java.util.Map;

/** A node that lives outside the program: input, viewport, recorder, simulator. */
public non-sealed interface HostType extends NodeType {
  /**
   * Shapes of the tensors that the node hands out, by output port; needed before anything runs.
   *
   * @throws NodeException if a parameter names something that cannot be used
   */
  default Map<String, Shape> outputShapes(NodeContext context) {
    return Map.of();
  }

  /**
   * Shapes of the tensors that the node hands out and that are only known from what is fed back to
   * it.
   *
   * @param feedback shapes of what its feedback inputs hold, by port
   */
  default Map<String, Shape> outputShapes(NodeContext context, Map<String, Shape> feedback) {
    return Map.of();
  }

  /** Begins a run on the engine thread. */
  HostProcess open(NodeContext context);
}
