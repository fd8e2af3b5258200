package dev.dreamwire.runtime.preset;

import dev.dreamwire.api.node.HandleType;
import dev.dreamwire.api.node.NodeException;
import dev.dreamwire.api.node.NodeType;
import dev.dreamwire.api.node.Param;
import dev.dreamwire.runtime.graph.Expansion;
import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.Node;
import dev.dreamwire.runtime.graph.NodeRegistry;
import dev.dreamwire.runtime.graph.Subgraph;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Keeps a preset's list of models true to its graph: every file that a model node names is listed
 * with its SHA-256, and what no node and no setting names any more is not. Reads files, so that it
 * is no work for the window's thread; safe on all others.
 */
public final class ModelList {
  private final NodeRegistry registry;

  /** Knows model nodes by the installed types. */
  public ModelList(NodeRegistry registry) {
    this.registry = registry;
  }

  /**
   * The preset as it is to be saved: files new to its list get their sums. Sums that it has stand,
   * so that saving does not hide that a file was changed. A file that cannot be read is listed
   * without a sum.
   */
  public Preset completed(Preset preset, PresetFiles files) {
    return listed(preset, files, true);
  }

  /** The preset with the sums of all its model files as they are now: they are meant to be so. */
  public Preset accepted(Preset preset, PresetFiles files) {
    return listed(preset, files, false);
  }

  private Preset listed(Preset preset, PresetFiles files, boolean sumsStand) {
    Set<Object> mentioned = new HashSet<>();
    Graph graph = preset.graph();
    Stream.concat(
            Stream.of(graph), graph.subgraphs().known().values().stream().map(Subgraph::graph))
        .flatMap(level -> level.nodes().values().stream())
        .forEach(node -> mentioned.addAll(node.params().values()));
    graph.settings().forEach(setting -> mentioned.addAll(setting.params().values()));
    Set<String> left = modelFiles(Expansion.flat(graph, registry));
    List<Preset.Model> out = new ArrayList<>();
    for (Preset.Model model : preset.models()) {
      if (mentioned.contains(model.file()) && !model.file().isBlank()) {
        boolean stands = sumsStand && !model.sha256().isBlank();
        out.add(stands ? model : summed(model, files));
      } else if (model.file().isBlank()) {
        out.add(model);
      }
      left.remove(model.file());
    }
    left.forEach(file -> out.add(summed(new Preset.Model(title(file), file, ""), files)));
    return preset.withModels(out);
  }

  /** The files that nodes make models of, as the nodes name them. */
  private Set<String> modelFiles(Graph graph) {
    Set<String> out = new LinkedHashSet<>();
    for (Node node : graph.nodes().values()) {
      NodeType type = registry.find(node.type()).orElse(null);
      if (type instanceof HandleType) {
        type.spec().params().stream()
            .filter(param -> param.kind() instanceof Param.FileKind)
            .map(param -> node.params().get(param.name()))
            .filter(value -> value instanceof String text && !text.isBlank())
            .forEach(value -> out.add((String) value));
      }
    }
    return out;
  }

  private static Preset.Model summed(Preset.Model model, PresetFiles files) {
    try {
      return new Preset.Model(model.name(), model.file(), files.sha256(model.file()));
    } catch (NodeException | UncheckedIOException unreadable) {
      // Whoever plays the preset is told; a document can be saved without its models at hand.
      return model;
    }
  }

  /** {@code dit} for {@code weights/dit.safetensors}. */
  private static String title(String file) {
    String name = file.substring(1 + Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')));
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
