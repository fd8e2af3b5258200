package dev.dreamwire.runtime.tensor.safetensors;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.dreamwire.api.tensor.DType;
import dev.dreamwire.runtime.file.AtomicFile;
import dev.dreamwire.runtime.tensor.HalfFloats;
import dev.dreamwire.runtime.tensor.TensorData;
import dev.dreamwire.runtime.tensor.Weights;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.util.Map;

/** Writes weight files. Stateless; safe on every thread. */
public final class SafetensorsWriter {
  private static final int ALIGNMENT = 8;

  private SafetensorsWriter() {}

  /**
   * Writes all weights in their order, whole or not at all.
   *
   * @param type F32, or F16 or BF16 rounded to nearest even; what is held in bytes stays so
   * @param metadata the header's {@code __metadata__}
   * @throws IOException if the file cannot be written; an old file of that name is then as it was
   * @throws IllegalArgumentException if the type holds no weights, or a weight has a reserved name
   */
  public static void write(Path file, Weights weights, DType type, Map<String, String> metadata)
      throws IOException {
    if (type != DType.F32 && type != DType.F16 && type != DType.BF16) {
      throw new IllegalArgumentException("weights are written as F32, F16 or BF16, not " + type);
    }
    byte[] header = header(weights, type, metadata);
    AtomicFile.write(
        file,
        out -> {
          AtomicFile.writeFully(
              out,
              ByteBuffer.allocate(Long.BYTES)
                  .order(ByteOrder.LITTLE_ENDIAN)
                  .putLong(0, header.length));
          AtomicFile.writeFully(out, ByteBuffer.wrap(header));
          for (String name : weights.names()) {
            TensorData tensor = weights.get(name);
            writeValues(out, tensor, written(tensor, type));
          }
        });
  }

  private static DType written(TensorData tensor, DType type) {
    return tensor.type() == DType.U8 ? DType.U8 : type;
  }

  private static byte[] header(Weights weights, DType type, Map<String, String> metadata)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.writeStartObject();
      if (!metadata.isEmpty()) {
        json.writeObjectFieldStart(HeaderParser.METADATA);
        for (Map.Entry<String, String> entry : metadata.entrySet()) {
          json.writeStringField(entry.getKey(), entry.getValue());
        }
        json.writeEndObject();
      }
      long at = 0;
      for (String name : weights.names()) {
        if (name.equals(HeaderParser.METADATA)) {
          throw new IllegalArgumentException("no weight may be called " + name);
        }
        TensorData tensor = weights.get(name);
        DType written = written(tensor, type);
        long end = at + tensor.shape().count() * written.bytes();
        json.writeObjectFieldStart(name);
        json.writeStringField("dtype", written.name());
        writeNumbers(json, "shape", tensor.shape().dims());
        writeNumbers(json, "data_offsets", at, end);
        json.writeEndObject();
        at = end;
      }
      json.writeEndObject();
    }
    while (out.size() % ALIGNMENT != 0) {
      out.write(' ');
    }
    return out.toByteArray();
  }

  private static void writeNumbers(JsonGenerator json, String field, long... numbers)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (long number : numbers) {
      json.writeNumber(number);
    }
    json.writeEndArray();
  }

  private static void writeValues(WritableByteChannel out, TensorData tensor, DType type)
      throws IOException {
    if (type == DType.U8) {
      AtomicFile.writeFully(out, tensor.bytes().asByteBuffer());
      return;
    }
    float[] values = tensor.toFloats();
    ByteBuffer bytes =
        ByteBuffer.allocate(Math.multiplyExact(values.length, type.bytes()))
            .order(ByteOrder.LITTLE_ENDIAN);
    for (float value : values) {
      switch (type) {
        case F16 -> bytes.putShort(Float.floatToFloat16(value));
        case BF16 -> bytes.putShort(HalfFloats.bfloat16(value));
        default -> bytes.putFloat(value);
      }
    }
    AtomicFile.writeFully(out, bytes.flip());
  }
}
