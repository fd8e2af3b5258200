package dev.dreamwire.runtime.preset;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * Where this platform wants a program's files. The system property {@code dreamwire.home} moves all
 * of them, for tests and for running from a stick.
 *
 * @param config preferences and what must not be lost
 * @param cache what can be made again
 */
public record PlatformFolders(Path config, Path cache) {
  /** Where jars with nodes of other makers are put. */
  public Path plugins() {
    return config.resolve("plugins");
  }

  /** The folders of this person on this machine. They need not exist yet. */
  public static PlatformFolders current() {
    return of(
        System.getProperty("dreamwire.home"),
        System.getProperty("os.name"),
        Path.of(System.getProperty("user.home")),
        System.getenv());
  }

  /** Models that this person installed. */
  public Path models() {
    return config.resolve("models");
  }

  /** Large programs as they were compiled. */
  public Path programs() {
    return cache.resolve("programs");
  }

  static PlatformFolders of(String moved, String os, Path home, Map<String, String> environment) {
    if (moved != null) {
      return new PlatformFolders(Path.of(moved, "config"), Path.of(moved, "cache"));
    }
    String system = os.toLowerCase(Locale.ROOT);
    if (system.startsWith("windows")) {
      Path local =
          folder(environment.get("LOCALAPPDATA"), home.resolve("AppData").resolve("Local"))
              .resolve("Dreamwire");
      return new PlatformFolders(local.resolve("Config"), local.resolve("Cache"));
    }
    if (system.startsWith("mac")) {
      Path library = home.resolve("Library");
      return new PlatformFolders(
          library.resolve("Application Support").resolve("Dreamwire"),
          library.resolve("Caches").resolve("Dreamwire"));
    }
    return new PlatformFolders(
        folder(environment.get("XDG_CONFIG_HOME"), home.resolve(".config")).resolve("dreamwire"),
        folder(environment.get("XDG_CACHE_HOME"), home.resolve(".cache")).resolve("dreamwire"));
  }

  private static Path folder(String set, Path otherwise) {
    return set == null || set.isBlank() ? otherwise : Path.of(set);
  }
}
