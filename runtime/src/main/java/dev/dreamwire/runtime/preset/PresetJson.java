package dev.dreamwire.runtime.preset;

import dev.dreamwire.runtime.graph.GraphEdit;
import dev.dreamwire.runtime.graph.Node;
import dev.dreamwire.runtime.graph.Wire;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A preset as JSON text: fields in a fixed order, two spaces of indent, line feeds. */
final class PresetJson {
  private PresetJson() {}

  static byte[] write(Preset preset) {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("format", PresetFile.FORMAT);
    root.put("name", preset.name());
    root.put("description", preset.description());
    root.put("nodes", preset.graph().nodes().values().stream().map(PresetJson::node).toList());
    root.put(
        "wires",
        preset.graph().wires().stream()
            .map(w -> wire(w, preset.graph().reroutes().getOrDefault(w, List.of())))
            .toList());
    if (!preset.graph().annotations().isEmpty()) {
      root.put(
          "annotations",
          preset.graph().annotations().values().stream().map(AnnotationFields::write).toList());
    }
    root.put(
        "models",
        preset.models().stream()
            .map(m -> ordered("name", m.name(), "file", m.file(), "sha256", m.sha256()))
            .toList());
    root.put(
        "scenes",
        preset.scenes().stream()
            .map(s -> ordered("name", s.name(), "image", s.image(), "titles", s.titles()))
            .toList());
    root.putAll(preset.extra());
    return JsonText.write(root);
  }

  private static Map<String, Object> wire(Wire wire, List<GraphEdit.Position> via) {
    Map<String, Object> out = ordered("from", wire.from().toString(), "to", wire.to().toString());
    if (!via.isEmpty()) {
      out.put("via", via.stream().map(p -> List.of(compact(p.x()), compact(p.y()))).toList());
    }
    return out;
  }

  private static Map<String, Object> node(Node node) {
    Map<String, Object> out =
        ordered(
            "id", node.id(),
            "type", node.type(),
            "version", node.version(),
            "at", List.of(compact(node.x()), compact(node.y())),
            "params", node.params());
    out.putAll(node.extra());
    out.putAll(NodeStateFields.write(node.state()));
    return out;
  }

  /** Whole numbers without a fraction: easier on the eye in a file that people read. */
  static Object compact(double value) {
    return value == Math.rint(value) ? (Object) (long) value : (Object) value;
  }

  private static Map<String, Object> ordered(Object... namesAndValues) {
    Map<String, Object> out = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      out.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return out;
  }
}
