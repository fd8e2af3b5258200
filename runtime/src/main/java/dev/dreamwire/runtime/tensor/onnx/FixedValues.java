package dev.dreamwire.runtime.tensor.onnx;

import dev.dreamwire.runtime.file.Sha256;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.nio.ByteBuffer;
import java.util.HexFormat;

/**
 * Elements that the mathematics itself names.
 *
 * @param elements little-endian, row-major; not to be written to
 */
record FixedValues(ByteBuffer elements) implements InitializerValues {
  @Override
  public MemorySegment bytes(SegmentAllocator allocator) {
    return allocator
        .allocate(elements.capacity(), Long.BYTES)
        .copyFrom(MemorySegment.ofBuffer(elements));
  }

  @Override
  public String identity() {
    return HexFormat.of().formatHex(Sha256.digest().digest(bytes()));
  }

  byte[] bytes() {
    byte[] out = new byte[elements.capacity()];
    elements.get(0, out);
    return out;
  }
}
