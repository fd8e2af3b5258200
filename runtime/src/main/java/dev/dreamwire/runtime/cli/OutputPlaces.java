package dev.dreamwire.runtime.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Finds out before work begins whether its results can be written. Stateless. */
final class OutputPlaces {
  private OutputPlaces() {}

  /**
   * Checks that a file can be made or replaced.
   *
   * @throws InputException if not
   */
  static Path file(Path file, CliContext context) {
    Path folder = file.toAbsolutePath().getParent();
    if (Files.isDirectory(file)) {
      throw context.bad("out.isFolder", file);
    }
    try {
      Files.delete(Files.createTempFile(folder, ".try", ".tmp"));
      return file;
    } catch (IOException e) {
      throw unwritable(file, e, context);
    }
  }

  /** The complaint about a place that cannot be written to. */
  static InputException unwritable(Path place, IOException e, CliContext context) {
    String reason =
        switch (e) {
          case AccessDeniedException denied -> context.texts().get("out.denied");
          case NoSuchFileException missing -> context.texts().get("out.noFolder");
          case FileSystemException known when known.getReason() != null -> known.getReason();
          default -> String.valueOf(e.getMessage());
        };
    return new InputException(context.texts().get("out.unwritable", place, reason), e);
  }
}
