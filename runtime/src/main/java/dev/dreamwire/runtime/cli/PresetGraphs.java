package dev.dreamwire.runtime.cli;

import dev.dreamwire.api.node.NodeSpec;
import dev.dreamwire.api.node.NodeType;
import dev.dreamwire.api.node.Param;
import dev.dreamwire.runtime.graph.Expansion;
import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.GraphCheck;
import dev.dreamwire.runtime.graph.GraphEdit.SetParam;
import dev.dreamwire.runtime.graph.Node;
import dev.dreamwire.runtime.graph.PortRef;
import dev.dreamwire.runtime.graph.Problem;
import dev.dreamwire.runtime.graph.Problem.Severity;
import dev.dreamwire.runtime.preset.LoadedPreset;
import dev.dreamwire.runtime.preset.Preset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Changes to a preset's graph that are asked for on the command line. Stateless. */
final class PresetGraphs {
  private static final String SCENE = "dreamwire:scene";

  private PresetGraphs() {}

  /**
   * Refuses a graph that cannot play.
   *
   * @throws InputException naming the first error
   */
  static void requireSound(LoadedPreset preset, List<Problem> problems, CliContext context) {
    List<Problem> errors = problems.stream().filter(p -> p.severity() == Severity.ERROR).toList();
    if (!errors.isEmpty()) {
      throw context.bad(
          errors.size() == 1 ? "play.oneError" : "play.errors",
          preset.name(),
          errors.getFirst(),
          errors.size() - 1);
    }
  }

  /**
   * The graph of a preset with the nodes of its subgraphs in the place of their instances, so that
   * options reach those too.
   *
   * @throws InputException if there are subgraphs and the graph cannot play
   */
  static Graph flat(LoadedPreset preset, CliContext context) {
    Graph graph = preset.preset().graph();
    if (!graph.subgraphs().isEmpty()) {
      requireSound(preset, GraphCheck.check(graph, context.registry()), context);
    }
    return Expansion.flat(graph, context.registry());
  }

  /**
   * Applies {@code node.param=value}, and tells if a wire at the parameter holds in its place.
   *
   * @throws InputException if there is no such node or parameter, or the value is not of its kind
   */
  static Graph set(Graph graph, String assignment, CliContext context) {
    int equals = assignment.indexOf('=');
    int dot = assignment.indexOf('.');
    if (dot < 1 || equals < dot + 2) {
      throw context.bad("set.form", assignment);
    }
    String id = assignment.substring(0, dot);
    String name = assignment.substring(dot + 1, equals);
    Node node =
        graph
            .node(id)
            .orElseThrow(
                () -> context.bad("set.noNode", id, String.join(", ", graph.nodes().keySet())));
    NodeSpec spec =
        context
            .registry()
            .find(node.type())
            .map(NodeType::spec)
            .orElseThrow(() -> context.bad("set.unknownType", id, node.type()));
    Param param = spec.param(name);
    if (param == null) {
      throw context.bad(
          "set.noParam",
          id,
          name,
          spec.params().stream().map(Param::name).collect(Collectors.joining(", ")));
    }
    Object value = value(param.kind(), assignment.substring(equals + 1));
    String problem = param.kind().problem(value);
    if (problem != null) {
      throw context.bad("set.badValue", id, name, problem);
    }
    graph.wires().stream()
        .filter(wire -> wire.to().equals(new PortRef(id, name)))
        .forEach(wire -> context.tell("set.driven", id, name, wire.from()));
    return new SetParam(id, name, value).apply(graph);
  }

  /**
   * Starts from a scene: sets the parameter {@code scene} of every Scene node.
   *
   * @throws InputException if the preset has no such scene and there is no such file, or nothing
   *     starts from a scene
   */
  static Graph scene(Preset preset, Graph graph, String scene, CliContext context) {
    if (preset.scene(scene).isEmpty() && !Files.isRegularFile(Path.of(scene))) {
      throw context.bad(
          "scene.missing",
          scene,
          preset.scenes().stream().map(Preset.Scene::name).collect(Collectors.joining(", ")));
    }
    String value =
        preset.scene(scene).isPresent() ? scene : Path.of(scene).toAbsolutePath().toString();
    Graph next = graph;
    for (Node node : graph.nodes().values()) {
      if (node.type().equals(SCENE)) {
        next = new SetParam(node.id(), "scene", value).apply(next);
      }
    }
    if (graph.nodes().values().stream().noneMatch(n -> n.type().equals(SCENE))) {
      throw context.bad("scene.noNode");
    }
    return next;
  }

  /**
   * Lets a bot or a script play instead of a person.
   *
   * @param type the node type that gives the actions
   * @throws InputException if nothing in the graph takes actions
   */
  static Graph player(Graph graph, String type, String param, String value, CliContext context) {
    return ActionFeed.replace(graph, context.registry(), type, Map.of(param, value))
        .orElseThrow(() -> context.bad("player.noInput"));
  }

  /** The text as the kind's value; as it is where it cannot be, for the kind to complain about. */
  private static Object value(Param.Kind kind, String text) {
    try {
      return switch (kind) {
        case Param.IntKind k -> Long.valueOf(text);
        case Param.FloatKind k -> Double.valueOf(text);
        case Param.BoolKind k ->
            switch (text.toLowerCase(Locale.ROOT)) {
              case "true" -> true;
              case "false" -> false;
              default -> text;
            };
        case Param.ChoiceKind k -> text;
        case Param.TextKind k -> text;
        case Param.FileKind k -> text;
        case Param.ColourKind k -> text;
        case Param.CurveKind k -> text;
        case Param.KeyKind k -> text;
      };
    } catch (NumberFormatException e) {
      return text;
    }
  }
}
