package dev.dreamwire.runtime.engine;

/** Whom a {@link Planner} tells how far it is, and who may stop it. */
@FunctionalInterface
public interface PlanMonitor {
  /** Wants to know nothing. */
  PlanMonitor NONE = progress -> {};

  /**
   * A part begins. Called on the planner's thread.
   *
   * @throws PlanCancelledException to stop; what was compiled is closed
   */
  void begins(PlanProgress progress);
}
