package dev.dreamwire.runtime.tensor.onnx;

/** How elements of a tensor are written; the codes are those of {@code TensorProto.DataType}. */
public enum ElementType {
  FLOAT(1, 4),
  INT8(3, 1),
  INT64(7, 8);

  private final int code;
  private final int bytes;

  ElementType(int code, int bytes) {
    this.code = code;
    this.bytes = bytes;
  }

  int code() {
    return code;
  }

  /** Bytes of one element. */
  public int bytes() {
    return bytes;
  }
}
