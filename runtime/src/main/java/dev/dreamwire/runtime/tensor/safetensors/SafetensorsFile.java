package dev.dreamwire.runtime.tensor.safetensors;

import dev.dreamwire.runtime.tensor.TensorData;
import dev.dreamwire.runtime.tensor.Weights;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A weight file, mapped into memory: eight bytes of header length, a JSON header, the values.
 * Nothing of the values is read before it is asked for. Immutable and safe on every thread until
 * closed; its tensors must not be touched afterwards.
 */
public final class SafetensorsFile implements AutoCloseable {
  /** The longest header that is read; longer ones are an attack or a mistake. */
  static final long MAX_HEADER = 100_000_000;

  private static final ValueLayout.OfLong LENGTH =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  /** Up to this size a file is copied, so that it can be replaced while its model is played. */
  private static final long SMALL = 1L << 28;

  private final Path path;
  private final Arena arena;
  private final FileChannel channel;
  private final Map<String, String> metadata;
  private final List<StoredTensor> stored;
  private final long dataAt;
  private final Weights weights;

  private SafetensorsFile(Path path, Arena arena, FileChannel channel) throws IOException {
    this.path = path;
    this.arena = arena;
    this.channel = channel;
    MemorySegment file = map(arena);
    dataAt = dataAt(path, file);
    byte[] json =
        file.asSlice(HeaderParser.JSON_AT, dataAt - HeaderParser.JSON_AT)
            .toArray(ValueLayout.JAVA_BYTE);
    HeaderParser.Header header = HeaderParser.parse(path, json);
    stored = header.tensors();
    check(path, stored, dataAt, file.byteSize());
    this.metadata = Collections.unmodifiableMap(header.metadata());
    this.weights = weights(file);
  }

  private Weights weights(MemorySegment file) {
    Map<String, TensorData> tensors = new LinkedHashMap<>();
    for (StoredTensor t : stored) {
      MemorySegment bytes = file.asSlice(dataAt + t.begin(), t.end() - t.begin());
      tensors.put(t.name(), new TensorData(t.shape(), t.type(), bytes));
    }
    return Weights.of(tensors);
  }

  /**
   * Opens a file and checks its whole header.
   *
   * @throws SafetensorsException if it is not sound: names the file and the byte
   * @throws IOException if it cannot be read
   */
  public static SafetensorsFile open(Path path) throws IOException {
    FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
    Arena arena = Arena.ofShared();
    try {
      return new SafetensorsFile(path, arena, channel);
    } catch (IOException | RuntimeException e) {
      arena.close();
      channel.close();
      throw e;
    }
  }

  /** The file. */
  public Path path() {
    return path;
  }

  /** The header's {@code __metadata__}, empty if it has none. */
  public Map<String, String> metadata() {
    return metadata;
  }

  /** All tensors; valid until this file is closed. */
  public Weights weights() {
    return weights;
  }

  /**
   * All tensors, valid as long as something refers to them, even when this file is closed. A large
   * file stays mapped for them and takes memory only where they are read; a small one is copied.
   *
   * @throws IOException if the file cannot be mapped
   */
  public Weights lastingWeights() throws IOException {
    return lastingWeights(SMALL);
  }

  Weights lastingWeights(long copiedUpTo) throws IOException {
    if (channel.size() > copiedUpTo) {
      return weights(map(Arena.ofAuto()));
    }
    try (Arena whole = Arena.ofConfined()) {
      return weights(MemorySegment.ofArray(map(whole).toArray(ValueLayout.JAVA_BYTE)));
    }
  }

  @Override
  public void close() throws IOException {
    arena.close();
    channel.close();
  }

  private MemorySegment map(Arena in) throws IOException {
    return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), in);
  }

  /** Where the header ends. */
  private static long dataAt(Path path, MemorySegment file) throws SafetensorsException {
    long size = file.byteSize();
    if (size < HeaderParser.JSON_AT) {
      throw new SafetensorsException(
          path, size, "the file ends before the 8 bytes of its header's length; is it complete?");
    }
    long length = file.get(LENGTH, 0);
    if (length < 0 || length > MAX_HEADER) {
      throw new SafetensorsException(
          path,
          0,
          "a header of "
              + Long.toUnsignedString(length)
              + " bytes is not believed, so this is no safetensors file; the longest has "
              + MAX_HEADER);
    }
    if (length > size - HeaderParser.JSON_AT) {
      throw new SafetensorsException(
          path,
          0,
          "the header says it has "
              + length
              + " bytes, but the file has only "
              + size
              + "; is it complete?");
    }
    return HeaderParser.JSON_AT + length;
  }

  /**
   * Tensors must fill the rest of the file one after another: no gap, no overlap, nothing left
   * over.
   */
  private static void check(Path path, List<StoredTensor> tensors, long dataAt, long size)
      throws SafetensorsException {
    long expected = 0;
    List<StoredTensor> inOrder =
        tensors.stream()
            .sorted(
                Comparator.comparingLong(StoredTensor::begin).thenComparingLong(StoredTensor::end))
            .toList();
    for (StoredTensor t : inOrder) {
      checkSize(path, t);
      if (t.begin() != expected) {
        throw new SafetensorsException(
            path,
            t.declaredAt(),
            "tensor "
                + t.name()
                + " begins at "
                + t.begin()
                + " where "
                + expected
                + " was expected: "
                + (t.begin() < expected ? "it overlaps another" : "there is a gap"));
      }
      if (t.end() > size - dataAt) {
        throw new SafetensorsException(
            path,
            t.declaredAt(),
            "tensor "
                + t.name()
                + " ends at byte "
                + t.end()
                + " of the values, but the file holds only "
                + (size - dataAt)
                + "; is it complete?");
      }
      expected = t.end();
    }
    if (expected != size - dataAt) {
      throw new SafetensorsException(
          path,
          dataAt + expected,
          (size - dataAt - expected) + " bytes after the last tensor belong to none");
    }
  }

  private static void checkSize(Path path, StoredTensor t) throws SafetensorsException {
    long need;
    try {
      need = Math.multiplyExact(t.shape().count(), t.type().bytes());
    } catch (ArithmeticException e) {
      throw new SafetensorsException(
          path,
          t.declaredAt(),
          "tensor " + t.name() + " of shape " + t.shape() + " is too large to exist");
    }
    if (t.end() < t.begin() || t.end() - t.begin() != need) {
      throw new SafetensorsException(
          path,
          t.declaredAt(),
          "tensor "
              + t.name()
              + " of shape "
              + t.shape()
              + " and type "
              + t.type()
              + " needs "
              + need
              + " bytes, its data_offsets span "
              + (t.end() - t.begin()));
    }
  }
}
