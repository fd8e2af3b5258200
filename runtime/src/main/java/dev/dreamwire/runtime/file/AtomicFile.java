package dev.dreamwire.runtime.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

  private static void copy(Path from, WritableByteChannel out) throws IOException {
    writeFully(out, ByteBuffer.wrap(Files.readAllBytes(from)));
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
    removeLeftOvers(target);
    try {
      try (FileChannel out =
          FileChannel.open(temp, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        content.writeTo(out);
        out.force(true);
      }
      if (backup && Files.exists(target)) {
        write(target.resolveSibling(name + ".bak"), out -> copy(target, out), false);
      }
      Files.move(temp, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temp);
    }
  }

  /** Takes away what programs left that were killed while they wrote the same file. */
  private static void removeLeftOvers(Path target) throws IOException {
    String name = target.getFileName().toString();
    Pattern temps = Pattern.compile(Pattern.quote("." + name + ".") + "(\\d{1,18})-\\d+\\.tmp");
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(
            target.getParent(), file -> abandoned(temps.matcher(file.getFileName().toString())))) {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
  }

  private static boolean abandoned(Matcher temp) {
    return temp.matches() && ProcessHandle.of(Long.parseLong(temp.group(1))).isEmpty();
  }
}
