package dev.dreamwire.runtime.engine;

import dev.dreamwire.api.tensor.TensorView;
import dev.dreamwire.runtime.graph.PortRef;
import java.util.Map;

/**
 * What frozen nodes made last, apart from the programs that made it. Used by the engine's thread.
 *
 * @param tensors copies, by output
 * @param objects by output
 */
record KeptValues(Map<PortRef, TensorView> tensors, Map<PortRef, Object> objects) {
  static final KeptValues NONE = new KeptValues(Map.of(), Map.of());

  boolean has(PortRef output) {
    return tensors.containsKey(output) || objects.containsKey(output);
  }
}
