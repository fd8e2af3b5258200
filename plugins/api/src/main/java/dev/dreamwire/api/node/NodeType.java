package dev.dreamwire.api.node;

import java.util.Map;

/** A kind of node. An instance is stateless and may be used on any thread. */
public sealed interface NodeType permits HandleType, TensorType, HostType, CompositeType {
  /** What the type declares. */
  NodeSpec spec();

  /**
   * Rewrites stored parameters of an older version of this type.
   *
   * @param fromVersion the version that wrote them
   * @param params the stored values by name
   * @return the values as this version understands them
   */
  default Map<String, Object> upgrade(int fromVersion, Map<String, Object> params) {
    return params;
  }
}
