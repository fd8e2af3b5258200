package dev.dreamwire.runtime.oasis;

import dev.dreamwire.runtime.tensor.TensorData;
import dev.dreamwire.runtime.tensor.Weights;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes weights as {@code torch.save(model.state_dict(), …)} does, for tests. */
public final class StateDictionary {
  private StateDictionary() {}

  /** Writes a file. */
  public static void write(Path file, Weights weights) throws IOException {
    ByteArrayOutputStream pickle = new ByteArrayOutputStream();
    put(pickle, "\u0080\u0002ccollections\nOrderedDict\n)R(");
    int key = 0;
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (String name : weights.names()) {
        TensorData data = weights.get(name);
        float[] values = data.toFloats();
        text(pickle, name);
        put(pickle, "ctorch._utils\n_rebuild_tensor_v2\n((");
        text(pickle, "storage");
        put(pickle, "ctorch\nFloatStorage\n");
        text(pickle, String.valueOf(key));
        text(pickle, "cpu");
        number(pickle, values.length);
        put(pickle, "tQK\u0000(");
        long[] dims = data.shape().dims();
        for (long dim : dims) {
          number(pickle, (int) dim);
        }
        put(pickle, "t(");
        for (int axis = 0; axis < dims.length; axis++) {
          int stride = 1;
          for (int later = axis + 1; later < dims.length; later++) {
            stride *= (int) dims[later];
          }
          number(pickle, stride);
        }
        put(pickle, "t\u0089ccollections\nOrderedDict\n)RtR");
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        entry(zip, "model/data/" + key++, bytes.array());
      }
      put(pickle, "u.");
      entry(zip, "model/data.pkl", pickle.toByteArray());
    }
  }

  private static void entry(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(bytes);
    zip.closeEntry();
  }

  private static void text(ByteArrayOutputStream out, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.write('X');
    out.writeBytes(little(bytes.length));
    out.writeBytes(bytes);
  }

  private static void number(ByteArrayOutputStream out, int value) {
    out.write('J');
    out.writeBytes(little(value));
  }

  private static byte[] little(int value) {
    return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array();
  }

  private static void put(ByteArrayOutputStream out, String latin1) {
    out.writeBytes(latin1.getBytes(StandardCharsets.ISO_8859_1));
  }
}
