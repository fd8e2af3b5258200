package dev.dreamwire.runtime.tensor.script;

import dev.dreamwire.runtime.file.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * All numbers that a training step goes on from. In a file: a mark, the steps, how many arrays
 * follow, and each array's length before its values, all big-endian.
 *
 * @param steps taken so far
 * @param arrays weights, averages and optimiser state, in the program's order
 */
record TrainState(long steps, List<float[]> arrays) {
  private static final int MARK = 0x44575453;
  private static final int HEADER_BYTES = 2 * Integer.BYTES + Long.BYTES;
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
  private static final ValueLayout.OfFloat FLOAT =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

  /** Writes a state so that a stop at any moment leaves the old file or the new one. */
  static void write(Path file, long steps, List<float[]> arrays) {
    try {
      AtomicFile.write(
          file,
          out -> {
            ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
            header.putInt(MARK).putLong(steps).putInt(arrays.size());
            AtomicFile.writeFully(out, header.flip());
            for (float[] array : arrays) {
              int bytes = Math.multiplyExact(Math.addExact(array.length, 1), Float.BYTES);
              ByteBuffer values = ByteBuffer.allocate(bytes).putInt(array.length);
              values.asFloatBuffer().put(array);
              AtomicFile.writeFully(out, values.rewind());
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the checkpoint " + file, e);
    }
  }

  /**
   * Reads a state.
   *
   * @throws IllegalArgumentException if the file is no whole checkpoint; the message names the byte
   */
  static TrainState read(Path file) {
    try (FileChannel in = FileChannel.open(file);
        Arena arena = Arena.ofConfined()) {
      return new Reader(file, in.map(MapMode.READ_ONLY, 0, in.size(), arena)).state();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the checkpoint " + file, e);
    }
  }

  /** Goes through a file once. */
  private static final class Reader {
    private final Path file;
    private final MemorySegment bytes;
    private long at;

    Reader(Path file, MemorySegment bytes) {
      this.file = file;
      this.bytes = bytes;
    }

    TrainState state() {
      if (bytes.byteSize() < HEADER_BYTES || bytes.get(INT, at) != MARK) {
        throw new IllegalArgumentException(file + " is not a checkpoint");
      }
      long steps = bytes.get(LONG, Integer.BYTES);
      int count = bytes.get(INT, Integer.BYTES + Long.BYTES);
      at = HEADER_BYTES;
      if (steps < 0 || count < 0) {
        throw damaged("its header holds negative numbers");
      }
      List<float[]> arrays = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        arrays.add(array(i, count));
      }
      if (at < bytes.byteSize()) {
        throw damaged(bytes.byteSize() - at + " bytes follow its last array");
      }
      return new TrainState(steps, arrays);
    }

    private float[] array(int number, int count) {
      String name = "array " + (number + 1) + " of " + count;
      if (bytes.byteSize() - at < Integer.BYTES) {
        throw damaged("it ends before " + name);
      }
      int length = bytes.get(INT, at);
      long left = bytes.byteSize() - at - Integer.BYTES;
      if (length < 0 || (long) length * Float.BYTES > left) {
        throw damaged(name + " claims " + length + " values, " + left + " bytes follow");
      }
      float[] values = new float[length];
      MemorySegment.copy(bytes, FLOAT, at + Integer.BYTES, values, 0, length);
      at += Integer.BYTES + (long) length * Float.BYTES;
      return values;
    }

    private IllegalArgumentException damaged(String how) {
      return new IllegalArgumentException(
          "the checkpoint " + file + " is damaged at byte " + at + ": " + how);
    }
  }

  /** Checks that the state belongs to a model of these sizes. */
  void requireSizes(Path file, List<Long> sizes) {
    List<Long> mine = arrays.stream().map(a -> (long) a.length).toList();
    if (!mine.equals(sizes)) {
      throw new IllegalArgumentException(
          "the checkpoint " + file + " belongs to a model of another shape");
    }
  }
}
