package dev.dreamwire.runtime.tensor.onnx;

import dev.dreamwire.api.tensor.DType;
import dev.dreamwire.runtime.tensor.TensorData;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.ValueLayout;
import java.util.function.Supplier;

/**
 * A weight in one of the forms that graphs use it in.
 *
 * @param data the stored weight
 */
record WeightValues(Supplier<TensorData> data, Form form) implements InitializerValues {
  /** What becomes of a weight. */
  enum Form {
    FLOATS,
    /** {@link QuantizedMatrix#values} of a matrix {@code [out, in]}. */
    INT8,
    /** {@link QuantizedMatrix#scales} of a matrix {@code [out, in]}. */
    INT8_SCALES
  }

  @Override
  public MemorySegment bytes(SegmentAllocator allocator) {
    TensorData tensor = data.get();
    if (form == Form.FLOATS && tensor.type() == DType.F32 && tensor.bytes().isNative()) {
      return tensor.bytes();
    }
    float[] floats = tensor.toFloats();
    tensor.release();
    return switch (form) {
      case FLOATS -> allocator.allocateFrom(ValueLayout.JAVA_FLOAT, floats);
      case INT8 ->
          allocator.allocateFrom(ValueLayout.JAVA_BYTE, quantized(tensor, floats).values());
      case INT8_SCALES ->
          allocator.allocateFrom(ValueLayout.JAVA_FLOAT, quantized(tensor, floats).scales());
    };
  }

  private static QuantizedMatrix quantized(TensorData tensor, float[] floats) {
    return QuantizedMatrix.of(floats, tensor.shape().size(0), tensor.shape().size(1));
  }

  @Override
  public String identity() {
    return form + " " + data.get().sha256();
  }
}
