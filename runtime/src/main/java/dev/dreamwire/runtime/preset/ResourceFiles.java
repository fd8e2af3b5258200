package dev.dreamwire.runtime.preset;

import dev.dreamwire.runtime.file.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Resources of the class path as files that can be mapped. What lies in a jar is copied once to the
 * cache, under the sha256 of its content, so that an update never meets an old copy. Safe on every
 * thread and beside other processes.
 */
public final class ResourceFiles {
  private final ClassLoader loader;
  private final Path cache;

  /**
   * Serves the resources of a loader.
   *
   * @param cache where copies go; made when needed
   */
  public ResourceFiles(ClassLoader loader, Path cache) {
    this.loader = loader;
    this.cache = cache;
  }

  /** Serves what ships with the program, with copies in the platform's cache folder. */
  public static ResourceFiles shipped() {
    return new ResourceFiles(
        ResourceFiles.class.getClassLoader(),
        PlatformFolders.current().cache().resolve("resources"));
  }

  /** Opens a resource, if there is one of that name. */
  Optional<InputStream> open(String resource) {
    return Optional.ofNullable(loader.getResourceAsStream(resource));
  }

  /**
   * A file with a resource's content, if there is one of that name.
   *
   * @throws UncheckedIOException if the copy cannot be made
   */
  public Optional<Path> file(String resource) {
    URL url = loader.getResource(resource);
    if (url == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          url.getProtocol().equals("file")
              ? Path.of(URI.create(url.toString()))
              : extract(url, resource.substring(resource.lastIndexOf('/') + 1)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot copy " + resource + " to " + cache, e);
    }
  }

  private Path extract(URL url, String name) throws IOException {
    Files.createDirectories(cache);
    Path temp = Files.createTempFile(cache, "copy", ".tmp");
    try {
      MessageDigest digest = Sha256.digest();
      try (InputStream in = url.openStream();
          OutputStream out = new DigestOutputStream(Files.newOutputStream(temp), digest)) {
        in.transferTo(out);
      }
      Path folder = cache.resolve(HexFormat.of().formatHex(digest.digest()));
      Path file = folder.resolve(name);
      if (!Files.exists(file)) {
        Files.createDirectories(folder);
        move(temp, file);
      }
      return file;
    } finally {
      Files.deleteIfExists(temp);
    }
  }

  /** Another process may have been first; its copy is as good. */
  private static void move(Path temp, Path file) throws IOException {
    try {
      Files.move(temp, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException e) {
      if (!Files.isRegularFile(file)) {
        throw e;
      }
    }
  }
}
