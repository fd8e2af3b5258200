package dev.dreamwire.runtime.preset;

import java.util.LinkedHashMap;
import java.util.Map;

/** A preset as JSON text: fields in a fixed order, two spaces of indent, line feeds. */
final class PresetJson {
  private PresetJson() {}

  static byte[] write(Preset preset) {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("format", PresetFile.FORMAT);
    root.put("name", preset.name());
    root.put("description", preset.description());
    GraphFields.write(preset.graph(), root);
    if (!preset.graph().subgraphs().isEmpty()) {
      root.put("subgraphs", SubgraphFields.write(preset.graph().subgraphs()));
    }
    root.put(
        "models",
        preset.models().stream()
            .map(m -> JsonText.ordered("name", m.name(), "file", m.file(), "sha256", m.sha256()))
            .toList());
    root.put("scenes", preset.scenes().stream().map(PresetJson::scene).toList());
    if (!preset.graph().settings().isEmpty()) {
      root.put("settings", SettingFields.write(preset.graph().settings()));
    }
    root.putAll(preset.extra());
    return JsonText.write(root);
  }

  private static Map<String, Object> scene(Preset.Scene scene) {
    Map<String, Object> out = JsonText.ordered("name", scene.name(), "image", scene.image());
    scene
        .pose()
        .ifPresent(
            p ->
                out.put(
                    "pose",
                    JsonText.ordered(
                        "x", p.x(), "y", p.y(), "z", p.z(), "yaw", p.yaw(), "pitch", p.pitch())));
    out.put("titles", scene.titles());
    return out;
  }
}
