package dev.dreamwire.runtime.cli;

import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.Setting;
import dev.dreamwire.runtime.graph.SettingValues;
import dev.dreamwire.runtime.preset.LoadedPreset;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** The option that plays with one of a preset's settings; shared by the commands that play. */
final class SettingChoice {
  @Option(names = "--setting", paramLabel = "NAME", descriptionKey = "setting")
  private String name;

  /** The setting that was asked for. */
  Optional<String> name() {
    return Optional.ofNullable(name);
  }

  /**
   * The preset with the values of the setting that was asked for; what of them does not fit is told
   * and left out.
   *
   * @throws InputException if the preset has no such setting
   */
  LoadedPreset applied(LoadedPreset loaded, CliContext context) {
    if (name == null) {
      return loaded;
    }
    Graph graph = loaded.preset().graph();
    Setting setting = graph.setting(name).orElseThrow(() -> unknown(graph, context));
    SettingValues values = new SettingValues(graph, context.registry());
    values.problems(setting).forEach(context.err()::println);
    context.err().flush();
    return loaded.with(values.edit(setting).apply(graph));
  }

  private InputException unknown(Graph graph, CliContext context) {
    return graph.settings().isEmpty()
        ? context.bad("setting.none", name)
        : context.bad(
            "setting.unknown",
            name,
            graph.settings().stream().map(Setting::name).collect(Collectors.joining(", ")));
  }

  /** What a preset is called in figures: with the setting, for others would be other figures. */
  String label(String preset) {
    return name == null ? preset : preset + " (" + name + ")";
  }
}
