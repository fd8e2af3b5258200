package dev.dreamwire.runtime.cli;

import dev.dreamwire.runtime.eval.EvalException;
import dev.dreamwire.runtime.eval.EvalReport;
import dev.dreamwire.runtime.eval.Evaluation;
import dev.dreamwire.runtime.file.AtomicFile;
import dev.dreamwire.runtime.graph.GraphCheck;
import dev.dreamwire.runtime.preset.LoadedPreset;
import dev.dreamwire.runtime.world.World;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code studio eval}: measures how good a preset's world model is. */
@Command(name = "eval", resourceBundle = CliContext.TEXTS, mixinStandardHelpOptions = true)
final class EvalCommand implements Callable<Integer> {
  private final CliContext context;

  @Parameters(paramLabel = "PRESET", descriptionKey = "preset")
  private String preset;

  @Option(
      names = "--world",
      paramLabel = "W",
      defaultValue = World.NAME,
      descriptionKey = "eval.world")
  private String world;

  @Option(names = "--seed", paramLabel = "S", defaultValue = "90210", descriptionKey = "eval.seed")
  private long seed;

  @Option(names = "--starts", paramLabel = "N", defaultValue = "64", descriptionKey = "eval.starts")
  private int starts;

  @Option(names = "--out", paramLabel = "DIR", required = true, descriptionKey = "eval.out")
  private Path out;

  @Option(names = "--report", paramLabel = "FILE.json", descriptionKey = "eval.report")
  private Path report;

  @Mixin private EngineChoice engine;

  EvalCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    if (starts < 1) {
      throw context.bad("eval.fewStarts", starts);
    }
    if (!world.equals(World.NAME)) {
      throw context.bad("eval.noWorld", world, World.NAME);
    }
    LoadedPreset loaded = context.catalogue().open(preset);
    PresetGraphs.requireSound(
        loaded, GraphCheck.check(loaded.preset().graph(), context.registry()), context);
    if (report != null) {
      OutputPlaces.file(report, context);
    }
    context.out().print(measure(loaded).toTable());
    context.out().flush();
    return 0;
  }

  private EvalReport measure(LoadedPreset loaded) {
    Evaluation evaluation =
        new Evaluation(
            context.registry(),
            engine.backend(context),
            engine.options(context, false),
            this::tell);
    try {
      EvalReport measured =
          evaluation.run(
              loaded, new World(), seed, Evaluation.Extent.DEFAULT.withStarts(starts), out);
      if (report != null) {
        AtomicFile.write(report, measured.toJson().getBytes(StandardCharsets.UTF_8));
      }
      context.tell("eval.done", out);
      return measured;
    } catch (EvalException e) {
      throw new InputException(e.getMessage(), e);
    } catch (IOException e) {
      throw OutputPlaces.unwritable(out, e, context);
    }
  }

  private void tell(Evaluation.Part part) {
    context.tell(
        switch (part) {
          case WORLD -> "eval.playing";
          case AUTOENCODER -> "eval.autoencoder";
          case ONE_STEP -> "eval.guessing";
          case TURNS -> "eval.turning";
          case DRIFT -> "eval.dreaming";
        });
  }
}
