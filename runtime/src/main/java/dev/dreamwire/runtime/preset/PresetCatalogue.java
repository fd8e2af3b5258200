package dev.dreamwire.runtime.preset;

import dev.dreamwire.runtime.text.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The presets that ship, by name, and files as a second way to name a preset. What ships is listed
 * in the resource {@code dreamwire/presets/index.json}. Immutable; safe on every thread.
 */
public final class PresetCatalogue {
  /** Means whichever preset the catalogue marks as the one to open with. */
  public static final String DEFAULT = "default";

  private static final String INDEX = PresetFiles.SHIPPED + "index.json";

  private final ResourceFiles resources;
  private final Map<String, String> filesByName;
  private final String defaultName;

  /**
   * Reads the list of what ships; it is empty where nothing does.
   *
   * @throws PresetException if the list is broken
   */
  public PresetCatalogue(ResourceFiles resources) {
    this.resources = resources;
    Map<String, String> files = new LinkedHashMap<>();
    String first = DEFAULT;
    Optional<byte[]> index = bytes(INDEX);
    if (index.isPresent()) {
      LocatedJson root = LocatedJson.parse(INDEX, index.get(), Texts.display(PresetFile.TEXTS));
      root.require("presets").fields().forEach((name, file) -> files.put(name, file.text()));
      first = root.require("default").text();
    }
    this.filesByName = Collections.unmodifiableMap(files);
    this.defaultName = first;
  }

  /** What ships with the program. */
  public static PresetCatalogue shipped() {
    return new PresetCatalogue(ResourceFiles.shipped());
  }

  /** Names of the presets that ship, in the order to show them. */
  public Set<String> names() {
    return filesByName.keySet();
  }

  /** The name of the preset that {@link #DEFAULT} stands for; any other name stands for itself. */
  public String named(String name) {
    return name.equals(DEFAULT) ? defaultName : name;
  }

  /**
   * Opens a preset.
   *
   * @param name one of {@link #names}, {@link #DEFAULT}, or a file's path
   * @throws PresetException if there is neither, or the file is not a preset
   */
  public LoadedPreset open(String name) {
    String shipped = filesByName.get(named(name));
    if (shipped == null) {
      return openFile(name);
    }
    byte[] json =
        bytes(PresetFiles.SHIPPED + shipped)
            .orElseThrow(
                () ->
                    new PresetException(
                        Texts.display(PresetFile.TEXTS).get("catalogue.damaged", shipped), null));
    Preset preset = PresetFile.parse(shipped, json);
    return new LoadedPreset(
        preset,
        name,
        Optional.empty(),
        new PresetFiles(Optional.empty(), resources).expecting(preset.models()));
  }

  private LoadedPreset openFile(String name) {
    Texts texts = Texts.display(PresetFile.TEXTS);
    Path file;
    try {
      file = Path.of(name);
    } catch (InvalidPathException e) {
      throw new PresetException(texts.get("find.badPath", name), e);
    }
    if (!Files.exists(file)) {
      throw new PresetException(
          name + ": " + texts.get("catalogue.missing", String.join(", ", names())), null);
    }
    return open(file);
  }

  /**
   * Opens a preset's file. One that travelled in a picture has no file of its own, so that saving
   * never writes over the picture.
   *
   * @throws PresetException if it is not a preset
   */
  public LoadedPreset open(Path file) {
    Preset preset = PresetFile.read(file);
    return new LoadedPreset(
        preset,
        file.toString(),
        PresetPicture.isPicture(file) ? Optional.empty() : Optional.of(file),
        new PresetFiles(Optional.ofNullable(file.toAbsolutePath().getParent()), resources)
            .expecting(preset.models()));
  }

  private Optional<byte[]> bytes(String resource) {
    return resources
        .open(resource)
        .map(
            stream -> {
              try (InputStream in = stream) {
                return in.readAllBytes();
              } catch (IOException e) {
                throw new UncheckedIOException("cannot read the resource " + resource, e);
              }
            });
  }
}
