package dev.dreamwire.runtime.graph;

import dev.dreamwire.api.node.NodeSpec;
import dev.dreamwire.api.node.NodeType;
import dev.dreamwire.api.node.Param;
import dev.dreamwire.api.node.Port;
import dev.dreamwire.api.node.TensorType;
import dev.dreamwire.runtime.text.Texts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds all that is wrong with a graph. Pure; safe on every thread.
 *
 * <p>A graph may hold nodes that no viewport or recorder needs, as while a person is building: an
 * unwired input of such a node is a warning, not an error. Muted nodes, and those that cannot do
 * without one, have no problems. What is wrong inside of an instance is told of the inner node, as
 * {@link Expansion} calls it.
 */
public final class GraphCheck {
  /** Bundle of the package's sentences. */
  static final String TEXTS = "dev.dreamwire.runtime.graph.messages";

  private final Graph whole;
  private final Graph graph;
  private final NodeRegistry registry;
  private final Texts texts;
  private final Flow flow;
  private final Set<String> playing;
  private final Set<String> beforePlay;
  private final List<Problem> problems = new ArrayList<>();

  private GraphCheck(Graph graph, NodeRegistry registry, Texts texts) {
    this.whole = graph;
    this.graph = ActiveGraph.of(graph, registry);
    this.registry = registry;
    this.texts = texts;
    this.flow = new Flow(this.graph, registry);
    this.playing = flow.playing();
    this.beforePlay = flow.beforePlay();
  }

  /**
   * All problems, told in the language of the person's windows; node by node, then loops and
   * settings.
   */
  public static List<Problem> check(Graph graph, NodeRegistry registry) {
    return check(graph, registry, Locale.getDefault(Locale.Category.DISPLAY));
  }

  /** All problems, told in a language. */
  public static List<Problem> check(Graph graph, NodeRegistry registry, Locale language) {
    Expansion flat = Expansion.of(graph, registry, language);
    Texts texts = new Texts(GraphCheck.TEXTS, language);
    List<Problem> problems = new ArrayList<>();
    graph
        .subgraphs()
        .damaged()
        .forEach(
            (id, damaged) ->
                problems.add(
                    Problem.warning(
                        "", "", texts.get("check.damagedSubgraph", id, damaged.reason()))));
    problems.addAll(flat.problems());
    problems.addAll(new GraphCheck(flat.graph(), registry, texts).run());
    problems.addAll(new SettingValues(graph, flat, registry, texts).problems());
    return List.copyOf(problems);
  }

  /**
   * The nodes that play: every viewport, recorder or other end that has a wire, and all that those
   * need. The others do not run, and neither does what a person muted or bypassed. Nodes inside of
   * instances are called as in {@link Expansion}.
   */
  public static Set<String> playing(Graph graph, NodeRegistry registry) {
    Graph flat = Expansion.flat(graph, registry);
    return new Flow(ActiveGraph.of(flat, registry), registry).playing();
  }

  private List<Problem> run() {
    for (Node node : graph.nodes().values()) {
      registry
          .find(node.type())
          .ifPresentOrElse(
              type -> checkNode(node, type),
              () -> error(node.id(), "", unknown(node.type()), node.type()));
    }
    graph.wires().forEach(this::checkWire);
    checkLoops();
    whole.nodes().values().forEach(this::checkMode);
    if (playing.isEmpty() && new Flow(whole, registry).playing().isEmpty()) {
      error("", "", "check.nothingPlays");
    }
    return List.copyOf(problems);
  }

  private static String unknown(String type) {
    if (Subgraph.borderOf(type).isPresent()) {
      return "check.strayBorder";
    }
    return Subgraph.idOf(type).isPresent() ? "check.noSubgraph" : "check.unknownType";
  }

  private void checkNode(Node node, NodeType type) {
    NodeSpec spec = type.spec();
    if (node.version() > spec.version()) {
      warning(node.id(), "", "check.newerVersion", node.version(), spec.id(), spec.version());
    }
    for (Port input : spec.inputs()) {
      checkInput(node, input);
    }
    spec.params().stream()
        .flatMap(param -> ParamPorts.of(param).stream())
        .forEach(input -> checkInput(node, input));
    checkParams(node, type);
  }

  private void checkMode(Node node) {
    ActiveGraph.fault(whole, registry, node, node.state().mode())
        .ifPresent(fault -> error(node.id(), fault.port(), "check." + fault.key(), fault.type()));
  }

