package dev.dreamwire.runtime.tensor.pickle;

import java.nio.ByteBuffer;

/** How an element of a storage is written, little-endian. */
public enum ElementKind {
  F64(8),
  F32(4),
  F16(2),
  BF16(2),
  I64(8),
  I32(4),
  I16(2),
  I8(1),
  U8(1),
  BOOL(1);

  private final int bytes;

  ElementKind(int bytes) {
    this.bytes = bytes;
  }

  /** Bytes of one element. */
  public int bytes() {
    return bytes;
  }

  /** One element as a float. */
  float toFloat(ByteBuffer data, int at) {
    return switch (this) {
      case F64 -> (float) data.getDouble(at);
      case F32 -> data.getFloat(at);
      case F16 -> Float.float16ToFloat(data.getShort(at));
      case BF16 -> Float.intBitsToFloat(data.getShort(at) << 16);
      case I64 -> data.getLong(at);
      case I32 -> data.getInt(at);
      case I16 -> data.getShort(at);
      case I8 -> data.get(at);
      case U8, BOOL -> data.get(at) & 0xff;
    };
  }
}
