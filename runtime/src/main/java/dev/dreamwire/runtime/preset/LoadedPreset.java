package dev.dreamwire.runtime.preset;

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
public record LoadedPreset(Preset preset, String name, Optional<Path> file, PresetFiles files) {}
