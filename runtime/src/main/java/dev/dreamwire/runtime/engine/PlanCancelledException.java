package dev.dreamwire.runtime.engine;

/** A graph is no longer wanted; its planning stopped halfway. */
public final class PlanCancelledException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Stops planning. */
  public PlanCancelledException() {
    super("planning was cancelled");
  }
}
