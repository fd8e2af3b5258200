package dev.dreamwire.runtime.graph;

import dev.dreamwire.api.node.NodeSpec;
import dev.dreamwire.api.node.NodeType;
import dev.dreamwire.api.node.Port;
import dev.dreamwire.api.node.PortType;
import dev.dreamwire.runtime.graph.NodeState.Mode;
import dev.dreamwire.runtime.text.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A graph with the nodes of its subgraphs in the place of their instances: that is what is checked
 * and played. Immutable once made; safe on every thread.
 *
 * <p>An inner node keeps its id as long as no other node has it: so what it remembers, its noise
 * and what is watched stay its own when nodes are grouped. A node that would share its id is called
 * by its path, {@code group/blur}.
 *
 * <p>An instance's own values hold for the inner parameters that are promoted. What is inside a
 * muted instance is muted, and inside a frozen one frozen; wires lead past a bypassed one. An
 * instance of a subgraph in itself is left out, and so are all beyond {@value #MAX_NODES} nodes and
 * instances; both are problems.
 */
public final class Expansion {
  private static final String INSIDE = "/";
  private static final int MAX_NODES = 20_000;

  private final NodeRegistry registry;
  private final Texts texts;
  private final Subgraphs subgraphs;
  private final Map<String, Node> nodes = new LinkedHashMap<>();
  private final List<Wire> wires = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, List<String>> paths = new LinkedHashMap<>();

  /** Inner parameters that a wire at an instance drives; a wire inside does not count then. */
  private final Set<PortRef> drivenFromOutside = new HashSet<>();

  private final Level top;
  private int levels;
  private boolean full;
  private final Graph flat;

  /** A graph that is being taken apart, and where it is. */
  private static final class Level {
    final List<String> path;
    final Graph graph;
    final Level outer;
    final Node instance;
    final Subgraph subgraph;
    final Map<PortRef, PortRef> sources = new HashMap<>();
    final Map<String, Level> inner = new LinkedHashMap<>();
    final Map<String, String> ids = new HashMap<>();

    Level(Graph graph, Level outer, Node instance, Subgraph subgraph) {
      this.path = outer == null ? List.of() : outer.pathOf(instance.id());
      this.graph = graph;
      this.outer = outer;
      this.instance = instance;
      this.subgraph = subgraph;
      graph.wires().forEach(wire -> sources.putIfAbsent(wire.to(), wire.from()));
    }

    List<String> pathOf(String id) {
      List<String> out = new ArrayList<>(path);
      out.add(id);
      return List.copyOf(out);
    }

    boolean isIn(String id) {
      return subgraph != null && (subgraph.id().equals(id) || outer.isIn(id));
    }
  }

  /** An output, and the level it is seen from. */
  private record Seen(Level level, PortRef output) {}

  private Expansion(Graph graph, NodeRegistry registry, Texts texts) {
    this.registry = registry.with(graph.subgraphs());
    this.texts = texts;
    this.subgraphs = graph.subgraphs();
    this.top = new Level(graph, null, null, null);
    if (hasInstances(graph)) {
      takeNodes(top);
      takeWires(top);
      flat = new Graph(nodes, wires);
    } else {
      flat = graph;
    }
  }

  /** Takes a graph apart; problems are told in the language of the person's windows. */
  public static Expansion of(Graph graph, NodeRegistry registry) {
    return of(graph, registry, Locale.getDefault(Locale.Category.DISPLAY));
  }

  static Expansion of(Graph graph, NodeRegistry registry, Locale language) {
    return new Expansion(graph, registry, new Texts(GraphCheck.TEXTS, language));
  }

  /**
   * The graph with all instances taken apart; the same instance if there are none. A node whose
   * subgraph is missing stays.
   */
  public static Graph flat(Graph graph, NodeRegistry registry) {
    return hasInstances(graph) ? of(graph, registry).graph() : graph;
  }

  private static boolean hasInstances(Graph graph) {
    return !graph.subgraphs().isEmpty()
        && graph.nodes().values().stream().anyMatch(node -> graph.subgraphs().of(node).isPresent());
  }

  /** The graph without instances. */
  public Graph graph() {
    return flat;
  }

  /** What is wrong with how instances stand in each other. */
  List<Problem> problems() {
    return problems;
  }

  /**
   * Where a node of the flat graph is, or one that a problem names: the instances that it is inside
   * of, outermost first, then itself.
   */
  public List<String> path(String id) {
    return paths.getOrDefault(id, List.of(id.split(INSIDE)));
  }

  /**
   * Where the value of an output is made, as the flat graph calls it; empty if it is made nowhere.
   *
   * @param path of the level that has the node: ids of instances, outermost first
   */
  public Optional<PortRef> maker(List<String> path, PortRef output) {
    if (path.isEmpty() && flat == top.graph) {
      return Optional.of(output);
    }
    Level at = top;
    for (String id : path) {
      at = at == null ? null : at.inner.get(id);
    }
    return at == null || !at.graph.nodes().containsKey(output.node())
        ? Optional.empty()
        : source(at, output);
  }

  private void takeNodes(Level level) {
    for (Node node : level.graph.nodes().values()) {
      Subgraph subgraph = subgraphs.of(node).orElse(null);
      boolean border =
          level.subgraph != null
              && Subgraph.borderOf(node.type()).filter(level.subgraph.id()::equals).isPresent();
      if (subgraph != null) {
        enter(level, node, subgraph);
      } else if (!border && nodes.size() < MAX_NODES) {
        take(level, node);
      }
    }
  }

  private void take(Level level, Node node) {
    boolean taken =
        level.outer != null
            && (nodes.containsKey(node.id()) || top.graph.nodes().containsKey(node.id()));
    String id = taken ? String.join(INSIDE, level.pathOf(node.id())) : node.id();
    level.ids.put(node.id(), id);
    paths.put(id, level.pathOf(node.id()));
    nodes.put(id, node.renamed(id));
  }

  private void enter(Level level, Node node, Subgraph subgraph) {
    String at = String.join(INSIDE, level.pathOf(node.id()));
    if (!full) {
      checkInstance(level, node, subgraph);
    }
    if (level.isIn(subgraph.id())) {
      problems.add(Problem.error(at, "", texts.get("check.recursion", subgraph.title())));
    } else if (nodes.size() + levels >= MAX_NODES) {
      if (!full) {
        full = true;
        problems.add(Problem.error(at, "", texts.get("check.tooManyNodes", MAX_NODES)));
      }
    } else if (node.state().mode() != Mode.BYPASSED) {
      levels++;
      Level inner = inside(level, node, subgraph);
      level.inner.put(node.id(), inner);
      takeNodes(inner);
    }
  }

  private void checkInstance(Level level, Node node, Subgraph subgraph) {
    NodeSpec spec = registry.find(node.type()).map(NodeType::spec).orElseThrow();
    String at = String.join(INSIDE, level.pathOf(node.id()));
    for (Wire wire : level.graph.wires()) {
      if (wire.to().node().equals(node.id())
          && spec.input(wire.to().port()) == null
          && spec.param(wire.to().port()) == null) {
        problems.add(
            Problem.error(at, wire.to().port(), texts.get("check.noSuchPort", subgraph.title())));
      }
      if (wire.from().node().equals(node.id()) && spec.output(wire.from().port()) == null) {
        problems.add(
            Problem.error(at, wire.from().port(), texts.get("check.noSuchPort", subgraph.title())));
      }
    }
    node.params().keySet().stream()
        .filter(name -> spec.param(name) == null)
        .forEach(
            name ->
                problems.add(
                    Problem.warning(at, name, texts.get("check.unknownParam", subgraph.title()))));
    ActiveGraph.fault(level.graph, registry, node, bypassedOnly(node.state().mode()))
        .ifPresent(
            fault ->
                problems.add(
                    Problem.error(
                        at, fault.port(), texts.get("check." + fault.key(), fault.type()))));
  }

  private static Mode bypassedOnly(Mode mode) {
    return mode == Mode.BYPASSED ? mode : Mode.ACTIVE;
  }

  private Level inside(Level level, Node instance, Subgraph subgraph) {
    Map<String, Node> inner = new LinkedHashMap<>(subgraph.graph().nodes());
    inner.replaceAll((id, node) -> subgraph.overridden(instance, node, registry));
    Mode mode = instance.state().mode();
    if (mode == Mode.MUTED || mode == Mode.FROZEN) {
      inner.replaceAll((id, node) -> node.with(node.state().with(inherited(mode, node))));
    }
    return new Level(subgraph.graph().withNodes(inner), level, instance, subgraph);
  }

  private Mode inherited(Mode outer, Node node) {
    Mode own = node.state().mode();
    if (outer == Mode.MUTED) {
      return Mode.MUTED;
    }
    boolean freezable =
        subgraphs.of(node).isPresent()
            || registry.find(node.type()).map(NodeType::spec).filter(Expansion::framed).isPresent();
    return own == Mode.ACTIVE && freezable ? Mode.FROZEN : own;
  }

  /** Whether what a node makes is made frame by frame. */
  private static boolean framed(NodeSpec spec) {
    return !spec.outputs().isEmpty()
        && spec.outputs().stream()
            .allMatch(port -> port.type().carrier() != PortType.Carrier.HANDLE);
  }

  private void takeWires(Level level) {
    for (Wire wire : level.graph.wires()) {
      Optional<PortRef> to = target(level, wire.to());
      Optional<PortRef> from = to.flatMap(t -> source(level, wire.from()));
      if (from.isPresent() && !drivenFromOutside.contains(to.get())) {
        wires.add(new Wire(from.get(), to.get()));
        if (level.inner.containsKey(wire.to().node())) {
          drivenFromOutside.add(to.get());
        }
      }
    }
    level.inner.values().forEach(this::takeWires);
  }

  /** Where a value is taken: at a node, or at the inner parameter that an instance promotes. */
  private static Optional<PortRef> target(Level level, PortRef input) {
    String id = level.ids.get(input.node());
    if (id != null) {
      return Optional.of(new PortRef(id, input.port()));
    }
    Level inner = level.inner.get(input.node());
    return inner == null
        ? Optional.empty()
        : inner
            .subgraph
            .param(input.port())
            .flatMap(param -> target(inner, new PortRef(param.node(), param.param())));
  }

  /** Where a value is made: out of instances, into them, and past those that are bypassed. */
  private Optional<PortRef> source(Level level, PortRef output) {
    Set<Seen> passed = new HashSet<>();
    Seen at = new Seen(level, output);
    while (at != null && passed.add(at)) {
      Node node = at.level().graph.nodes().get(at.output().node());
      if (isBorder(at.level(), node)) {
        at = outside(at);
      } else if (subgraphs.of(node).isPresent()) {
        at =
            node.state().mode() == Mode.BYPASSED
                ? past(at, node)
                : within(at, at.level().inner.get(node.id()));
      } else {
        String port = at.output().port();
        return Optional.ofNullable(at.level().ids.get(at.output().node()))
            .map(id -> new PortRef(id, port));
      }
    }
    return Optional.empty();
  }

  private static boolean isBorder(Level level, Node node) {
    return level.subgraph != null && node.type().equals(Subgraph.inputsType(level.subgraph.id()));
  }

  private static Seen outside(Seen at) {
    Level outer = at.level().outer;
    PortRef from = outer.sources.get(new PortRef(at.level().instance.id(), at.output().port()));
    return from == null ? null : new Seen(outer, from);
  }

  private Seen past(Seen at, Node node) {
    return registry
        .find(node.type())
        .map(NodeType::spec)
        .flatMap(spec -> ActiveGraph.passed(spec, at.output().port()))
        .map(Port::name)
        .map(input -> at.level().sources.get(new PortRef(node.id(), input)))
        .map(from -> new Seen(at.level(), from))
        .orElse(null);
  }

  private static Seen within(Seen at, Level inner) {
    if (inner == null) {
      return null;
    }
    return inner.subgraph.ends().stream()
        .map(end -> inner.sources.get(new PortRef(end, at.output().port())))
        .filter(from -> from != null)
        .findFirst()
        .map(from -> new Seen(inner, from))
        .orElse(null);
  }
}
