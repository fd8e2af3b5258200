package dev.dreamwire.runtime.tensor.onnx;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A protobuf message that is being written, field by field. */
final class ProtoMessage {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final CodedOutputStream out = CodedOutputStream.newInstance(bytes);

  @FunctionalInterface
  private interface Write {
    void run() throws IOException;
  }

  ProtoMessage text(int field, String value) {
    return write(() -> out.writeString(field, value));
  }

  ProtoMessage number(int field, long value) {
    return write(() -> out.writeInt64(field, value));
  }

  ProtoMessage real(int field, float value) {
    return write(() -> out.writeFloat(field, value));
  }

  ProtoMessage raw(int field, byte[] value) {
    return write(() -> out.writeByteArray(field, value));
  }

  ProtoMessage message(int field, ProtoMessage value) {
    return raw(field, value.toBytes());
  }

  byte[] toBytes() {
    write(out::flush);
    return bytes.toByteArray();
  }

  private ProtoMessage write(Write write) {
    try {
      write.run();
    } catch (IOException e) {
      // Memory does not fail to be written to.
      throw new UncheckedIOException(e);
    }
    return this;
  }
}
