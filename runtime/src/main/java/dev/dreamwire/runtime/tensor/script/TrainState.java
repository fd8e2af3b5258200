package dev.dreamwire.runtime.tensor.script;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * All numbers that a training step goes on from.
 *
 * @param steps taken so far
 * @param arrays weights, averages and optimiser state, in the program's order
 */
record TrainState(long steps, List<float[]> arrays) {
  private static final int MAGIC = 0x44575453;

  /** Writes a state so that a stop at any moment leaves the old file or the new one. */
  static void write(Path file, long steps, List<float[]> arrays) {
    Path fresh = file.resolveSibling(file.getFileName() + ".tmp");
    try (FileChannel channel =
        FileChannel.open(
            fresh,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      DataOutputStream out =
          new DataOutputStream(
              new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16));
      out.writeInt(MAGIC);
      out.writeLong(steps);
      out.writeInt(arrays.size());
      for (float[] array : arrays) {
        out.writeInt(array.length);
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(array.length, 4));
        bytes.asFloatBuffer().put(array);
        out.write(bytes.array());
      }
      out.flush();
      channel.force(true);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the checkpoint " + file, e);
    }
  }

  static TrainState read(Path file) {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
      if (in.readInt() != MAGIC) {
        throw new IllegalArgumentException(file + " is not a checkpoint");
      }
      long steps = in.readLong();
      int count = in.readInt();
      List<float[]> arrays = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        int length = in.readInt();
        float[] array = new float[length];
        ByteBuffer.wrap(in.readNBytes(Math.multiplyExact(length, 4))).asFloatBuffer().get(array);
        arrays.add(array);
      }
      return new TrainState(steps, arrays);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the checkpoint " + file, e);
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
