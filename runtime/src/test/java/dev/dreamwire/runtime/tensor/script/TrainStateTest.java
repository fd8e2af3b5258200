package dev.dreamwire.runtime.tensor.script;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainStateTest {
  private static final int FIRST_LENGTH_AT = 16;

  @TempDir Path folder;
  private Path file;
  private byte[] whole;

  @BeforeEach
  void write() throws IOException {
    file = folder.resolve("denoiser.checkpoint");
    TrainState.write(file, 7, List.of(new float[] {1, -2.5f, Float.NaN}, new float[] {}));
    whole = Files.readAllBytes(file);
  }

  @Test
  void whatIsWrittenReadsBack() {
    TrainState state = TrainState.read(file);
    assertEquals(7, state.steps());
    assertArrayEquals(new float[] {1, -2.5f, Float.NaN}, state.arrays().get(0));
    assertEquals(0, state.arrays().get(1).length);
  }

  @Test
  void aFileThatEndsAnywhereIsRefusedByName() throws IOException {
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertRefused("denoiser.checkpoint");
    }
  }

  @Test
  void moreBytesThanAnnouncedAreRefused() throws IOException {
    Files.write(file, Arrays.copyOf(whole, whole.length + 3));
    assertRefused("at byte " + whole.length + ": 3 bytes follow");
  }

  @Test
  void aLengthThatTheFileCannotHoldIsRefusedBeforeMemoryIsTaken() throws IOException {
    for (int length : new int[] {Integer.MAX_VALUE, -1, 5}) {
      byte[] damaged = whole.clone();
      ByteBuffer.wrap(damaged).putInt(FIRST_LENGTH_AT, length);
      Files.write(file, damaged);
      assertRefused("at byte 16: array 1 of 2 claims " + length + " values");
    }
  }

  private void assertRefused(String expected) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> TrainState.read(file)).getMessage();
    assertTrue(message.contains(expected), message);
  }
}
