package dev.dreamwire.api.node;

import java.util.List;
import java.util.Map;

/**
 * What a plugin offers. Found through {@link java.util.ServiceLoader}; needs a public constructor
 * without arguments.
 */
public interface NodePack {
  /** The pack's node types. */
  List<NodeType> types();

  /** Ids that types used to have, each with the id it has now. */
  default Map<String, String> aliases() {
    return Map.of();
  }

  /** Base name of the resource bundle with the types' texts in other languages, or null. */
  default String bundle() {
    return null;
  }
}
