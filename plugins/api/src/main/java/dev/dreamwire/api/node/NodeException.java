package dev.dreamwire.api.node;

/**
 * A fault that a person can mend. The message says what is wrong and what to do; the engine adds
 * which node it is.
 */
public final class NodeException extends RuntimeException {
  private final String port;

  /** A fault of the node as a whole. */
  public NodeException(String message) {
    this(null, message, null);
  }

  /**
   * A fault at a port or parameter.
   *
   * @param port name of the port or parameter, or null
   */
  public NodeException(String port, String message, Throwable cause) {
    super(message, cause);
    this.port = port;
  }

  /** Name of the port or parameter that is at fault, or null. */
  public String port() {
    return port;
  }
}
