package dev.dreamwire.runtime.node;

import java.util.Map;

/** Where a host shows what a {@code dreamwire:metrics} node measures, as a service for nodes. */
@FunctionalInterface
public interface MetricsSink {
  /**
   * Figures of one frame. Called on the engine thread.
   *
   * @param node id of the node that measured
   * @param frame frames made since play started: 0 for the first
   * @param figures by name, in a stable order
   */
  void measured(String node, long frame, Map<String, Double> figures);
}
