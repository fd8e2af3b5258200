package dev.dreamwire.runtime.preset;

import dev.dreamwire.api.node.NodeException;
import dev.dreamwire.runtime.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the files that a preset names: relative to the preset, absolute, {@code preset:path} for
 * one that ships, or {@code model:path} for one that this person installed. Model files are held
 * against the sums that the preset was saved with. Safe on every thread; finding a model file reads
 * all of it the first time, so that is no work for the window's thread.
 */
public final class PresetFiles {
  /** Where what ships lies on the class path. */
  static final String SHIPPED = "dreamwire/presets/";

  private static final String SCHEME = "preset:";
  private static final String INSTALLED = "model:";

  private final Optional<Path> folder;
  private final ResourceFiles resources;
  private final Map<String, String> expected;
  private final FileSums sums;

  /**
   * Finds files for one preset.
   *
   * @param folder the preset's own folder; empty for one that ships or is not saved yet
   */
  public PresetFiles(Optional<Path> folder, ResourceFiles resources) {
    this(folder, resources, Map.of(), new FileSums());
  }

  private PresetFiles(
      Optional<Path> folder, ResourceFiles resources, Map<String, String> expected, FileSums sums) {
    this.folder = folder;
    this.resources = resources;
    this.expected = expected;
    this.sums = sums;
  }

  /** The same, refusing model files whose sums are others than these models say. */
  public PresetFiles expecting(List<Preset.Model> models) {
    Map<String, String> known = new HashMap<>();
    models.stream()
        .filter(model -> !model.sha256().isBlank())
        .forEach(model -> known.put(model.file(), model.sha256()));
    return new PresetFiles(folder, resources, Map.copyOf(known), sums);
  }

  /**
   * The file of a name.
   *
   * @throws NodeException if there is none, or it is another than the preset was saved with
   */
  public Path find(String name) {
    Path file = locate(name);
    String sum = expected.get(name);
    if (sum != null) {
      String found = sum(file);
      if (!found.equalsIgnoreCase(sum)) {
        throw new NodeException(
            Texts.display(PresetFile.TEXTS).get("find.changed", file, sum, found));
      }
    }
    return file;
  }

  /**
   * SHA-256 of the file of a name as it is now, in lower-case hexadecimal.
   *
   * @throws NodeException if there is none, or it cannot be read
   */
  String sha256(String name) {
    return sum(locate(name));
  }

  private String sum(Path file) {
    try {
      return sums.of(file);
    } catch (IOException e) {
      Texts texts = Texts.display(PresetFile.TEXTS);
      throw new NodeException(
          null, file + ": " + texts.get("file.unreadable", PresetFile.reason(e, texts)), e);
    }
  }

  private Path locate(String name) {
    Texts texts = Texts.display(PresetFile.TEXTS);
    if (name.isBlank()) {
      throw new NodeException(texts.get("find.empty"));
    }
    if (name.startsWith(SCHEME)) {
      String path = name.substring(SCHEME.length());
      if (path.startsWith("/") || path.contains("..")) {
        throw new NodeException(texts.get("find.outside", name));
      }
      return resources
          .file(SHIPPED + path)
          .orElseThrow(() -> new NodeException(texts.get("find.notShipped", name)));
    }
    if (name.startsWith(INSTALLED)) {
      return installed(name, texts);
    }
    Path file = resolve(name, texts);
    if (!Files.isRegularFile(file)) {
      throw new NodeException(texts.get("find.missing", file));
    }
    return file;
  }

  private static Path installed(String name, Texts texts) {
    String path = name.substring(INSTALLED.length());
    if (path.startsWith("/") || path.contains("..")) {
      throw new NodeException(texts.get("find.outside", name));
    }
    Path folder = PlatformFolders.current().models();
    try {
      Path file = folder.resolve(path);
      if (!Files.isRegularFile(file)) {
        throw new NodeException(texts.get("find.notInstalled", file));
      }
      return file;
    } catch (InvalidPathException e) {
      throw new NodeException(null, texts.get("find.badPath", name), e);
    }
  }

  private Path resolve(String name, Texts texts) {
    try {
      return folder.map(f -> f.resolve(name)).orElse(Path.of(name)).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw new NodeException(null, texts.get("find.badPath", name), e);
    }
  }
}
