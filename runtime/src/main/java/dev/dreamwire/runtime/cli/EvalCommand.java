package dev.dreamwire.runtime.cli;

import dev.dreamwire.runtime.eval.EvalException;
import dev.dreamwire.runtime.eval.Evaluation;
import dev.dreamwire.runtime.eval.Extent;
import dev.dreamwire.runtime.eval.Measure;
import dev.dreamwire.runtime.eval.report.Report;
import dev.dreamwire.runtime.eval.report.ReportTexts;
import dev.dreamwire.runtime.eval.report.TextTable;
import dev.dreamwire.runtime.file.AtomicFile;
import dev.dreamwire.runtime.graph.GraphCheck;
import dev.dreamwire.runtime.preset.LoadedPreset;
import dev.dreamwire.runtime.world.World;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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

  @Option(names = "--only", paramLabel = "M", split = ",", descriptionKey = "eval.only")
  private List<String> only = Measure.ids();

  @Option(names = "--quick", descriptionKey = "eval.quick")
  private boolean quick;

  @Option(names = "--starts", paramLabel = "N", descriptionKey = "eval.starts")
  private Integer starts;

  @Option(names = "--out", paramLabel = "DIR", required = true, descriptionKey = "eval.out")
  private Path out;

  @Option(names = "--cache", paramLabel = "DIR", descriptionKey = "eval.cache")
  private Path cache;

  @Option(names = "--report", paramLabel = "FILE.json", descriptionKey = "eval.report")
  private Path report;

  @Mixin private SettingChoice setting;

  @Mixin private EngineChoice engine;

  private final ReportTexts texts = new ReportTexts(Locale.getDefault(Locale.Category.DISPLAY));

  EvalCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    if (starts != null && starts < 1) {
      throw context.bad("eval.fewStarts", starts);
    }
    if (!world.equals(World.NAME)) {
      throw context.bad("eval.noWorld", world, World.NAME);
    }
    LoadedPreset opened = context.catalogue().open(preset);
    LoadedPreset loaded = setting.applied(opened, context).named(setting.label(opened.name()));
    PresetGraphs.requireSound(
        loaded, GraphCheck.check(loaded.preset().graph(), context.registry()), context);
    if (report != null) {
      OutputPlaces.file(report, context);
    }
    context.out().print(TextTable.of(measure(loaded, order()), texts));
    context.out().flush();
    return 0;
  }

  private Evaluation.Order order() {
    Extent size = quick ? Extent.QUICK : Extent.FULL;
    return new Evaluation.Order(
        measures(),
        seed,
        starts == null ? size : size.withStarts(starts),
        out,
        cache == null ? out : cache);
  }

  private Set<Measure> measures() {
    try {
      return only.stream().map(Measure::of).collect(Collectors.toSet());
    } catch (IllegalArgumentException e) {
      throw context.bad("eval.noMeasure", String.join(",", only), String.join(", ", Measure.ids()));
    }
  }

  private Report measure(LoadedPreset loaded, Evaluation.Order order) {
    Evaluation evaluation =
        new Evaluation(
            context.registry(),
            engine.backend(context),
            engine.options(context, false),
            texts,
            this::tell);
    try {
      Report measured = evaluation.run(loaded, new World(), order);
      if (report != null) {
        AtomicFile.write(report, measured.toJson().getBytes(StandardCharsets.UTF_8));
      }
      context.tell("eval.done", out.resolve(Report.HTML));
      return measured;
    } catch (EvalException e) {
      throw new InputException(e.getMessage(), e);
    } catch (IOException e) {
      throw OutputPlaces.unwritable(out, e, context);
    }
  }

  private void tell(Measure measure, double share) {
    if (share == 0) {
      context.tell("eval.measuring", texts.title(measure.id()));
    }
  }
}
