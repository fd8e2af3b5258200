package dev.dreamwire.runtime.node;

import dev.dreamwire.runtime.memory.MemoryMap;

/** Where a host shows what a {@code dreamwire:memory} node holds, as a service for nodes. */
@FunctionalInterface
public interface MemorySink {
  /**
   * What is held while a frame is made. Called on the engine thread.
   *
   * @param node id of the node that remembers
   */
  void remembered(String node, MemoryMap map);
}
