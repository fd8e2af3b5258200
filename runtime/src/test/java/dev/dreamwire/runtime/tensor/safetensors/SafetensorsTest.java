package dev.dreamwire.runtime.tensor.safetensors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.api.tensor.DType;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.tensor.TensorData;
import dev.dreamwire.runtime.tensor.Weights;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafetensorsTest {
  private static final float[] MATRIX = {0, -1.5f, 3.140625f, 65504, 1e-3f, -0.0f};
  private static final float[] VECTOR = {1, 2};

  @TempDir private Path folder;

  @Test
  void whatWasWrittenIsReadBackInOrderWithItsMetadata() throws IOException {
    Path file = folder.resolve("weights.safetensors");
    Map<String, String> metadata = Map.of("config", "{\"hidden\": 192}", "title", "海岸");
    SafetensorsWriter.write(file, sample(), DType.F32, metadata);
    try (SafetensorsFile read = SafetensorsFile.open(file)) {
      assertEquals(metadata, read.metadata());
      assertEquals(
          List.of("blocks.0.weight", "scalar", "bias"), List.copyOf(read.weights().names()));
      assertEquals(Shape.of(2, 3), read.weights().get("blocks.0.weight").shape());
      assertArrayEquals(MATRIX, read.weights().get("blocks.0.weight").toFloats());
      assertArrayEquals(new float[] {7}, read.weights().get("scalar").toFloats());
      assertArrayEquals(VECTOR, read.weights().get("bias").toFloats());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"F16", "BF16"})
  void halfPrecisionRoundsToNearest(DType type) throws IOException {
    Path file = folder.resolve("half.safetensors");
    SafetensorsWriter.write(file, sample(), type, Map.of());
    double step = type == DType.F16 ? 1 / 2048.0 : 1 / 256.0;
    try (SafetensorsFile read = SafetensorsFile.open(file)) {
      TensorData matrix = read.weights().get("blocks.0.weight");
      assertEquals(type, matrix.type());
      float[] values = matrix.toFloats();
      for (int i = 0; i < values.length; i++) {
        assertEquals(MATRIX[i], values[i], Math.abs(MATRIX[i]) * step, "value " + i);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1.00390625, 1.0",
    "1.01171875, 1.015625",
    "NaN, NaN",
    "3.4028235E38, Infinity",
    "-2.0, -2.0"
  })
  void bfloat16RoundsTiesToEven(float written, float expected) throws IOException {
    Path file = folder.resolve("ties.safetensors");
    Weights one = Weights.of(Map.of("x", TensorData.of(Shape.of(), written)));
    SafetensorsWriter.write(file, one, DType.BF16, Map.of());
    try (SafetensorsFile read = SafetensorsFile.open(file)) {
      assertEquals(expected, read.weights().get("x").toFloats()[0]);
    }
  }

  @Test
  void whatIsHeldInBytesIsWrittenSo() throws IOException {
    Path file = folder.resolve("bytes.safetensors");
    TensorData levels = new TensorData(Shape.of(3), DType.U8, bytes(3));
    SafetensorsWriter.write(
        file,
        Weights.of(Map.of("levels", levels, "half", TensorData.of(Shape.of(1), 0.5f))),
        DType.F16,
        Map.of());
    try (SafetensorsFile read = SafetensorsFile.open(file)) {
      TensorData back = read.weights().get("levels");
      assertEquals(DType.U8, back.type());
      assertEquals(-1, back.bytes().mismatch(levels.bytes()));
      assertEquals(DType.F16, read.weights().get("half").type());
    }
  }

  @Test
  void aFailedWriteLeavesTheOldFileAndNothingElse() throws IOException {
    Path file = folder.resolve("kept.safetensors");
    SafetensorsWriter.write(file, sample(), DType.F32, Map.of());
    byte[] before = Files.readAllBytes(file);
    Weights whole = Weights.of(Map.of("index", new TensorData(Shape.of(1), DType.I64, bytes(8))));
    assertThrows(
        IllegalStateException.class,
        () -> SafetensorsWriter.write(file, whole, DType.F32, Map.of()));
    assertArrayEquals(before, Files.readAllBytes(file));
    try (var left = Files.list(folder)) {
      assertEquals(1, left.count());
    }
  }

  @Test
  void aFileCutAnywhereIsRefused() throws IOException {
    byte[] whole = written();
    for (int length = 0; length < whole.length; length++) {
      SafetensorsException refusal = refusal(Arrays.copyOf(whole, length));
      assertTrue(refusal.offset() >= 0 && refusal.offset() <= whole.length, refusal.getMessage());
    }
  }

  @Test
  void aFlippedBitIsRefusedOrChangesOnlyNamesTypesShapesOrValuesThatStillFit() throws IOException {
    byte[] whole = written();
    for (int bit = 0; bit < whole.length * 8; bit++) {
      byte[] broken = whole.clone();
      broken[bit / 8] ^= (byte) (1 << bit % 8);
      Path file = Files.write(folder.resolve("flipped.safetensors"), broken);
      try (SafetensorsFile read = SafetensorsFile.open(file)) {
        long bytes = 0;
        for (String name : read.weights().names()) {
          bytes += read.weights().get(name).bytes().byteSize();
        }
        assertEquals(9 * 4, bytes);
      } catch (SafetensorsException refusal) {
        assertTrue(
            refusal.getMessage().contains("flipped.safetensors, byte "), refusal.getMessage());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, Long.MAX_VALUE, Long.MIN_VALUE, 100_000_001, 4000})
  void aHeaderLengthBeyondReasonIsRefusedAtItsPlace(long length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN).putLong(0, length);
    assertEquals(0, refusal(bytes.array()).offset());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,4]}}                                 | 4 | needs 8 bytes",
        "{'a':{'dtype':'F32','shape':[1],'data_offsets':[4,0]}}                                 | 4 | span -4",
        "{'a':{'dtype':'F32','shape':[1],'data_offsets':[4,8]}}                                 | 8 | gap",
        "{'a':{'dtype':'F32','shape':[1],'data_offsets':[0,4]}}                                 | 8 | belong to none",
        "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}}                                 | 4 | complete",
        "{'a':{'dtype':'U8','shape':[4],'data_offsets':[0,4]},'b':{'dtype':'U8','shape':[4],'data_offsets':[2,6]}} | 6 | overlaps",
        "{'a':{'dtype':'F32','shape':[-1],'data_offsets':[0,4]}}                                | 4 | no size",
        "{'a':{'dtype':'F32','shape':[99999999999999999999],'data_offsets':[0,4]}}              | 4 | no size",
        "{'a':{'dtype':'F32','shape':[4294967296,4294967296],'data_offsets':[0,4]}}             | 4 | too large",
        "{'a':{'dtype':'F32','shape':[1.0],'data_offsets':[0,4]}}                               | 4 | whole numbers",
        "{'a':{'dtype':'F32','shape':[1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1],'data_offsets':[0,4]}}  | 4 | more than 16",
        "{'a':{'dtype':'F32','shape':[1],'data_offsets':[0,4,8]}}                               | 4 | more than 2",
        "{'a':{'dtype':'F32','shape':[1]}}                                                      | 4 | needs dtype",
        "{'a':{'dtype':'I32','shape':[1],'data_offsets':[0,8]}}                                 | 8 | type I32",
        "{'a':{'dtype':'F32','shape':[1],'data_offsets':[0,4],'x':1}}                           | 4 | unknown field",
        "{'a':{'dtype':'U8','shape':[0],'data_offsets':[0,0]},'a':{'dtype':'U8','shape':[0],'data_offsets':[0,0]}} | 0 | Duplicate",
        "{'__metadata__':{'a':1}}                                                               | 0 | a text for",
        "{'__metadata__':[]}                                                                    | 0 | an object for",
        "{'a':[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]}                                         | 0 | an object for tensor a",
        "{'a':{'dtype':'F32','shape':[[[[[[[[[[[[1]]]]]]]]]]]],'data_offsets':[0,4]}}            | 4 | whole numbers",
        "{} {}                                                                                  | 0 | goes on",
        "[]                                                                                     | 0 | an object at the start",
        "{'a'                                                                                   | 0 | JSON",
      })
  void aHeaderThatLiesIsRefused(String json, int values, String reason) throws IOException {
    SafetensorsException refusal = refusal(file(json.strip().replace('\'', '"'), values));
    assertTrue(refusal.getMessage().contains(reason), refusal.getMessage());
    assertTrue(refusal.getMessage().contains("broken.safetensors, byte "), refusal.getMessage());
    assertTrue(refusal.offset() >= 8, refusal.getMessage());
  }

  @Test
  void aHeaderInAnotherEncodingIsRefused() throws IOException {
    byte[] json = "{}".getBytes(StandardCharsets.UTF_16LE);
    ByteBuffer bytes = ByteBuffer.allocate(8 + json.length).order(ByteOrder.LITTLE_ENDIAN);
    assertEquals(9, refusal(bytes.putLong(json.length).put(json).array()).offset());
  }

  @Test
  void theRefusalNamesWhereTheTensorIsDeclared() throws IOException {
    String json =
        "{\"first\":{\"dtype\":\"U8\",\"shape\":[1],\"data_offsets\":[0,1]},"
            + "\"second\":{\"dtype\":\"U8\",\"shape\":[9],\"data_offsets\":[1,2]}}";
    assertEquals(8 + json.indexOf("\"second\""), refusal(file(json, 2)).offset());
  }

  @Test
  void tensorsAreGoneOnceTheFileIsClosed() throws IOException {
    Path file = Files.write(folder.resolve("closed.safetensors"), written());
    SafetensorsFile read = SafetensorsFile.open(file);
    TensorData tensor = read.weights().get("bias");
    read.close();
    assertThrows(IllegalStateException.class, tensor::toFloats);
    assertFalse(read.weights().names().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1 << 20})
  void lastingWeightsOutliveTheFileMappedOrCopied(long copiedUpTo) throws IOException {
    Path file = Files.write(folder.resolve("lasting.safetensors"), written());
    Weights lasting;
    try (SafetensorsFile read = SafetensorsFile.open(file)) {
      lasting = read.lastingWeights(copiedUpTo);
    }
    TensorData matrix = lasting.get("blocks.0.weight");
    assertEquals(copiedUpTo == 0, matrix.bytes().isMapped());
    assertArrayEquals(MATRIX, matrix.toFloats());
    matrix.release();
    assertArrayEquals(MATRIX, matrix.toFloats());
    assertArrayEquals(VECTOR, lasting.get("bias").toFloats());
  }

  @Test
  void theSumOfATensorDependsOnItsShapeItsTypeAndItsValues() {
    String sum = TensorData.of(Shape.of(2), 1, 2).sha256();
    assertEquals(sum, TensorData.of(Shape.of(2), 1, 2).sha256());
    assertNotEquals(sum, TensorData.of(Shape.of(1, 2), 1, 2).sha256());
    assertNotEquals(sum, TensorData.of(Shape.of(2), 1, 3).sha256());
    assertNotEquals(
        sum,
        new TensorData(Shape.of(4), DType.F16, TensorData.of(Shape.of(2), 1, 2).bytes()).sha256());
  }

  private SafetensorsException refusal(byte[] content) throws IOException {
    Path file = Files.write(folder.resolve("broken.safetensors"), content);
    return assertThrows(SafetensorsException.class, () -> SafetensorsFile.open(file).close());
  }

  private byte[] written() throws IOException {
    Path file = folder.resolve("small.safetensors");
    SafetensorsWriter.write(file, sample(), DType.F32, Map.of("format", "1"));
    return Files.readAllBytes(file);
  }

  private static byte[] file(String json, int values) {
    byte[] header = json.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(8 + header.length + values)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(header.length)
        .put(header)
        .array();
  }

  private static java.lang.foreign.MemorySegment bytes(int count) {
    return java.lang.foreign.MemorySegment.ofArray(new byte[count]);
  }

  private static Weights sample() {
    Map<String, TensorData> tensors = new LinkedHashMap<>();
    tensors.put("blocks.0.weight", TensorData.of(Shape.of(2, 3), MATRIX));
    tensors.put("scalar", TensorData.of(Shape.of(), 7));
    tensors.put("bias", TensorData.of(Shape.of(2), VECTOR));
    return Weights.of(tensors);
  }
}
