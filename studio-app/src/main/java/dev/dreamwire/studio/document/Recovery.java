package dev.dreamwire.studio.document;

import dev.dreamwire.runtime.file.AtomicFile;
import dev.dreamwire.runtime.preset.Preset;
import dev.dreamwire.runtime.preset.PresetException;
import dev.dreamwire.runtime.preset.PresetFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies of documents that are not saved, one a running program, in a folder of their own. A copy
 * whose program no longer runs was left by a crash. Safe on every thread.
 */
public final class Recovery {
  private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

  private final Path folder;
  private final Path own;

  /**
   * Keeps copies in a folder.
   *
   * @param folder made when needed
   */
  public Recovery(Path folder) {
    this(folder, ProcessHandle.current());
  }

  Recovery(Path folder, ProcessHandle process) {
    this.folder = folder;
    this.own = folder.resolve(process.pid() + "-" + started(process) + PresetFile.EXTENSION);
  }

  /**
   * Keeps a copy in place of the last one.
   *
   * @throws UncheckedIOException if it cannot be written
   */
  public synchronized void keep(Preset preset) {
    try {
      Files.createDirectories(folder);
      AtomicFile.write(own, PresetFile.format(preset));
    } catch (IOException e) {
      throw new UncheckedIOException(own + ": " + e.getMessage(), e);
    }
  }

  /** Drops the copy: the document is saved or was given up. */
  public void drop() {
    drop(own);
  }

  /** Drops a copy that was {@linkplain #left left}. */
  public synchronized void drop(Path copy) {
    try {
      Files.deleteIfExists(copy);
    } catch (IOException e) {
      LOG.warn("{} could not be deleted", copy, e);
    }
  }

  /** The latest copy that a crashed program left, if there is one that can be read. */
  public Optional<Left> left() {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> copies =
          files
              .filter(file -> file.getFileName().toString().endsWith(PresetFile.EXTENSION))
              .filter(file -> !stillRuns(file))
              .sorted(Comparator.comparing(Recovery::modified).reversed())
              .toList();
      return copies.stream().flatMap(file -> read(file).stream()).findFirst();
    } catch (IOException e) {
      LOG.warn("{} cannot be listed", folder, e);
      return Optional.empty();
    }
  }

  /** A copy that a crash left. */
  public record Left(Path copy, Preset preset) {}

  private static Optional<Left> read(Path file) {
    try {
      return Optional.of(new Left(file, PresetFile.read(file)));
    } catch (PresetException e) {
      LOG.warn("a recovery copy cannot be read and is left alone: {}", e.getMessage());
      return Optional.empty();
    }
  }

  /** Process numbers are used again, so the start time has to agree as well. */
  private static boolean stillRuns(Path file) {
    String[] parts = file.getFileName().toString().split("[-.]");
    if (parts.length < 2 || !parts[0].matches("\\d{1,18}")) {
      return false;
    }
    return ProcessHandle.of(Long.parseLong(parts[0]))
        .filter(process -> started(process).equals(parts[1]))
        .isPresent();
  }

  private static String started(ProcessHandle process) {
    return Long.toString(process.info().startInstant().map(Instant::toEpochMilli).orElse(0L));
  }

  private static long modified(Path file) {
    try {
      return Files.getLastModifiedTime(file).toMillis();
    } catch (IOException e) {
      LOG.debug("{} went away", file, e);
      return 0;
    }
  }
}
