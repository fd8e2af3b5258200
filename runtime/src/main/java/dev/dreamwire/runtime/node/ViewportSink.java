package dev.dreamwire.runtime.node;

import dev.dreamwire.api.tensor.TensorView;

/** Where a host shows pictures, as a service for nodes. */
@FunctionalInterface
public interface ViewportSink {
  /**
   * A picture to show. Called on the engine thread.
   *
   * @param node id of the viewport's node
   * @param image {@code [3,H,W]} in −1..1, valid during the call
   */
  void show(String node, TensorView image);
}
