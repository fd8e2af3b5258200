package dev.dreamwire.runtime.tensor.safetensors;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A file is no sound safetensors file. The message names the file, the byte and what is wrong
 * there.
 */
public final class SafetensorsException extends IOException {
  private final Path file;
  private final long offset;

  SafetensorsException(Path file, long offset, String problem) {
    super(file + ", byte " + offset + ": " + problem);
    this.file = file;
    this.offset = offset;
  }

  /** The file. */
  public Path file() {
    return file;
  }

  /** Where in it, counted from its first byte. */
  public long offset() {
    return offset;
  }
}
