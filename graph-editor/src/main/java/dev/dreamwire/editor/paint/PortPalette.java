package dev.dreamwire.editor.paint;

import dev.dreamwire.api.node.NodeSpec;
import dev.dreamwire.api.node.NodeType;
import dev.dreamwire.api.node.Port;
import dev.dreamwire.api.node.PortType;
import dev.dreamwire.editor.geometry.NodeFace;
import dev.dreamwire.runtime.graph.NodeRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A hue for each type of port, handed out in the order in which node types use them. */
public final class PortPalette {
  private static final List<Hue> HUES =
      Stream.of(Hue.values()).filter(hue -> hue != Hue.SLATE).toList();

  private final Map<String, Hue> hues = new HashMap<>();

  /** Hands hues out to the port types of a registry. */
  public PortPalette(NodeRegistry registry) {
    hues.put(NodeFace.UNKNOWN.id(), Hue.SLATE);
    for (NodeType type : registry.types()) {
      NodeSpec spec = type.spec();
      Stream.concat(spec.inputs().stream(), spec.outputs().stream())
          .map(Port::type)
          .map(PortType::id)
          .forEach(id -> hues.computeIfAbsent(id, k -> HUES.get((hues.size() - 1) % HUES.size())));
    }
  }

  /** The hue of a port type; grey for one that no installed node uses. */
  public Hue of(PortType type) {
    return hues.getOrDefault(type.id(), Hue.SLATE);
  }
}
