package dev.dreamwire.runtime.tensor.onnx;

/** How elements of a tensor are written; the codes are those of {@code TensorProto.DataType}. */
public enum ElementType {
  FLOAT(1, 4),
  UINT8(2, 1),
  INT8(3, 1),
  INT64(7, 8),
  FLOAT16(10, 2),
  BFLOAT16(16, 2);

  private final int code;
  private final int bytes;

  ElementType(int code, int bytes) {
    this.code = code;
    this.bytes = bytes;
  }

  int code() {
    return code;
  }

  /** Whether it is a float of 16 bits. */
  public boolean isHalf() {
    return this == FLOAT16 || this == BFLOAT16;
  }

  /** Bytes of one element. */
  public int bytes() {
    return bytes;
  }
}
