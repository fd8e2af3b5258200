package dev.dreamwire.runtime.preset;

/**
 * A preset cannot be found, read or written. The message is one line for people: which file, where
 * in it, what is wrong and what to do.
 */
public final class PresetException extends RuntimeException {
  public PresetException(String message, Throwable cause) {
    super(message, cause);
  }
}
