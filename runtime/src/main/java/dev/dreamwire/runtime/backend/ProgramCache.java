package dev.dreamwire.runtime.backend;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dreamwire.runtime.file.Sha256;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Optimised programs on the disk, a folder each, named by its key. An entry is written beside and
 * moved into place when it is whole; one that is not what its list of files says, or that lies
 * under another key, is deleted when it is met. When all take more than the bound, those go first
 * that were not used for longest. Safe on every thread and beside other processes.
 */
public final class ProgramCache {
  private static final Logger LOG = LoggerFactory.getLogger(ProgramCache.class);
  private static final String LIST = "entry.json";
  private static final Pattern UNFINISHED =
      Pattern.compile("\\.[0-9a-f]{64}\\.(\\d{1,18})-\\d+\\.tmp");
  private static final Pattern ENTRY = Pattern.compile("[0-9a-f]{64}");

  private final Path folder;
  private final long bound;
  private final long smallest;

  /**
   * A cache.
   *
   * @param folder where it lies; made when needed
   * @param bound bytes that all entries may take
   * @param smallest bytes of weights from which a program is worth keeping
   */
  public ProgramCache(Path folder, long bound, long smallest) {
    this.folder = folder;
    this.bound = bound;
    this.smallest = smallest;
  }

  /** In a folder, bound to 16 GiB, for programs that take more than a moment to compile. */
  public static ProgramCache in(Path folder) {
    return new ProgramCache(folder, 16L << 30, 128L << 20);
  }

  /** Fills a folder with an entry's files. */
  @FunctionalInterface
  interface Filling {
    void fill(Path into) throws IOException;
  }

  /** What an entry says of itself: its key, and the sha256 of its files by their names. */
  private record Entry(String key, Map<String, String> files) {}

  /** Whether a program with so many bytes of weights is worth keeping. */
  boolean keeps(long weightBytes) {
    return weightBytes >= smallest;
  }

  /** The folder of an entry that is whole, if there is one. Reads all of it. */
  Optional<Path> find(ProgramKey key) {
    Path entry = folder.resolve(key.sha256());
    if (!Files.exists(entry)) {
      return Optional.empty();
    }
    try {
      Entry listed = new ObjectMapper().readValue(entry.resolve(LIST).toFile(), Entry.class);
      if (key.sha256().equals(listed.key()) && sums(entry).equals(listed.files())) {
        Files.setLastModifiedTime(entry, FileTime.from(Instant.now()));
        return Optional.of(entry);
      }
      LOG.warn("{} is not what it was written as and is made again", entry);
    } catch (IOException e) {
      LOG.warn("{} cannot be read and is made again", entry, e);
    }
    remove(key);
    return Optional.empty();
  }

  /**
   * Makes an entry.
   *
   * @param bytes that it will take, about
   * @return its folder
   * @throws IOException if it cannot be written; nothing is left behind
   */
  Path store(ProgramKey key, long bytes, Filling filling) throws IOException {
    Files.createDirectories(folder);
    removeUnfinished();
    trim(Math.max(0, bound - bytes));
    if (Files.getFileStore(folder).getUsableSpace() < 2 * bytes) {
      throw new FileSystemException(
          folder.toString(), null, "the disk has less than twice " + bytes + " bytes free");
    }
    Path unfinished =
        folder.resolve(
            "."
                + key.sha256()
                + "."
                + ProcessHandle.current().pid()
                + "-"
                + System.nanoTime()
                + ".tmp");
    try {
      Files.createDirectory(unfinished);
      filling.fill(unfinished);
      Entry entry = new Entry(key.sha256(), sums(unfinished));
      Files.write(unfinished.resolve(LIST), new ObjectMapper().writeValueAsBytes(entry));
      return move(unfinished, folder.resolve(key.sha256()));
    } finally {
      delete(unfinished);
    }
  }

  /** Forgets an entry that turned out to be of no use. */
  void remove(ProgramKey key) {
    delete(folder.resolve(key.sha256()));
  }

  /** Another process may have been first; its entry is as good. */
  private static Path move(Path unfinished, Path entry) throws IOException {
    try {
      return Files.move(unfinished, entry, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      if (Files.isRegularFile(entry.resolve(LIST))) {
        return entry;
      }
      throw e;
    }
  }

  private static Map<String, String> sums(Path entry) throws IOException {
    Map<String, String> out = new TreeMap<>();
    for (Path file : files(entry)) {
      String name = file.getFileName().toString();
      if (!name.equals(LIST)) {
        out.put(name, Sha256.of(file));
      }
    }
    return out;
  }

  /** Takes away what was not used for longest until the rest fits. */
  private void trim(long most) throws IOException {
    List<Path> newestFirst =
        files(folder).stream()
            .filter(entry -> ENTRY.matcher(entry.getFileName().toString()).matches())
            .sorted(Comparator.comparing(ProgramCache::used).reversed())
            .toList();
    long sum = 0;
    for (Path entry : newestFirst) {
      sum += size(entry);
      if (sum > most) {
        delete(entry);
      }
    }
  }

  /** Takes away what programs left that were killed while they wrote. */
  private void removeUnfinished() throws IOException {
    for (Path file : files(folder)) {
      Matcher name = UNFINISHED.matcher(file.getFileName().toString());
      if (name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty()) {
        delete(file);
      }
    }
  }

  private static FileTime used(Path entry) {
    try {
      return Files.getLastModifiedTime(entry);
    } catch (IOException e) {
      LOG.debug("{} went away", entry, e);
      return FileTime.from(Instant.EPOCH);
    }
  }

  private static long size(Path entry) throws IOException {
    long sum = 0;
    for (Path file : files(entry)) {
      sum += Files.size(file);
    }
    return sum;
  }

  private static List<Path> files(Path in) throws IOException {
    try (Stream<Path> files = Files.list(in)) {
      return files.toList();
    }
  }

  /** A file that another process has open cannot be deleted everywhere; it goes another time. */
  private static void delete(Path entry) {
    try {
      if (Files.isDirectory(entry)) {
        for (Path file : files(entry)) {
          Files.deleteIfExists(file);
        }
      }
      Files.deleteIfExists(entry);
    } catch (IOException e) {
      LOG.warn("{} could not be deleted", entry, e);
    }
  }
}
