package dev.dreamwire.runtime.graph;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A node of a graph. What is not said here (titles, ports, defaults) its type knows.
 *
 * @param id unique in the graph, short and readable: {@code sampler}, {@code dit2}
 * @param type id of the node type; may be one that is not installed
 * @param version of the type that wrote the parameters
 * @param params stored values by name; what is missing has its default
 * @param x left edge on the canvas, in world units
 * @param y top edge on the canvas, in world units
 * @param state how it was set aside and how it is shown
 * @param extra fields of the stored node that this program does not know, kept so that nothing is
 *     lost
 */
public record Node(
    String id,
    String type,
    int version,
    Map<String, Object> params,
    double x,
    double y,
    NodeState state,
    Map<String, Object> extra) {
  public Node {
    params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
    extra = Collections.unmodifiableMap(new LinkedHashMap<>(extra));
  }

  /** A node as it is at first, without unknown fields. */
  public Node(String id, String type, int version, Map<String, Object> params, double x, double y) {
    this(id, type, version, params, x, y, NodeState.USUAL, Map.of());
  }

  /** This node elsewhere. */
  public Node at(double newX, double newY) {
    return new Node(id, type, version, params, newX, newY, state, extra);
  }

  /** This node with one parameter set; a null value removes it, so that the default holds. */
  public Node with(String param, Object value) {
    Map<String, Object> next = new LinkedHashMap<>(params);
    if (value == null) {
      next.remove(param);
    } else {
      next.put(param, value);
    }
    return new Node(id, type, version, next, x, y, state, extra);
  }

  /** This node in another state. */
  public Node with(NodeState newState) {
    return new Node(id, type, version, params, x, y, newState, extra);
  }

  /** This node under another id. */
  public Node renamed(String newId) {
    return new Node(newId, type, version, params, x, y, state, extra);
  }

  /** This node of another type. */
  Node ofType(String newType) {
    return new Node(id, newType, version, params, x, y, state, extra);
  }
}
