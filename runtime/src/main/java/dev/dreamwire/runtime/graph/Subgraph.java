package dev.dreamwire.runtime.graph;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A graph that is a node elsewhere: stored once, used by any number of instances. Immutable.
 *
 * <p>An instance is an ordinary node of the type {@code subgraph:ID}; its parameters are that
 * instance's own values. Inside, two nodes stand for the border: what comes in leaves the outputs
 * of {@code subgraph-inputs:ID}, what goes out enters the inputs of {@code subgraph-outputs:ID}. A
 * graph without them gets them.
 *
 * @param id lower-case letters, digits, {@code _ . -}; never changed
 * @param title for people
 * @param graph what is inside; it has no definitions of its own
 * @param inputs in the order they are drawn
 * @param outputs in the order they are drawn
 * @param params in the order they are shown; several of one name are led by one outer parameter
 * @param extra fields of the stored subgraph that this program does not know
 */
public record Subgraph(
    String id,
    String title,
    Graph graph,
    List<PromotedPort> inputs,
    List<PromotedPort> outputs,
    List<PromotedParam> params,
    Map<String, Object> extra) {
  /** What the ids of instances' types begin with. */
  private static final String INSTANCE = "subgraph:";

  private static final String INPUTS = "subgraph-inputs:";
  private static final String OUTPUTS = "subgraph-outputs:";
  private static final double ASIDE = 300;

  /** The port of a border node that a wire makes a new port at. */
  public static final String NEW_PORT = "+";

  /**
   * Checks names.
   *
   * @throws IllegalArgumentException if the id is none, or two ports, or a port and a parameter,
   *     share one
   */
  public Subgraph {
    if (!id.matches("[a-z0-9_.-]+")) {
      throw new IllegalArgumentException(
          "a subgraph's id is of a-z, 0-9, _, . and -, not \"" + id + "\"");
    }
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    params = List.copyOf(params);
    extra = Collections.unmodifiableMap(new LinkedHashMap<>(extra));
    Set<String> names = new HashSet<>();
    inputs.forEach(port -> requireFresh(names, port.name()));
    params.stream().map(PromotedParam::name).distinct().forEach(name -> requireFresh(names, name));
    names.clear();
    outputs.forEach(port -> requireFresh(names, port.name()));
    graph = bordered(id, graph.withSubgraphs(Subgraphs.NONE).withSettings(List.of()));
  }

  private static void requireFresh(Set<String> names, String name) {
    if (name.isBlank() || name.equals(NEW_PORT)) {
      throw new IllegalArgumentException("a port or parameter cannot be called \"" + name + "\"");
    }
    if (!names.add(name)) {
      throw new IllegalArgumentException("the name " + name + " is used twice");
    }
  }

  private static Graph bordered(String id, Graph graph) {
    double left = graph.nodes().values().stream().mapToDouble(Node::x).min().orElse(0);
    double right = graph.nodes().values().stream().mapToDouble(Node::x).max().orElse(0);
    double top = graph.nodes().values().stream().mapToDouble(Node::y).min().orElse(0);
    Graph in = withBorder(graph, "inputs", inputsType(id), left - ASIDE, top);
    return withBorder(in, "outputs", outputsType(id), right + ASIDE, top);
  }

  private static Graph withBorder(Graph graph, String name, String type, double x, double y) {
    return graph.nodes().values().stream().anyMatch(node -> node.type().equals(type))
        ? graph
        : graph.with(new Node(graph.freshId(name), type, 1, Map.of(), x, y));
  }

  /** What a subgraph of a title is called in files: {@code soft-light} for “Soft light!”. */
  public static String idFor(String title) {
    String id = title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    id = id.replaceAll("^-|-$", "");
    return id.isEmpty() ? "subgraph" : id;
  }

  /** Whether it is another in all but its id. */
  public boolean equalsButId(Subgraph other) {
    return other.as(id).equals(this);
  }

  /** Type of the instances. */
  public String type() {
    return instanceType(id);
  }

  /** Type of a subgraph's instances. */
  public static String instanceType(String id) {
    return INSTANCE + id;
  }

  static String inputsType(String id) {
    return INPUTS + id;
  }

  static String outputsType(String id) {
    return OUTPUTS + id;
  }

  /** The subgraph that a type's nodes are instances of; empty for other types. */
  public static Optional<String> idOf(String type) {
    return after(INSTANCE, type);
  }

  /** The subgraph that a type's nodes are the border of; empty for other types. */
  public static Optional<String> borderOf(String type) {
    return after(INPUTS, type).or(() -> after(OUTPUTS, type));
  }

  private static Optional<String> after(String prefix, String type) {
    return type.startsWith(prefix)
        ? Optional.of(type.substring(prefix.length()))
        : Optional.empty();
  }

  /** How many nodes are inside, without the border. */
  public int size() {
    return (int)
        graph.nodes().values().stream().filter(node -> borderOf(node.type()).isEmpty()).count();
  }

  /** The inner nodes that stand for what goes out. */
  List<String> ends() {
    return graph.nodes().values().stream()
        .filter(node -> node.type().equals(outputsType(id)))
        .map(Node::id)
        .toList();
  }

  /** The inner parameters that one outer parameter leads, the first of which gives its kind. */
  public List<PromotedParam> led(String name) {
    return params.stream().filter(p -> p.name().equals(name)).toList();
  }

  /** The parameter of an inner node as instances have it, if they have. */
  public Optional<PromotedParam> promoted(String node, String param) {
    return params.stream()
        .filter(p -> p.node().equals(node) && p.param().equals(param))
        .findFirst();
  }

  /** What instances have under a parameter's name, if they have it. */
  Optional<PromotedParam> param(String name) {
    return params.stream().filter(p -> p.name().equals(name)).findFirst();
  }

  /** An inner node with the values that an instance has of its own. */
  Node overridden(Node instance, Node inner, NodeRegistry registry) {
    Node out = inner;
    for (PromotedParam promoted : params) {
      Object value = instance.params().get(promoted.name());
      if (value != null && promoted.node().equals(inner.id())) {
        out = NodeParams.current(out, registry).with(promoted.param(), value);
      }
    }
    return out;
  }

  /** The same with another inside. */
  public Subgraph with(Graph newGraph) {
    return new Subgraph(id, title, newGraph, inputs, outputs, params, extra);
  }

  /** The same under another title. */
  public Subgraph titled(String newTitle) {
    return new Subgraph(id, newTitle, graph, inputs, outputs, params, extra);
  }

  /** The same without parameters of inner nodes that are gone. */
  Subgraph pruned() {
    return withParams(
        params.stream().filter(param -> graph.nodes().containsKey(param.node())).toList());
  }

  /** The same with other ports. */
  Subgraph withPorts(List<PromotedPort> newInputs, List<PromotedPort> newOutputs) {
    return new Subgraph(id, title, graph, newInputs, newOutputs, params, extra);
  }

  /** The same with other parameters. */
  Subgraph withParams(List<PromotedParam> newParams) {
    return new Subgraph(id, title, graph, inputs, outputs, newParams, extra);
  }

  /** The same under another id. */
  public Subgraph as(String newId) {
    Map<String, Node> nodes = new LinkedHashMap<>();
    graph
        .nodes()
        .forEach(
            (name, node) ->
                nodes.put(
                    name,
                    node.type().equals(inputsType(id))
                        ? node.ofType(inputsType(newId))
                        : node.type().equals(outputsType(id))
                            ? node.ofType(outputsType(newId))
                            : node));
    return new Subgraph(newId, title, graph.withNodes(nodes), inputs, outputs, params, extra);
  }

  /** A name that no input and no parameter has, or no output. */
  String freshName(String wish, boolean output) {
    Set<String> taken = new HashSet<>();
    if (output) {
      outputs.forEach(port -> taken.add(port.name()));
    } else {
      inputs.forEach(port -> taken.add(port.name()));
      params.forEach(param -> taken.add(param.name()));
    }
    taken.add(NEW_PORT);
    String name = wish;
    for (int i = 2; taken.contains(name); i++) {
      name = wish + "_" + i;
    }
    return name;
  }
}
