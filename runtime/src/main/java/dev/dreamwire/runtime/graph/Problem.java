package dev.dreamwire.runtime.graph;

/**
 * Something that is wrong with a graph, told to a person.
 *
 * @param severity whether it stops play
 * @param node id of the node, or empty for the graph as a whole
 * @param port name of the port or parameter, or empty
 * @param message what is wrong and what to do
 */
public record Problem(Severity severity, String node, String port, String message) {
  /** Whether it stops play. */
  public enum Severity {
    ERROR,
    WARNING
  }

  public static Problem error(String node, String port, String message) {
    return new Problem(Severity.ERROR, node, port, message);
  }

  public static Problem warning(String node, String port, String message) {
    return new Problem(Severity.WARNING, node, port, message);
  }

  /** As the command line prints it: {@code error sampler.steps must be 1..64, is 0}. */
  @Override
  public String toString() {
    String where = node.isEmpty() ? "graph" : port.isEmpty() ? node : node + "." + port;
    return severity.name().toLowerCase(java.util.Locale.ROOT) + " " + where + " " + message;
  }
}
