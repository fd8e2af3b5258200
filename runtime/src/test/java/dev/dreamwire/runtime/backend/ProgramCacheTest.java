package dev.dreamwire.runtime.backend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.runtime.tensor.Precision;
import dev.dreamwire.runtime.tensor.Weights;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProgramCacheTest {
  private static final long BOUND = 1L << 30;

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(Precision.class)
  void aKeptProgramGivesTheSameNumbersAndIsNotMadeAgain(Precision precision) throws IOException {
    float[] anew = run(new CpuBackend(), precision, LinearModel.weights());
    assertArrayEquals(anew, run(kept(BOUND), precision, LinearModel.weights()));
    Path entry = onlyEntry();
    Object made = Files.readAttributes(entry, "creationTime,fileKey").toString();
    assertArrayEquals(anew, run(kept(BOUND), precision, LinearModel.weights()));
    assertEquals(entry, onlyEntry());
    assertEquals(made, Files.readAttributes(entry, "creationTime,fileKey").toString());
  }

  @Test
  void otherWeightsAndOtherPrecisionsAreOtherPrograms() throws IOException {
    float[] first = run(kept(BOUND), Precision.F32, LinearModel.weights());
    float[] other = run(kept(BOUND), Precision.F32, LinearModel.otherWeights());
    assertNotEquals(first[0], other[0]);
    run(kept(BOUND), Precision.INT8, LinearModel.weights());
    assertEquals(3, entries().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {OrtSessions.GRAPH_FILE, OrtSessions.WEIGHTS_FILE, "entry.json"})
  void aTruncatedFileIsFoundAndTheProgramMadeAgain(String file) throws IOException {
    float[] anew = run(kept(BOUND), Precision.F32, LinearModel.weights());
    Path damaged = onlyEntry().resolve(file);
    long whole = Files.size(damaged);
    try (FileChannel channel = FileChannel.open(damaged, StandardOpenOption.WRITE)) {
      channel.truncate(whole / 2);
    }
    assertArrayEquals(anew, run(kept(BOUND), Precision.F32, LinearModel.weights()));
    assertEquals(whole, Files.size(damaged));
  }

  @Test
  void aChangedByteIsFound() throws IOException {
    float[] anew = run(kept(BOUND), Precision.F32, LinearModel.weights());
    Path damaged = onlyEntry().resolve(OrtSessions.WEIGHTS_FILE);
    byte[] bytes = Files.readAllBytes(damaged);
    bytes[bytes.length / 2] ^= 0x40;
    Files.write(damaged, bytes);
    assertArrayEquals(anew, run(kept(BOUND), Precision.F32, LinearModel.weights()));
  }

  @Test
  void anEntryUnderAnotherKeyIsNotTrusted() throws IOException {
    float[] right = run(kept(BOUND), Precision.F32, LinearModel.weights());
    Path mine = onlyEntry();
    run(kept(BOUND), Precision.F32, LinearModel.otherWeights());
    Path foreign = entries().stream().filter(e -> !e.equals(mine)).findFirst().orElseThrow();
    for (String file : List.of(OrtSessions.GRAPH_FILE, OrtSessions.WEIGHTS_FILE, "entry.json")) {
      Files.copy(foreign.resolve(file), mine.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
    assertArrayEquals(right, run(kept(BOUND), Precision.F32, LinearModel.weights()));
  }

  @Test
  void whatWasNotUsedForLongestGoesWhenTheBoundIsReached() throws IOException {
    run(kept(BOUND), Precision.F32, LinearModel.weights());
    Path first = onlyEntry();
    run(kept(BOUND), Precision.F32, LinearModel.otherWeights());
    Path second = entries().stream().filter(e -> !e.equals(first)).findFirst().orElseThrow();
    Files.setLastModifiedTime(second, FileTime.from(Instant.EPOCH));
    long room = size(first) * 3 / 2;
    run(kept(room), Precision.INT8, LinearModel.weights());
    assertTrue(Files.exists(first), "the one in use went");
    assertFalse(Files.exists(second));
  }

  @Test
  void whatAKilledProcessLeftIsTakenAway() throws IOException {
    Path left = folder.resolve("." + "0".repeat(64) + ".999999999999-1.tmp");
    Files.createDirectory(left);
    Files.writeString(left.resolve(OrtSessions.WEIGHTS_FILE), "half");
    run(kept(BOUND), Precision.F32, LinearModel.weights());
    assertFalse(Files.exists(left));
  }

  @Test
  void aProgramPlaysAlsoWhereNothingCanBeKept() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "no folder");
    Backend backend = new CpuBackend(new ProgramCache(file, BOUND, 0));
    assertArrayEquals(
        run(new CpuBackend(), Precision.F32, LinearModel.weights()),
        run(backend, Precision.F32, LinearModel.weights()));
  }

  @Test
  void smallProgramsAreNotKept() throws IOException {
    Backend backend = new CpuBackend(new ProgramCache(folder, BOUND, 8L << 20));
    run(backend, Precision.F32, LinearModel.weights());
    assertEquals(List.of(), entries());
  }

  private Backend kept(long bound) {
    return new CpuBackend(new ProgramCache(folder, bound, 0));
  }

  private static float[] run(Backend backend, Precision precision, Weights weights) {
    CompileOptions options = new CompileOptions(precision, 1, false);
    Map<String, float[]> fed = Map.of("x", LinearModel.input());
    return BackendCheck.run(backend, options, LinearModel.program(weights), fed).get("y");
  }

  private Path onlyEntry() throws IOException {
    List<Path> all = entries();
    assertEquals(1, all.size(), all.toString());
    return all.getFirst();
  }

  private List<Path> entries() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.toList();
    }
  }

  private static long size(Path entry) throws IOException {
    try (Stream<Path> files = Files.list(entry)) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    }
  }
}
