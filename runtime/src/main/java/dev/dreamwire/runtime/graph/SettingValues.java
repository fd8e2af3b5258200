package dev.dreamwire.runtime.graph;

import dev.dreamwire.api.node.NodeType;
import dev.dreamwire.api.node.Param;
import dev.dreamwire.runtime.text.Texts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the settings of a graph are in it: which of their values fit, which it has, and the edit
 * that gives it the others. They may name nodes of the graph, instances among them, and nodes
 * inside of subgraphs as {@link Expansion} calls those. Immutable; safe on every thread.
 */
public final class SettingValues {
  private final Graph graph;
  private final Expansion played;
  private final NodeRegistry registry;
  private final Texts texts;

  /** A value that fits: where its node is, and what the parameter is now. */
  private record Fit(List<String> path, String param, Object wanted, Object present) {
    boolean holds() {
      return wanted.equals(present);
    }
  }

  /** Reads a graph; problems are told in the language of the person's windows. */
  public SettingValues(Graph graph, NodeRegistry registry) {
    this(graph, Expansion.of(graph, registry), registry, Texts.display(GraphCheck.TEXTS));
  }

  SettingValues(Graph graph, Expansion played, NodeRegistry registry, Texts texts) {
    this.graph = graph;
    this.played = played;
    this.registry = registry.with(graph.subgraphs());
    this.texts = texts;
  }

  /** The edit that sets all values of a setting that fit; it changes nothing if they hold. */
  public GraphEdit edit(Setting setting) {
    return new GraphEdit.Compound(
        "edit.chooseSetting",
        fits(setting).stream()
            .filter(fit -> !fit.holds())
            .map(fit -> SubgraphEdit.setParam(graph, fit.path(), fit.param(), fit.wanted()))
            .toList());
  }

  /** The first setting whose values the graph has, as far as they fit. */
  public Optional<Setting> current() {
    return graph.settings().stream()
        .filter(setting -> !fits(setting).isEmpty())
        .filter(setting -> fits(setting).stream().allMatch(Fit::holds))
        .findFirst();
  }

  /** What the graph has now for the parameters that its settings name, by {@code node.param}. */
  public Map<String, Object> present() {
    Map<String, Object> out = new LinkedHashMap<>();
    for (Setting setting : graph.settings()) {
      setting
          .params()
          .forEach((key, value) -> fit(key, value).ifPresent(fit -> out.put(key, fit.present())));
    }
    return out;
  }

  /** All that does not fit; it is kept, and does not stop play. */
  List<Problem> problems() {
    List<Problem> out = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Setting setting : graph.settings()) {
      if (!names.add(setting.name())) {
        out.add(Problem.warning("", "", texts.get("check.twoSettings", setting.name())));
      }
      out.addAll(problems(setting));
    }
    return out;
  }

  /** What of a setting does not fit and has no effect. */
  public List<Problem> problems(Setting setting) {
    List<Problem> out = new ArrayList<>();
    setting.params().forEach((key, value) -> problem(setting, key, value).ifPresent(out::add));
    return out;
  }

  private Optional<Problem> problem(Setting setting, String key, Object value) {
    PortRef at = Setting.place(key);
    if (at.node().isEmpty()) {
      return Optional.of(
          Problem.warning("", "", texts.get("check.settingPlace", setting.name(), key)));
    }
    Node node = node(at.node()).orElse(null);
    if (node == null) {
      return Optional.of(
          Problem.warning("", "", texts.get("check.settingNode", setting.name(), key, at.node())));
    }
    NodeType type = registry.find(node.type()).orElse(null);
    if (type == null) {
      // That the type is not installed is told of the node itself.
      return Optional.empty();
    }
    Param param = type.spec().param(at.port());
    return param == null
        ? Optional.of(
            Problem.warning(
                at.node(),
                at.port(),
                texts.get("check.settingParam", setting.name(), type.spec().id())))
        : ParamValues.problem(param.kind(), ParamValues.coerce(param.kind(), value), texts)
            .map(
                why ->
                    Problem.warning(
                        at.node(),
                        at.port(),
                        texts.get("check.settingValue", setting.name(), why)));
  }

  private List<Fit> fits(Setting setting) {
    return setting.params().entrySet().stream()
        .flatMap(entry -> fit(entry.getKey(), entry.getValue()).stream())
        .toList();
  }

  private Optional<Fit> fit(String key, Object value) {
    PortRef at = Setting.place(key);
    Node node = node(at.node()).orElse(null);
    NodeType type = node == null ? null : registry.find(node.type()).orElse(null);
    Param param = type == null ? null : type.spec().param(at.port());
    if (param == null) {
      return Optional.empty();
    }
    Object wanted = ParamValues.coerce(param.kind(), value);
    return param.kind().problem(wanted) == null
        ? Optional.of(new Fit(path(at.node()), param.name(), wanted, present(node, type, param)))
        : Optional.empty();
  }

  private static Object present(Node node, NodeType type, Param param) {
    Object stored = NodeParams.upgraded(node, type).get(param.name());
    return stored == null ? param.defaultValue() : ParamValues.coerce(param.kind(), stored);
  }

  private Optional<Node> node(String id) {
    return graph.node(id).or(() -> played.graph().node(id));
  }

  private List<String> path(String id) {
    return graph.nodes().containsKey(id) ? List.of(id) : played.path(id);
  }
}
