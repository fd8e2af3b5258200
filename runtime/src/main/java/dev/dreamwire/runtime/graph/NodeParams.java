package dev.dreamwire.runtime.graph;

import dev.dreamwire.api.node.NodeException;
import dev.dreamwire.api.node.NodeSpec;
import dev.dreamwire.api.node.NodeType;
import dev.dreamwire.api.node.Param;
import dev.dreamwire.api.node.Params;
import dev.dreamwire.runtime.text.Texts;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A node's parameters as its type understands them: stored values, brought up to the type's
 * version, and defaults for the rest. Immutable and safe on every thread.
 */
public final class NodeParams implements Params {
  private final String typeId;
  private final Map<String, Object> values;

  private NodeParams(String typeId, Map<String, Object> values) {
    this.typeId = typeId;
    this.values = Collections.unmodifiableMap(values);
  }

  /**
   * Resolves the parameters of a node.
   *
   * @throws NodeException if a stored value is not allowed; {@link GraphCheck} finds all of them
   */
  public static NodeParams of(Node node, NodeType type) {
    NodeSpec spec = type.spec();
    Map<String, Object> stored = upgraded(node, type);
    Map<String, Object> values = new LinkedHashMap<>();
    for (Param param : spec.params()) {
      Object value =
          stored.containsKey(param.name())
              ? ParamValues.coerce(param.kind(), stored.get(param.name()))
              : param.defaultValue();
      ParamValues.problem(param.kind(), value, Texts.display(GraphCheck.TEXTS))
          .ifPresent(
              problem -> {
                throw new NodeException(param.name(), param.name() + " " + problem, null);
              });
      values.put(param.name(), value);
    }
    return new NodeParams(spec.id(), values);
  }

  /** The defaults of a type. */
  public static NodeParams defaults(NodeSpec spec) {
    Map<String, Object> values = new LinkedHashMap<>();
    spec.params().forEach(param -> values.put(param.name(), param.defaultValue()));
    return new NodeParams(spec.id(), values);
  }

  /** The stored values of a node, as the installed version of its type names and means them. */
  public static Map<String, Object> upgraded(Node node, NodeType type) {
    return node.version() < type.spec().version()
        ? type.upgrade(node.version(), node.params())
        : node.params();
  }

  /** A node whose stored values are as the installed version of its type names them. */
  static Node current(Node node, NodeRegistry registry) {
    NodeType type = registry.find(node.type()).orElse(null);
    return type == null || node.version() >= type.spec().version()
        ? node
        : new Node(
            node.id(),
            node.type(),
            type.spec().version(),
            upgraded(node, type),
            node.x(),
            node.y(),
            node.state(),
            node.extra());
  }

  /** All values by name, in the order the type declares them. */
  public Map<String, Object> values() {
    return values;
  }

  @Override
  public Object value(String name) {
    Object value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("node type " + typeId + " has no parameter " + name);
    }
    return value;
  }
}
