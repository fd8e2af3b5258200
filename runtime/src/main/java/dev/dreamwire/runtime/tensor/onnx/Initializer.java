package dev.dreamwire.runtime.tensor.onnx;

import dev.dreamwire.api.tensor.Shape;

/**
 * A tensor whose values are fixed when the graph is loaded.
 *
 * @param name unique in the graph
 * @param values its elements
 */
public record Initializer(String name, ElementType type, Shape shape, InitializerValues values) {
  /** Up to this size values are written into the graph itself. */
  private static final int INLINE = 1024;

  /** How many bytes its elements take. */
  public long byteSize() {
    return Math.multiplyExact(shape.count(), type.bytes());
  }

  /** Whether the values are handed over beside the graph, not in it. */
  public boolean external() {
    return byteSize() > INLINE;
  }
}
