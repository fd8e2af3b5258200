package dev.dreamwire.studio.document;

import dev.dreamwire.runtime.file.AtomicFile;
import dev.dreamwire.runtime.preset.Preset;
import dev.dreamwire.runtime.preset.PresetException;
import dev.dreamwire.runtime.preset.PresetFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies of documents that are not saved, in a folder of their own, named after the program that
 * edits them. A copy whose program no longer runs was left by a crash. The files that the documents
 * would be saved to are never touched. Safe on every thread.
 */
public final class Recovery {
  private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

  /** Field of a copy that holds the path of the file it would be saved to. */
  private static final String ORIGIN = "recoveredFrom";

  private final Path folder;
  private final String own;

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
    this.own = process.pid() + "-" + started(process) + "-";
  }

  private Path copy(int document) {
    return folder.resolve(own + document + PresetFile.EXTENSION);
  }

  /**
   * Keeps a copy in place of the last one.
   *
   * @param document tells documents of this program apart
   * @throws UncheckedIOException if it cannot be written
   */
  public synchronized void keep(int document, Unsaved unsaved) {
    Path file = copy(document);
    Map<String, Object> extra = new LinkedHashMap<>(unsaved.preset().extra());
    unsaved.file().ifPresent(f -> extra.put(ORIGIN, f.toAbsolutePath().toString()));
    try {
      Files.createDirectories(folder);
      AtomicFile.write(file, PresetFile.format(unsaved.preset().withExtra(extra)));
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": " + e.getMessage(), e);
    }
  }

  /** Drops a copy: the document is saved or was given up. */
  public void drop(int document) {
    drop(copy(document));
  }

  /** Drops a copy that was {@linkplain #left left}. */
  public synchronized void drop(Path copy) {
    try {
      Files.deleteIfExists(copy);
    } catch (IOException e) {
      LOG.warn("{} could not be deleted", copy, e);
    }
  }

  /** The copies that crashed programs left and that can be read, the latest first. */
  public List<Left> left() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> copies =
          files
              .filter(file -> file.getFileName().toString().endsWith(PresetFile.EXTENSION))
              .filter(file -> !stillRuns(file))
              .sorted(Comparator.comparing(Recovery::modified).reversed())
              .toList();
      return copies.stream().flatMap(file -> read(file).stream()).toList();
    } catch (IOException e) {
      LOG.warn("{} cannot be listed", folder, e);
      return List.of();
    }
  }

  /** A copy that a crash left. */
  public record Left(Path copy, Unsaved unsaved) {}

  private static Optional<Left> read(Path file) {
    try {
      Preset preset = PresetFile.read(file);
      Map<String, Object> extra = new LinkedHashMap<>(preset.extra());
      Optional<Path> origin =
          Optional.ofNullable(extra.remove(ORIGIN)).map(Object::toString).map(Path::of);
      return Optional.of(new Left(file, new Unsaved(preset.withExtra(extra), origin)));
    } catch (PresetException | InvalidPathException e) {
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
