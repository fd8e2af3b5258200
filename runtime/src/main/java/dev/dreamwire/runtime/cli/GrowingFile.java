package dev.dreamwire.runtime.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A file or folder that grows under a passing name beside its place and is moved there when it is
 * finished. What was not finished is removed, also when the process is told to end. Used by one
 * thread.
 */
final class GrowingFile implements AutoCloseable {
  private final Path path;
  private final Thread atTheEnd = Thread.ofPlatform().unstarted(this::remove);

  /** Takes over a file or folder that was just made under its passing name. */
  GrowingFile(Path path) {
    this.path = path;
    Runtime.getRuntime().addShutdownHook(atTheEnd);
  }

  /** Where it grows. */
  Path path() {
    return path;
  }

  /** Puts it in its place. */
  void moveTo(Path place) throws IOException {
    Files.move(path, place, StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * Removes what was not moved.
   *
   * @throws UncheckedIOException if it cannot be
   */
  @Override
  public void close() {
    remove();
    try {
      Runtime.getRuntime().removeShutdownHook(atTheEnd);
    } catch (IllegalStateException ending) {
      // The process ends, and the hook finds nothing left to remove.
    }
  }

  private void remove() {
    if (!Files.exists(path)) {
      return;
    }
    try (Stream<Path> content = Files.walk(path)) {
      for (Path each : content.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + path + ": " + e.getMessage(), e);
    }
  }
}
