package dev.dreamwire.runtime.cli;

/** What a person typed cannot be done: the program ends with exit code 2 and this one line. */
final class InputException extends RuntimeException {
  InputException(String message) {
    this(message, null);
  }

  InputException(String message, Throwable cause) {
    super(message, cause);
  }
}
