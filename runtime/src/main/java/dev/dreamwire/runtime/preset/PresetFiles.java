package dev.dreamwire.runtime.preset;

import dev.dreamwire.api.node.NodeException;
import dev.dreamwire.runtime.text.Texts;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Finds the files that a preset names: relative to the preset, absolute, or {@code preset:path} for
 * one that ships. Immutable; safe on every thread.
 */
public final class PresetFiles {
  /** Where what ships lies on the class path. */
  static final String SHIPPED = "dreamwire/presets/";

  private static final String SCHEME = "preset:";

  private final Optional<Path> folder;
  private final ResourceFiles resources;

  /**
   * Finds files for one preset.
   *
   * @param folder the preset's own folder; empty for one that ships or is not saved yet
   */
  public PresetFiles(Optional<Path> folder, ResourceFiles resources) {
    this.folder = folder;
    this.resources = resources;
  }

  /**
   * The file of a name.
   *
   * @throws NodeException if there is none
   */
  public Path find(String name) {
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
    Path file = resolve(name, texts);
    if (!Files.isRegularFile(file)) {
      throw new NodeException(texts.get("find.missing", file));
    }
    return file;
  }

  private Path resolve(String name, Texts texts) {
    try {
      return folder.map(f -> f.resolve(name)).orElse(Path.of(name)).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw new NodeException(null, texts.get("find.badPath", name), e);
    }
  }
}
