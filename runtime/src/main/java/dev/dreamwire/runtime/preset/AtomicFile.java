package dev.dreamwire.runtime.preset;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes files whole or not at all. Stateless; safe on every thread. */
public final class AtomicFile {
  private AtomicFile() {}

  /**
   * Writes beside the file, forces it to the disk and moves it in place.
   *
   * @throws IOException if that fails; the old file is then as it was and nothing is left behind
   */
  public static void write(Path file, byte[] content) throws IOException {
    write(file, content, false);
  }

  /** The same; what was there before is kept beside it as {@code NAME.bak}. */
  public static void writeKeepingBackup(Path file, byte[] content) throws IOException {
    write(file, content, true);
  }

  private static void write(Path file, byte[] content, boolean backup) throws IOException {
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
        ByteBuffer bytes = ByteBuffer.wrap(content);
        while (bytes.hasRemaining()) {
          out.write(bytes);
        }
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
