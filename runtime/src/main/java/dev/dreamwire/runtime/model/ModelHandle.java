package dev.dreamwire.runtime.model;

import dev.dreamwire.runtime.tensor.Weights;

/** A model with its weights, as it flows through a graph. */
public interface ModelHandle {
  /** Its weights, under the names that its mathematics asks for. */
  Weights weights();
}
