package dev.dreamwire.runtime.tensor.pickle;

import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.tensor.TensorData;
import dev.dreamwire.runtime.tensor.Weights;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A file of {@code torch.save}: a zip with a pickle and the storages that its tensors look into.
 * Used by one thread; open until closed.
 */
public final class TorchArchive implements AutoCloseable {
  /** The longest pickle that is read; the values of tensors are not in it. */
  private static final long MAX_PICKLE = 256L << 20;

  private final Path path;
  private final ZipFile zip;
  private final String folder;
  private final PickleValue root;

  private TorchArchive(Path path, ZipFile zip) throws IOException {
    this.path = path;
    this.zip = zip;
    ZipEntry pickle =
        zip.stream()
            .filter(e -> e.getName().equals("data.pkl") || e.getName().endsWith("/data.pkl"))
            .findFirst()
            .orElseThrow(() -> new IOException(path + " holds no data.pkl; torch.save writes one"));
    String name = pickle.getName();
    this.folder = name.substring(0, name.length() - "data.pkl".length());
    requireLittleEndian();
    if (pickle.getSize() > MAX_PICKLE) {
      throw new IOException(path + ": a pickle of " + pickle.getSize() + " bytes is not believed");
    }
    this.root = Unpickler.read(path + ", " + name, bytes(pickle, pickle.getSize()));
  }

  /**
   * Opens a file and reads its pickle.
   *
   * @throws PickleException if the pickle is broken or asks for more than plain values
   * @throws IOException if it cannot be read or is no such file
   */
  public static TorchArchive open(Path path) throws IOException {
    ZipFile zip;
    try {
      zip = new ZipFile(path.toFile());
    } catch (ZipException e) {
      throw new IOException(
          path
              + " is no archive of torch.save ("
              + e.getMessage()
              + "); files of PyTorch before 1.6 must be saved anew",
          e);
    }
    try {
      return new TorchArchive(path, zip);
    } catch (IOException | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  /** What was saved. */
  public PickleValue root() {
    return root;
  }

  /**
   * All tensors of a saved dictionary by name; values are read when they are asked for, until this
   * is closed. Dictionaries inside of it are looked into if it has no tensor itself, as in {@code
   * {"state_dict": …}}.
   *
   * @throws IOException if there is no tensor
   */
  public Weights weights() throws IOException {
    Map<String, PickleValue.Tensor> out = new LinkedHashMap<>();
    collect(root, out);
    if (out.isEmpty() && root instanceof PickleValue.Dict dict) {
      for (PickleValue inner : dict.entries().values()) {
        collect(inner, out);
      }
    }
    if (out.isEmpty()) {
      throw new IOException(path + " holds no tensors by name; save a model's state_dict()");
    }
    return new Weights() {
      @Override
      public Set<String> names() {
        return Collections.unmodifiableSet(out.keySet());
      }

      @Override
      public TensorData get(String name) {
        if (!out.containsKey(name)) {
          throw new IllegalArgumentException("no weight is called " + name);
        }
        try {
          return read(out.get(name));
        } catch (IOException e) {
          throw new UncheckedIOException(e.getMessage(), e);
        }
      }
    };
  }

  private static void collect(PickleValue value, Map<String, PickleValue.Tensor> out) {
    if (value instanceof PickleValue.Dict dict) {
      for (Map.Entry<PickleValue, PickleValue> entry : dict.entries().entrySet()) {
        if (entry.getKey() instanceof PickleValue.Text name
            && entry.getValue() instanceof PickleValue.Tensor tensor) {
          out.put(name.value(), tensor);
        }
      }
    }
  }

  /**
   * The values of a tensor, as 32-bit floats.
   *
   * @throws IOException if its storage is missing or too short
   */
  public TensorData read(PickleValue.Tensor tensor) throws IOException {
    PickleValue.Storage storage = tensor.storage();
    ZipEntry entry = zip.getEntry(folder + "data/" + storage.key());
    long need = Math.multiplyExact(storage.count(), storage.type().bytes());
    if (entry == null || entry.getSize() < need) {
      throw new IOException(
          path
              + ": the storage "
              + storage.key()
              + " of "
              + need
              + " bytes is "
              + (entry == null ? "missing" : "only " + entry.getSize() + " bytes long"));
    }
    ByteBuffer data = ByteBuffer.wrap(bytes(entry, need)).order(ByteOrder.LITTLE_ENDIAN);
    Shape shape = Shape.of(tensor.shape());
    float[] out = new float[Math.toIntExact(shape.count())];
    long[] index = new long[tensor.shape().length];
    for (int i = 0; i < out.length; i++) {
      long element = tensor.offset();
      for (int axis = 0; axis < index.length; axis++) {
        element += index[axis] * tensor.stride()[axis];
      }
      out[i] = storage.type().toFloat(data, Math.toIntExact(element * storage.type().bytes()));
      for (int axis = index.length - 1;
          axis >= 0 && ++index[axis] == tensor.shape()[axis];
          axis--) {
        index[axis] = 0;
      }
    }
    return TensorData.of(shape, out);
  }

  private void requireLittleEndian() throws IOException {
    ZipEntry order = zip.getEntry(folder + "byteorder");
    if (order != null && !new String(bytes(order, 6), "US-ASCII").startsWith("little")) {
      throw new IOException(path + " was written on a big-endian machine; that is not read");
    }
  }

  private byte[] bytes(ZipEntry entry, long most) throws IOException {
    try (InputStream in = zip.getInputStream(entry)) {
      return in.readNBytes(Math.toIntExact(most));
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
