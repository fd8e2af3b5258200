package dev.dreamwire.runtime.preset;

import dev.dreamwire.runtime.graph.Graph;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A preset and where it came from.
 *
 * @param preset the document
 * @param name a catalogue name or a file's path, for people and reports
 * @param file the file, empty for a preset that ships
 * @param files finds what the preset names
 */
public record LoadedPreset(Preset preset, String name, Optional<Path> file, PresetFiles files) {
  /** The same with another graph. */
  public LoadedPreset with(Graph graph) {
    return new LoadedPreset(preset.with(graph), name, file, files);
  }

  /** The same, called otherwise. */
  public LoadedPreset named(String newName) {
    return new LoadedPreset(preset, newName, file, files);
  }
}
