package dev.dreamwire.runtime.tensor;

import dev.dreamwire.api.tensor.DType;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.file.Sha256;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * The stored values of one tensor: little-endian, row-major.
 *
 * @param shape its shape
 * @param type how elements are written
 * @param bytes exactly {@code shape.count() · type.bytes()} bytes; may be a mapped file
 */
public record TensorData(Shape shape, DType type, MemorySegment bytes) {
  private static final long HASHED_AT_ONCE = 1L << 24;
  private static final ValueLayout.OfFloat F32 =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfDouble F64 =
      ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfLong I64 =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  public TensorData {
    long need = Math.multiplyExact(shape.count(), type.bytes());
    if (bytes.byteSize() != need) {
      throw new IllegalArgumentException(
          "a "
              + type
              + " tensor of shape "
              + shape
              + " has "
              + need
              + " bytes, not "
              + bytes.byteSize());
    }
  }

  /** Floats on the heap. */
  public static TensorData of(Shape shape, float... values) {
    MemorySegment bytes = MemorySegment.ofArray(new byte[Math.multiplyExact(values.length, 4)]);
    for (int i = 0; i < values.length; i++) {
      bytes.setAtIndex(F32, i, values[i]);
    }
    return new TensorData(shape, DType.F32, bytes);
  }

  /**
   * SHA-256 of the type, the shape and the values, in lower-case hexadecimal. Reads all of them.
   */
  public String sha256() {
    MessageDigest digest = Sha256.digest();
    digest.update((type + " " + shape + ":").getBytes(StandardCharsets.UTF_8));
    for (long from = 0; from < bytes.byteSize(); from += HASHED_AT_ONCE) {
      long size = Math.min(HASHED_AT_ONCE, bytes.byteSize() - from);
      digest.update(bytes.asSlice(from, size).asByteBuffer());
    }
    release();
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Says that the values are not needed for now: a mapped file then takes no memory. */
  public void release() {
    if (bytes.isMapped()) {
      bytes.unload();
    }
  }

  /** The same values along the first axis from {@code from} to before {@code to}; not copied. */
  public TensorData rows(long from, long to) {
    long row = bytes.byteSize() / shape.dim(0);
    return new TensorData(
        shape.with(0, to - from), type, bytes.asSlice(from * row, (to - from) * row));
  }

  /** All values as floats, widened from half precision where needed. */
  public float[] toFloats() {
    float[] out = new float[Math.toIntExact(shape.count())];
    switch (type) {
      case F32 -> MemorySegment.copy(bytes, F32, 0, out, 0, out.length);
      case F16 -> {
        for (int i = 0; i < out.length; i++) {
          out[i] = Float.float16ToFloat(bytes.getAtIndex(SHORT, i));
        }
      }
      case BF16 -> {
        for (int i = 0; i < out.length; i++) {
          out[i] = Float.intBitsToFloat(bytes.getAtIndex(SHORT, i) << 16);
        }
      }
      case F64, I64, U8 ->
          throw new IllegalStateException("a tensor of " + type + " holds no weights");
    }
    return out;
  }

  /** All values of any type as doubles; those of {@code I64} beyond 2⁵³ are rounded. */
  public double[] toDoubles() {
    double[] out = new double[Math.toIntExact(shape.count())];
    switch (type) {
      case F64 -> MemorySegment.copy(bytes, F64, 0, out, 0, out.length);
      case I64 -> java.util.Arrays.setAll(out, i -> bytes.getAtIndex(I64, i));
      case U8 -> java.util.Arrays.setAll(out, i -> bytes.get(ValueLayout.JAVA_BYTE, i) & 0xff);
      case F32, F16, BF16 -> {
        float[] floats = toFloats();
        java.util.Arrays.setAll(out, i -> floats[i]);
      }
    }
    return out;
  }
}
