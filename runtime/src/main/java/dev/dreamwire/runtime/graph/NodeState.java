package dev.dreamwire.runtime.graph;

/**
 * How a person has set a node aside, and how it is shown. Immutable.
 *
 * @param mode whether it is computed
 * @param collapsed whether only its header is shown
 * @param pinned whether it stays where it is
 * @param pictured whether it shows a small picture of what it makes
 */
public record NodeState(Mode mode, boolean collapsed, boolean pinned, boolean pictured) {
  /** Computed every frame, shown whole, free to be moved, without a picture. */
  public static final NodeState USUAL = new NodeState(Mode.ACTIVE, false, false, false);

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
    return new NodeState(newMode, collapsed, pinned, pictured);
  }

  /** This state, shown whole or only as a header. */
  public NodeState collapsed(boolean now) {
    return new NodeState(mode, now, pinned, pictured);
  }

  /** This state, held in its place or free. */
  public NodeState pinned(boolean now) {
    return new NodeState(mode, collapsed, now, pictured);
  }

  /** This state, with a picture of what the node makes or without. */
  public NodeState pictured(boolean now) {
    return new NodeState(mode, collapsed, pinned, now);
  }
}
