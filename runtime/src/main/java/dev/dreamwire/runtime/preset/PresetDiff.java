package dev.dreamwire.runtime.preset;

import dev.dreamwire.runtime.graph.Annotation;
import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.GraphEdit;
import dev.dreamwire.runtime.graph.Node;
import dev.dreamwire.runtime.graph.Subgraph;
import dev.dreamwire.runtime.graph.Subgraphs;
import dev.dreamwire.runtime.graph.Wire;
import dev.dreamwire.runtime.preset.PresetChange.AnnotationAdded;
import dev.dreamwire.runtime.preset.PresetChange.AnnotationChanged;
import dev.dreamwire.runtime.preset.PresetChange.AnnotationRemoved;
import dev.dreamwire.runtime.preset.PresetChange.NodeAdded;
import dev.dreamwire.runtime.preset.PresetChange.NodeMoved;
import dev.dreamwire.runtime.preset.PresetChange.NodeRemoved;
import dev.dreamwire.runtime.preset.PresetChange.ParamChanged;
import dev.dreamwire.runtime.preset.PresetChange.Part;
import dev.dreamwire.runtime.preset.PresetChange.PartChanged;
import dev.dreamwire.runtime.preset.PresetChange.StateChanged;
import dev.dreamwire.runtime.preset.PresetChange.SubgraphChanged;
import dev.dreamwire.runtime.preset.PresetChange.SubgraphChanged.How;
import dev.dreamwire.runtime.preset.PresetChange.TypeChanged;
import dev.dreamwire.runtime.preset.PresetChange.WireAdded;
import dev.dreamwire.runtime.preset.PresetChange.WireLed;
import dev.dreamwire.runtime.preset.PresetChange.WireRemoved;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What differs between two presets. Nodes are the same if their ids are. Stateless. */
public final class PresetDiff {
  private PresetDiff() {}

  /**
   * What was done to the first to get the second; empty if they are equal in all that is shown:
   * nodes first, then wires, subgraphs and the rest.
   */
  public static List<PresetChange> between(Preset first, Preset second) {
    List<PresetChange> out = new ArrayList<>();
    nodes(first.graph().nodes(), second.graph().nodes(), out);
    wires(first.graph().wires(), second.graph().wires(), out);
    subgraphs(first.graph().subgraphs(), second.graph().subgraphs(), out);
    ways(first.graph(), second.graph(), out);
    annotations(first.graph().annotations(), second.graph().annotations(), out);
    part(Part.NAME, first.name(), second.name(), out);
    part(Part.DESCRIPTION, first.description(), second.description(), out);
    part(Part.MODELS, models(first), models(second), out);
    part(Part.SCENES, scenes(first), scenes(second), out);
    part(Part.SETTINGS, settings(first), settings(second), out);
    return List.copyOf(out);
  }

  private static void nodes(
      Map<String, Node> first, Map<String, Node> second, List<PresetChange> out) {
    first.values().stream()
        .filter(node -> !second.containsKey(node.id()))
        .forEach(node -> out.add(new NodeRemoved(node)));
    for (Node node : second.values()) {
      Node before = first.get(node.id());
      if (before == null) {
        out.add(new NodeAdded(node));
      } else {
        node(before, node, out);
      }
    }
  }

  private static void node(Node before, Node after, List<PresetChange> out) {
    if (!before.type().equals(after.type())) {
      out.add(new TypeChanged(after.id(), before.type(), after.type()));
    }
    Set<String> params = new TreeSet<>(before.params().keySet());
    params.addAll(after.params().keySet());
    for (String param : params) {
      Optional<Object> from = Optional.ofNullable(before.params().get(param));
      Optional<Object> to = Optional.ofNullable(after.params().get(param));
      if (!from.equals(to)) {
        out.add(new ParamChanged(after.id(), param, from, to));
      }
    }
    if (!before.state().equals(after.state())) {
      out.add(new StateChanged(after.id()));
    }
    if (before.x() != after.x() || before.y() != after.y()) {
      out.add(new NodeMoved(after.id()));
    }
  }

  private static void wires(List<Wire> first, List<Wire> second, List<PresetChange> out) {
    Set<Wire> before = Set.copyOf(first);
    Set<Wire> after = Set.copyOf(second);
    first.stream().filter(wire -> !after.contains(wire)).map(WireRemoved::new).forEach(out::add);
    second.stream().filter(wire -> !before.contains(wire)).map(WireAdded::new).forEach(out::add);
  }

  private static void subgraphs(Subgraphs first, Subgraphs second, List<PresetChange> out) {
    Map<String, Subgraph> before = first.known();
    Map<String, Subgraph> after = second.known();
    before.forEach(
        (id, subgraph) -> {
          Subgraph now = after.get(id);
          if (now == null) {
            out.add(new SubgraphChanged(subgraph.title(), How.REMOVED));
          } else if (!now.equals(subgraph)) {
            out.add(new SubgraphChanged(now.title(), How.CHANGED));
          }
        });
    after.forEach(
        (id, subgraph) -> {
          if (!before.containsKey(id)) {
            out.add(new SubgraphChanged(subgraph.title(), How.ADDED));
          }
        });
  }

  private static void ways(Graph first, Graph second, List<PresetChange> out) {
    second.wires().stream()
        .filter(first.wires()::contains)
        .filter(wire -> !points(first, wire).equals(points(second, wire)))
        .map(WireLed::new)
        .forEach(out::add);
  }

  private static List<GraphEdit.Position> points(Graph graph, Wire wire) {
    return graph.reroutes().getOrDefault(wire, List.of());
  }

  private static void annotations(
      Map<String, Annotation> first, Map<String, Annotation> second, List<PresetChange> out) {
    first.values().stream()
        .filter(annotation -> !second.containsKey(annotation.id()))
        .map(AnnotationRemoved::new)
        .forEach(out::add);
    for (Annotation annotation : second.values()) {
      Annotation before = first.get(annotation.id());
      if (before == null) {
        out.add(new AnnotationAdded(annotation));
      } else if (!before.equals(annotation)) {
        out.add(new AnnotationChanged(before, annotation));
      }
    }
  }

  private static void part(Part part, String from, String to, List<PresetChange> out) {
    if (!from.equals(to)) {
      out.add(new PartChanged(part, from, to));
    }
  }

  private static String models(Preset preset) {
    return preset.models().stream()
        .map(model -> model.name() + " " + model.file() + " " + model.sha256())
        .collect(Collectors.joining(", "));
  }

  private static String scenes(Preset preset) {
    return preset.scenes().stream()
        .map(
            scene -> scene.name() + " " + scene.image() + scene.pose().map(p -> " " + p).orElse(""))
        .collect(Collectors.joining(", "));
  }

  private static String settings(Preset preset) {
    return preset.graph().settings().stream()
        .map(setting -> setting.name() + " " + setting.params())
        .collect(Collectors.joining(", "));
  }
}
