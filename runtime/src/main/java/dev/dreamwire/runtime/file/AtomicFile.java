package dev.dreamwire.runtime.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes files whole or not at all. Stateless; safe on every thread. */
public final class AtomicFile {
  /** Writes a file's content from its first byte to its last. */
  @FunctionalInterface
  public interface Content {
    /** Writes all of it. */
    void writeTo(WritableByteChannel out) throws IOException;
  }

  private AtomicFile() {}

  /**
   * Writes beside the file, forces it to the disk and moves it in place.
   *
   * @throws IOException if that fails; the old file is then as it was and nothing is left behind
   */
  public static void write(Path file, byte[] content) throws IOException {
    write(file, content(content), false);
  }

  /** The same, for content that is too large to hold in one array. */
  public static void write(Path file, Content content) throws IOException {
    write(file, content, false);
  }

  /** The same; what was there before is kept beside it as {@code NAME.bak}. */
  public static void writeKeepingBackup(Path file, byte[] content) throws IOException {
    write(file, content(content), true);
  }

  /** Writes all bytes of a buffer; a channel may take them a part at a time. */
  public static void writeFully(WritableByteChannel out, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      out.write(bytes);
    }
  }

  private static Content content(byte[] bytes) {
    return out -> writeFully(out, ByteBuffer.wrap(bytes));
  }

  private static void write(Path file, Content content, boolean backup) throws IOException {
    Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    if (Files.isDirectory(target)) {
      throw new FileSystemException(target.toString(), null, "is a folder");
    }
    String name = target.getFileName().toString();
    Path temp =
        target.resolveSibling(
            "." + name + "." + ProcessHandle.current().pid() + "-" + System.nanoTime() + ".tmp");
    try {
      try (FileChannel out =
          FileChannel.open(temp, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        content.writeTo(out);
        out.force(true);
      }
      if (backup && Files.exists(target)) {
        Files.copy(
            target, target.resolveSibling(name + ".bak"), StandardCopyOption.REPLACE_EXISTING);
      }
      Files.move(temp, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temp);
    }
  }
}
