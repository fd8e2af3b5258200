package dev.dreamwire.runtime.cli;

import dev.dreamwire.api.node.NodeSpec;
import dev.dreamwire.api.node.NodeType;
import dev.dreamwire.api.node.Param;
import dev.dreamwire.api.node.Port;
import dev.dreamwire.runtime.preset.JsonText;
import dev.dreamwire.runtime.preset.PlatformFolders;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code studio nodes}: every node type with its ports and parameters. */
@Command(name = "nodes", resourceBundle = CliContext.TEXTS, mixinStandardHelpOptions = true)
final class NodesCommand implements Callable<Integer> {
  private final CliContext context;

  @Option(names = "--json", descriptionKey = "nodes.json")
  private boolean json;

  NodesCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    List<NodeSpec> specs = context.registry().types().stream().map(NodeType::spec).toList();
    if (json) {
      byte[] text =
          JsonText.write(Map.of("nodes", specs.stream().map(NodesCommand::json).toList()));
      context.out().print(new String(text, StandardCharsets.UTF_8));
    } else {
      specs.forEach(this::print);
      context.tell("nodes.plugins", PlatformFolders.current().plugins());
    }
    context.out().flush();
    return 0;
  }

  private void print(NodeSpec spec) {
    context.out().println(spec.id() + "  " + spec.title());
    spec.inputs().forEach(p -> context.out().println("  in   " + describe(p)));
    spec.outputs().forEach(p -> context.out().println("  out  " + describe(p)));
    spec.params().forEach(p -> context.out().println("  set  " + describe(p)));
  }

  private static String describe(Port port) {
    String role =
        port.role() == Port.Role.NORMAL ? "" : " " + port.role().name().toLowerCase(Locale.ROOT);
    return port.name() + " : " + port.type().id() + role + (port.optional() ? " optional" : "");
  }

  private static String describe(Param param) {
    String unit = param.unit().isEmpty() ? "" : " " + param.unit();
    return param.name()
        + " = "
        + (param.defaultValue().equals("") ? "\"\"" : oneLine(param.defaultValue().toString()))
        + unit
        + range(param.kind())
        + (param.live() ? " live" : "");
  }

  private static String oneLine(String text) {
    return text.contains("\n") ? "…" : text;
  }

  private static String range(Param.Kind kind) {
    return switch (kind) {
      case Param.IntKind(long min, long max) -> " (" + min + ".." + max + ")";
      case Param.FloatKind(double min, double max) -> " (" + min + ".." + max + ")";
      case Param.ChoiceKind(var choices) -> " (" + String.join(" | ", choices) + ")";
      case Param.BoolKind k -> " (true | false)";
      case Param.TextKind k -> " (text)";
      case Param.FileKind k -> " (file)";
      case Param.ColourKind k -> " (#rrggbb)";
      case Param.CurveKind(double minX, double maxX, double minY, double maxY) ->
          " (x:y …, " + minX + ".." + maxX + " : " + minY + ".." + maxY + ")";
      case Param.KeyKind k -> " (key)";
    };
  }

  private static Map<String, Object> json(NodeSpec spec) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("id", spec.id());
    out.put("version", spec.version());
    out.put("title", spec.title());
    out.put("category", spec.category().name().toLowerCase(Locale.ROOT));
    out.put("help", spec.help());
    out.put("inputs", spec.inputs().stream().map(NodesCommand::json).toList());
    out.put("outputs", spec.outputs().stream().map(NodesCommand::json).toList());
    out.put("params", spec.params().stream().map(NodesCommand::json).toList());
    return out;
  }

  private static Map<String, Object> json(Port port) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("name", port.name());
    out.put("type", port.type().id());
    out.put("unit", port.unit());
    out.put("optional", port.optional());
    out.put("role", port.role().name().toLowerCase(Locale.ROOT));
    return out;
  }

  private static Map<String, Object> json(Param param) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("name", param.name());
    switch (param.kind()) {
      case Param.IntKind(long min, long max) -> {
        out.put("kind", "integer");
        out.put("min", min);
        out.put("max", max);
      }
      case Param.FloatKind(double min, double max) -> {
        out.put("kind", "number");
        out.put("min", min);
        out.put("max", max);
      }
      case Param.ChoiceKind(var choices) -> {
        out.put("kind", "choice");
        out.put("choices", choices);
      }
      case Param.BoolKind k -> out.put("kind", "boolean");
      case Param.TextKind k -> out.put("kind", "text");
      case Param.FileKind(var extensions) -> {
        out.put("kind", "file");
        out.put("extensions", extensions);
      }
      case Param.ColourKind k -> out.put("kind", "colour");
      case Param.CurveKind(double minX, double maxX, double minY, double maxY) -> {
        out.put("kind", "curve");
        out.put("minX", minX);
        out.put("maxX", maxX);
        out.put("minY", minY);
        out.put("maxY", maxY);
      }
      case Param.KeyKind k -> out.put("kind", "key");
    }
    out.put("default", param.defaultValue());
    out.put("unit", param.unit());
    out.put("live", param.live());
    return out;
  }
}
