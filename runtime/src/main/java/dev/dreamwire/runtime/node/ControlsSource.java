package dev.dreamwire.runtime.node;

import dev.dreamwire.api.node.Controls;

/** A host's keyboard and mouse, as a service for nodes. */
@FunctionalInterface
public interface ControlsSource {
  /**
   * What is held down now, and how far the mouse moved since the last call. Called on the engine
   * thread once a frame, as late as possible.
   */
  Controls controls();
}
