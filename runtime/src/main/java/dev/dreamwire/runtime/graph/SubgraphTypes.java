package dev.dreamwire.runtime.graph;

import dev.dreamwire.api.node.CompositeType;
import dev.dreamwire.api.node.NodeSpec;
import dev.dreamwire.api.node.NodeType;
import dev.dreamwire.api.node.Param;
import dev.dreamwire.api.node.Port;
import dev.dreamwire.api.node.PortType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The node types that a document's subgraphs make: one for the instances of each, two for its
 * border. Immutable but for what it remembers; safe on every thread.
 */
final class SubgraphTypes {
  /** What flows through a port that is not made yet. */
  static final PortType OPEN = new PortType("subgraph:new", PortType.Carrier.HANDLE);

  private static final Port NEW = new Port(Subgraph.NEW_PORT, OPEN, "", true, Port.Role.NORMAL);

  /** A type without behaviour. */
  private record Composite(NodeSpec spec) implements CompositeType {}

  private final Map<String, NodeType> types = new HashMap<>();
  private final List<NodeType> instances = new ArrayList<>();

  /**
   * Makes the types.
   *
   * @param installed finds the types of packs
   */
  SubgraphTypes(Subgraphs subgraphs, Function<String, Optional<NodeType>> installed) {
    for (Subgraph subgraph : subgraphs.known().values()) {
      Map<String, Param> params = new LinkedHashMap<>();
      for (PromotedParam promoted : subgraph.params()) {
        param(subgraphs, installed, subgraph, promoted, new HashSet<>())
            .ifPresent(param -> params.putIfAbsent(param.name(), param));
      }
      Composite instance =
          new Composite(
              new NodeSpec(
                  subgraph.type(),
                  1,
                  subgraph.title(),
                  NodeSpec.Category.SUBGRAPH,
                  "",
                  subgraph.inputs().stream().map(PromotedPort::port).toList(),
                  subgraph.outputs().stream().map(PromotedPort::port).toList(),
                  List.copyOf(params.values())));
      instances.add(instance);
      types.put(subgraph.type(), instance);
      border(subgraph);
    }
  }

  private void border(Subgraph subgraph) {
    List<Port> in = new ArrayList<>();
    for (PromotedPort port : subgraph.inputs()) {
      in.add(Port.of(port.name(), port.type()));
    }
    in.add(NEW);
    List<Port> out = new ArrayList<>();
    for (PromotedPort port : subgraph.outputs()) {
      out.add(Port.optional(port.name(), port.type()));
    }
    out.add(NEW);
    put(Subgraph.inputsType(subgraph.id()), "Inputs", List.of(), in);
    put(Subgraph.outputsType(subgraph.id()), "Outputs", out, List.of());
  }

  private void put(String id, String title, List<Port> inputs, List<Port> outputs) {
    types.put(
        id,
        new Composite(
            new NodeSpec(
                id, 1, title, NodeSpec.Category.SUBGRAPH, "", inputs, outputs, List.of())));
  }

  /** What an inner parameter is for instances: its default is the value inside. */
  private static Optional<Param> param(
      Subgraphs subgraphs,
      Function<String, Optional<NodeType>> installed,
      Subgraph subgraph,
      PromotedParam promoted,
      Set<PromotedParam> open) {
    Node node = subgraph.graph().nodes().get(promoted.node());
    if (node == null || !open.add(promoted)) {
      return Optional.empty();
    }
    Optional<Subgraph> nested = subgraphs.of(node);
    if (nested.isPresent()) {
      return nested.get().params().stream()
          .filter(p -> p.name().equals(promoted.param()))
          .findFirst()
          .flatMap(p -> param(subgraphs, installed, nested.get(), p, open))
          .map(inner -> with(promoted.name(), inner, node.params().get(promoted.param())));
    }
    return installed
        .apply(node.type())
        .flatMap(
            type ->
                Optional.ofNullable(type.spec().param(promoted.param()))
                    .map(
                        inner ->
                            with(
                                promoted.name(),
                                inner,
                                NodeParams.upgraded(node, type).get(promoted.param()))));
  }

  private static Param with(String name, Param inner, Object stored) {
    Object value = stored == null ? null : ParamValues.coerce(inner.kind(), stored);
    boolean valid = value != null && inner.kind().problem(value) == null;
    return new Param(
        name, inner.kind(), valid ? value : inner.defaultValue(), inner.unit(), inner.live());
  }

  /** The type of that id. */
  Optional<NodeType> find(String id) {
    return Optional.ofNullable(types.get(id));
  }

  /** The types of instances. */
  List<NodeType> instances() {
    return instances;
  }
}
