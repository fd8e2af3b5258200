package dev.dreamwire.runtime.preset;

import dev.dreamwire.runtime.file.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * SHA-256 sums of files. A file whose size and time stand as they were is not read again, so that a
 * graph can be planned often. Safe on every thread.
 */
final class FileSums {
  private record Seen(long size, FileTime modified, String sha256) {
    boolean stands(BasicFileAttributes now) {
      return size == now.size() && modified.equals(now.lastModifiedTime());
    }
  }

  private final Map<Path, Seen> seen = new ConcurrentHashMap<>();

  /** The sum of a file in lower-case hexadecimal. Reads all of it. */
  String of(Path file) throws IOException {
    BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
    Seen known = seen.get(file);
    if (known == null || !known.stands(now)) {
      known = new Seen(now.size(), now.lastModifiedTime(), Sha256.of(file));
      seen.put(file, known);
    }
    return known.sha256();
  }
}
