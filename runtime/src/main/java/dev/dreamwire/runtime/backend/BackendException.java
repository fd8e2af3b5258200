package dev.dreamwire.runtime.backend;

/** A program could not be compiled or run; the message says what and, where it can, what to do. */
public final class BackendException extends RuntimeException {
  public BackendException(String message, Throwable cause) {
    super(message, cause);
  }
}
