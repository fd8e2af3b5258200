package dev.dreamwire.runtime.graph;

/**
 * How a person has set a node aside, and how it is shown. Immutable.
 *
 * @param mode whether it is computed
 * @param collapsed whether only its header is shown
 * @param pinned whether it stays where it is
 */
public record NodeState(Mode mode, boolean collapsed, boolean pinned) {
  /** Computed every frame, shown whole, free to be moved. */
  public static final NodeState USUAL = new NodeState(Mode.ACTIVE, false, false);

  /** Whether a node is computed. */
  public enum Mode {
    /** Every frame. */
    ACTIVE,
    /** Neither it nor what cannot do without it. */
    MUTED,
    /** Its outputs hand on what comes in by inputs of the same types. */
    BYPASSED,
    /** Its outputs keep what they held last. */
    FROZEN
  }

  /** This state in another mode. */
  public NodeState with(Mode newMode) {
    return new NodeState(newMode, collapsed, pinned);
  }

  /** This state, shown whole or only as a header. */
  public NodeState collapsed(boolean now) {
    return new NodeState(mode, now, pinned);
  }

  /** This state, held in its place or free. */
  public NodeState pinned(boolean now) {
    return new NodeState(mode, collapsed, now);
  }
}
