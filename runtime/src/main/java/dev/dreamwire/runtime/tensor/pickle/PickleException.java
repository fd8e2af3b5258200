package dev.dreamwire.runtime.tensor.pickle;

import java.io.IOException;

/** A pickle is broken, or asks for more than plain values. The message names the byte. */
public final class PickleException extends IOException {
  private final long offset;

  PickleException(String source, long offset, String problem) {
    super(source + ", byte " + offset + ": " + problem);
    this.offset = offset;
  }

  /** Where in the pickle, counted from its first byte. */
  public long offset() {
    return offset;
  }
}
