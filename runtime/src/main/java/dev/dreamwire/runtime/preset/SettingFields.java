package dev.dreamwire.runtime.preset;

import dev.dreamwire.runtime.graph.Setting;
import java.util.List;
import java.util.Map;

/** Settings as they are stored. A value that fits no parameter is kept; the check names it. */
final class SettingFields {
  private SettingFields() {}

  static List<Setting> read(LocatedJson settings) {
    return settings.items().stream()
        .map(
            item ->
                new Setting(
                    item.require("name").text(),
                    PresetFile.texts(item.field("titles")),
                    item.field("params").map(LocatedJson::fieldsBut).orElse(Map.of()),
                    item.fieldsBut("name", "titles", "params")))
        .toList();
  }

  static List<Map<String, Object>> write(List<Setting> settings) {
    return settings.stream().map(SettingFields::write).toList();
  }

  private static Map<String, Object> write(Setting setting) {
    Map<String, Object> out =
        JsonText.ordered(
            "name", setting.name(), "titles", setting.titles(), "params", setting.params());
    out.putAll(setting.extra());
    return out;
  }
}
