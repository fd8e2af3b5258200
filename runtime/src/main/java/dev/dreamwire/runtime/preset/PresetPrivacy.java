package dev.dreamwire.runtime.preset;

import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.Node;
import dev.dreamwire.runtime.graph.Setting;
import dev.dreamwire.runtime.graph.Subgraph;
import dev.dreamwire.runtime.graph.Subgraphs;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How much of a preset goes with a picture that others will see. */
public enum PresetPrivacy {
  /** All of it, as it would be saved. */
  EVERYTHING {
    @Override
    public Optional<Preset> of(Preset preset) {
      return Optional.of(preset);
    }
  },
  /**
   * What is needed to build it again: graph, parameters, names. Of paths on this machine only the
   * file's name stays.
   */
  WITHOUT_PATHS {
    @Override
    public Optional<Preset> of(Preset preset) {
      return Optional.of(
          new Preset(
              preset.name(),
              preset.description(),
              stripped(preset.graph()),
              preset.models().stream()
                  .map(m -> new Preset.Model(m.name(), fileName(m.file()), m.sha256()))
                  .toList(),
              preset.scenes().stream()
                  .map(s -> new Preset.Scene(s.name(), fileName(s.image()), s.pose(), s.titles()))
                  .toList(),
              plain(preset.extra())));
    }
  },
  /** Nothing: the picture is only a picture. */
  PICTURE_ONLY {
    @Override
    public Optional<Preset> of(Preset preset) {
      return Optional.empty();
    }
  };

  /** A path from a root, a home or a drive, and its last name. */
  private static final Pattern ROOTED =
      Pattern.compile("(?:file:|/|~|\\\\|[A-Za-z]:[\\\\/]).*?([^\\\\/]*)[\\\\/]*", Pattern.DOTALL);

  /** What of a preset may go out; empty if nothing. */
  public abstract Optional<Preset> of(Preset preset);

  /** A subgraph that cannot be read may say anything, and so stays at home. */
  private static Graph stripped(Graph graph) {
    Map<String, Node> nodes = new LinkedHashMap<>();
    graph.nodes().forEach((id, node) -> nodes.put(id, stripped(node)));
    Map<String, Subgraph> subgraphs = new LinkedHashMap<>();
    graph.subgraphs().known().forEach((id, subgraph) -> subgraphs.put(id, stripped(subgraph)));
    return graph
        .withNodes(nodes)
        .withSubgraphs(new Subgraphs(subgraphs, Map.of()))
        .withSettings(graph.settings().stream().map(PresetPrivacy::stripped).toList());
  }

  private static Setting stripped(Setting setting) {
    return new Setting(
        setting.name(), setting.titles(), plain(setting.params()), plain(setting.extra()));
  }

  private static Subgraph stripped(Subgraph subgraph) {
    return new Subgraph(
        subgraph.id(),
        subgraph.title(),
        stripped(subgraph.graph()),
        subgraph.inputs(),
        subgraph.outputs(),
        subgraph.params(),
        plain(subgraph.extra()));
  }

  private static Node stripped(Node node) {
    return new Node(
        node.id(),
        node.type(),
        node.version(),
        plain(node.params()),
        node.x(),
        node.y(),
        node.state(),
        plain(node.extra()));
  }

  private static <K> Map<K, Object> plain(Map<K, ?> fields) {
    Map<K, Object> out = new LinkedHashMap<>();
    fields.forEach((name, field) -> out.put(name, plain(field)));
    return out;
  }

  private static Object plain(Object value) {
    return switch (value) {
      case String text -> fileName(text);
      case List<?> items -> items.stream().map(PresetPrivacy::plain).toList();
      case Map<?, ?> fields -> plain(fields);
      case null, default -> value;
    };
  }

  /** A folder's last name may be a person's, so only what looks like a file keeps its name. */
  private static String fileName(String text) {
    Matcher path = ROOTED.matcher(text);
    if (!path.matches()) {
      return text;
    }
    return path.group(1).contains(".") ? path.group(1) : "";
  }
}
