package dev.dreamwire.runtime.cli;

import dev.dreamwire.runtime.graph.GraphCheck;
import dev.dreamwire.runtime.graph.Problem;
import dev.dreamwire.runtime.preset.LoadedPreset;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code studio check}: prints a preset's problems, one a line. */
@Command(name = "check", resourceBundle = CliContext.TEXTS, mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
  private final CliContext context;

  @Parameters(paramLabel = "PRESET", descriptionKey = "preset")
  private String preset;

  CheckCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    LoadedPreset loaded = context.catalogue().open(preset);
    List<Problem> problems = GraphCheck.check(loaded.preset().graph(), context.registry());
    problems.forEach(context.out()::println);
    context.out().flush();
    PresetGraphs.requireSound(loaded, problems, context);
    context.tell("check.sound", loaded.name());
    return 0;
  }
}
