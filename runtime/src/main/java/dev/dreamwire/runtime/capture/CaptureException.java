package dev.dreamwire.runtime.capture;

/** A take cannot be written. The message is a line for people: which file, why, what to do. */
public final class CaptureException extends RuntimeException {
  CaptureException(String message, Throwable cause) {
    super(message, cause);
  }
}
