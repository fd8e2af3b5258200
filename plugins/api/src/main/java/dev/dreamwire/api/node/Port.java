package dev.dreamwire.api.node;

/**
 * An input or output of a node type, known by its name for ever.
 *
 * @param name stored in files; lower-case words joined by {@code _}
 * @param type what flows through it
 * @param unit for people, or empty
 * @param optional for an input: whether it may stay unwired
 * @param role when its value is read
 */
public record Port(String name, PortType type, String unit, boolean optional, Role role) {
  /** When an input's value is read. */
  public enum Role {
    /** In the same frame in which it is made. */
    NORMAL,
    /**
     * One frame later: the only way to close a loop. Before the first frame it holds what the
     * node's {@link #START} port of the same type received, or zeros.
     */
    FEEDBACK,
    /** Only when play starts or starts over; what lies upstream of it does not run every frame. */
    START
  }

  /** A required input, or an output. */
  public static Port of(String name, PortType type) {
    return new Port(name, type, "", false, Role.NORMAL);
  }

  /** An input that may stay unwired. */
  public static Port optional(String name, PortType type) {
    return new Port(name, type, "", true, Role.NORMAL);
  }

  /** An input that holds the previous frame's value. */
  public static Port feedback(String name, PortType type) {
    return new Port(name, type, "", false, Role.FEEDBACK);
  }

  /** An input that is read when play starts. */
  public static Port start(String name, PortType type) {
    return new Port(name, type, "", false, Role.START);
  }
}