  private void checkInput(Node node, Port input) {
    long wires =
        flow.into(node.id()).stream().filter(w -> w.to().port().equals(input.name())).count();
    if (wires > 1) {
      error(node.id(), input.name(), "check.twoWires", wires);
    } else if (wires == 0 && !input.optional()) {
      String sentence =
          input.role() == Port.Role.START ? "check.missingStart" : "check.missingInput";
      if (playing.contains(node.id())) {
        error(node.id(), input.name(), sentence, input.type().id());
      } else {
        warning(node.id(), input.name(), sentence, input.type().id());
      }
    }
  }

  private void checkParams(Node node, NodeType type) {
    Map<String, Object> stored = NodeParams.upgraded(node, type);
    stored.forEach(
        (name, value) -> {
          Param param = type.spec().param(name);
          if (param == null) {
            warning(node.id(), name, "check.unknownParam", type.spec().id());
          } else {
            ParamValues.problem(param.kind(), ParamValues.coerce(param.kind(), value), texts)
                .ifPresent(message -> problems.add(Problem.error(node.id(), name, message)));
          }
        });
  }

  private void checkWire(Wire wire) {
    NodeSpec from = spec(wire.from().node());
    NodeType target = type(wire.to().node());
    NodeSpec to = target == null ? null : target.spec();
    if (from != null && from.output(wire.from().port()) == null) {
      error(wire.from(), "check.notAnOutput", from.id(), names(from.outputs()));
    }
    Optional<ParamPorts.Fault> fault =
        to == null ? Optional.empty() : ParamPorts.fault(target, wire.to().port());
    if (fault.isPresent()) {
      error(wire.to(), fault.get().problem());
    } else if (to != null && ParamPorts.input(to, wire.to().port()) == null) {
      error(wire.to(), "check.notAnInput", to.id(), names(to.inputs()));
    }
    if (from == null || to == null || fault.isPresent()) {
      return;
    }
    Port output = from.output(wire.from().port());
    Port input = ParamPorts.input(to, wire.to().port());
    if (output == null || input == null) {
      return;
    }
    if (!ConnectionRule.fits(output, to, input)) {
      error(wire.to(), "check.typeMismatch", input.type().id(), wire.from(), output.type().id());
    }
    if (input.role() == Port.Role.FEEDBACK) {
      checkFeedback(wire, input, to);
    }
    if (input.role() == Port.Role.START) {
      flow.feedbackBefore(wire.from())
          .ifPresent(feedback -> error(wire.to(), "check.startNeedsFeedback", feedback));
    }
  }

  /** What a program makes has no size before it is made; play needs something to begin with. */
  private void checkFeedback(Wire wire, Port input, NodeSpec spec) {
    boolean dreamed =
        type(wire.from().node()) instanceof TensorType
            || Conversion.of(graph, registry, wire).isPresent();
    if (!dreamed
        || !playing.contains(wire.to().node())
        || beforePlay.contains(wire.from().node())) {
      return;
    }
    Optional<Port> start =
        spec.inputs().stream()
            .filter(p -> p.role() == Port.Role.START && p.type().equals(input.type()))
            .findFirst();
    if (start.isEmpty()) {
      error(wire.to(), "check.feedbackHasNoStart", wire.from());
    } else if (start.get().optional()
        && graph.wireTo(new PortRef(wire.to().node(), start.get().name())).isEmpty()) {
      error(wire.to(), "check.feedbackNeedsStart", wire.from(), start.get().name());
    }
  }

  private void checkLoops() {
    for (List<Wire> loop : flow.loops()) {
      error(loop.getLast().to(), "check.loop", Flow.describe(loop));
    }
  }

  private NodeSpec spec(String node) {
    NodeType type = type(node);
    return type == null ? null : type.spec();
  }

  private NodeType type(String node) {
    return graph.node(node).flatMap(n -> registry.find(n.type())).orElse(null);
  }

  private String names(Collection<Port> ports) {
    return ports.isEmpty()
        ? texts.get("check.none")
        : ports.stream().map(Port::name).collect(Collectors.joining(", "));
  }

  private void error(PortRef at, String key, Object... args) {
    error(at.node(), at.port(), key, args);
  }

  private void error(String node, String port, String key, Object... args) {
    problems.add(Problem.error(node, port, texts.get(key, args)));
  }

  private void warning(String node, String port, String key, Object... args) {
    problems.add(Problem.warning(node, port, texts.get(key, args)));
  }
}
