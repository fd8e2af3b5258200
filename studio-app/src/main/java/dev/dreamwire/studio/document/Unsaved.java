package dev.dreamwire.studio.document;

import dev.dreamwire.runtime.preset.Preset;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What would be lost if the program ended now.
 *
 * @param preset as it is now
 * @param file where it would be saved; empty if it has no file yet
 */
public record Unsaved(Preset preset, Optional<Path> file) {}
