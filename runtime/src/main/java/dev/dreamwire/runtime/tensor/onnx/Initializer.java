package dev.dreamwire.runtime.tensor.onnx;

import dev.dreamwire.api.tensor.Shape;
import java.lang.foreign.MemorySegment;

/**
 * A tensor whose values are fixed when the graph is loaded.
 *
 * @param name unique in the graph
 * @param bytes its elements, little-endian, row-major
 */
public record Initializer(String name, ElementType type, Shape shape, MemorySegment bytes) {
  /** Up to this size values are written into the graph itself. */
  private static final int INLINE = 1024;

  /** Whether the values are handed over beside the graph, not in it. */
  public boolean external() {
    return bytes.byteSize() > INLINE;
  }
}
