package dev.dreamwire.runtime.tensor.onnx;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;

/**
 * Elements of an initializer, made when they are asked for: a graph can be written and told from
 * others without them. Safe on every thread as long as the weights are that it was made from.
 */
public interface InitializerValues {
  /**
   * The elements, little-endian, row-major, in native memory: either allocated here or of a mapped
   * file.
   */
  MemorySegment bytes(SegmentAllocator allocator);

  /** Says what the elements are: equal texts mean equal elements. Reads what they are made from. */
  String identity();
}
