package dev.dreamwire.runtime.oasis;

/** Files are not the models that they should be; the message says which file and what is wrong. */
public final class OasisImportException extends Exception {
  private static final long serialVersionUID = 1L;

  OasisImportException(String message, Throwable cause) {
    super(message, cause);
  }

  OasisImportException(String message) {
    this(message, null);
  }
}
