package dev.dreamwire.runtime.tensor.onnx;

import dev.dreamwire.api.tensor.DType;
import dev.dreamwire.runtime.tensor.HalfFloats;
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
  /** What stands for 0 in {@link Form#UINT8}. */
  static final int ZERO_POINT = 128;

  /** What becomes of a weight. */
  enum Form {
    FLOATS,
    /** Rounded to bfloat16. */
    BFLOATS,
    /** Rounded to half floats. */
    HALVES,
    /** {@link QuantizedMatrix#values} of a matrix {@code [out, in]}. */
    INT8,
    /** The same and 128 more. */
    UINT8,
    /** {@link QuantizedMatrix#scales} of a matrix {@code [out, in]}. */
    INT8_SCALES;

    /** How weights of this form stand in a file if they need no change; null if never. */
    private DType stored() {
      return switch (this) {
        case FLOATS -> DType.F32;
        case BFLOATS -> DType.BF16;
        case HALVES -> DType.F16;
        case INT8, UINT8, INT8_SCALES -> null;
      };
    }
  }

  @Override
  public MemorySegment bytes(SegmentAllocator allocator) {
    TensorData tensor = data.get();
    if (tensor.type() == form.stored() && tensor.bytes().isNative()) {
      return tensor.bytes();
    }
    float[] floats = tensor.toFloats();
    tensor.release();
    return switch (form) {
      case FLOATS -> allocator.allocateFrom(ValueLayout.JAVA_FLOAT, floats);
      case BFLOATS -> halves(allocator, floats, HalfFloats::bfloat16);
      case HALVES -> halves(allocator, floats, Float::floatToFloat16);
      case INT8 ->
          allocator.allocateFrom(ValueLayout.JAVA_BYTE, quantized(tensor, floats).values());
      case UINT8 ->
          allocator.allocateFrom(
              ValueLayout.JAVA_BYTE, unsigned(quantized(tensor, floats).values()));
      case INT8_SCALES ->
          allocator.allocateFrom(ValueLayout.JAVA_FLOAT, quantized(tensor, floats).scales());
    };
  }

  /** Rounds a float to 16 bits. */
  private interface Narrowing {
    short bits(float value);
  }

  private static MemorySegment halves(
      SegmentAllocator allocator, float[] floats, Narrowing narrowing) {
    MemorySegment out = allocator.allocate(ValueLayout.JAVA_SHORT, floats.length);
    for (int i = 0; i < floats.length; i++) {
      out.setAtIndex(ValueLayout.JAVA_SHORT, i, narrowing.bits(floats[i]));
    }
    return out;
  }

  private static QuantizedMatrix quantized(TensorData tensor, float[] floats) {
    return QuantizedMatrix.of(floats, tensor.shape().size(0), tensor.shape().size(1));
  }

  private static byte[] unsigned(byte[] signed) {
    byte[] out = new byte[signed.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = (byte) (signed[i] + ZERO_POINT);
    }
    return out;
  }

  @Override
  public String identity() {
    return form + " " + data.get().sha256();
  }
}
