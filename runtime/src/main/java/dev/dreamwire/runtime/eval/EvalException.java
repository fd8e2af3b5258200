package dev.dreamwire.runtime.eval;

/** A preset cannot be measured; the message says why. */
public final class EvalException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public EvalException(String message, Throwable cause) {
    super(message, cause);
  }
}
