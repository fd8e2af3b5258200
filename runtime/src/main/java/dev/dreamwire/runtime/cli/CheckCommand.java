package dev.dreamwire.runtime.cli;

import dev.dreamwire.runtime.backend.CompileOptions;
import dev.dreamwire.runtime.backend.CpuBackend;
import dev.dreamwire.runtime.engine.PlanException;
import dev.dreamwire.runtime.engine.PlanMonitor;
import dev.dreamwire.runtime.engine.Services;
import dev.dreamwire.runtime.graph.GraphCheck;
import dev.dreamwire.runtime.graph.Problem;
import dev.dreamwire.runtime.preset.LoadedPreset;
import dev.dreamwire.runtime.preset.ModelList;
import dev.dreamwire.runtime.preset.Preset;
import dev.dreamwire.runtime.preset.PresetFile;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code studio check}: prints a preset's problems, one a line: those of its graph, and if there
 * are none, those of its files and parameters, found by starting it.
 */
@Command(name = "check", resourceBundle = CliContext.TEXTS, mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
  private final CliContext context;

  @Parameters(paramLabel = "PRESET", descriptionKey = "preset")
  private String preset;

  @Option(names = "--accept", descriptionKey = "check.accept")
  private boolean accept;

  CheckCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    LoadedPreset loaded = context.catalogue().open(preset);
    if (accept) {
      loaded = accepted(loaded);
    }
    tell(loaded, GraphCheck.check(loaded.preset().graph(), context.registry()));
    try {
      HeadlessGame.start(
              loaded,
              loaded.preset().graph(),
              new CpuBackend(),
              CompileOptions.DEFAULT,
              Services.NONE,
              0,
              PlanMonitor.NONE,
              context)
          .close();
    } catch (PlanException e) {
      tell(loaded, e.problems());
    }
    context.tell("check.sound", loaded.name());
    return 0;
  }

  private void tell(LoadedPreset loaded, List<Problem> problems) {
    problems.forEach(context.out()::println);
    context.out().flush();
    PresetGraphs.requireSound(loaded, problems, context);
  }

  private LoadedPreset accepted(LoadedPreset loaded) {
    Path file = loaded.file().orElseThrow(() -> context.bad("check.noFile", loaded.name()));
    Preset as = new ModelList(context.registry()).accepted(loaded.preset(), loaded.files());
    if (as.equals(loaded.preset())) {
      context.tell("check.sameModels", loaded.name());
      return loaded;
    }
    PresetFile.write(file, as);
    context.tell("check.accepted", loaded.name());
    return context.catalogue().open(file);
  }
}
