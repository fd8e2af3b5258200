package dev.dreamwire.runtime.oasis.verify;

/** A golden set cannot be read; the message says which file, which tensor and why. */
public final class GoldenException extends RuntimeException {
  GoldenException(String message, Throwable cause) {
    super(message, cause);
  }

  GoldenException(String message) {
    this(message, null);
  }
}
