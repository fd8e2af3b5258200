package dev.dreamwire.runtime.cli;

import dev.dreamwire.api.node.Vocabulary;
import dev.dreamwire.runtime.backend.Backend;
import dev.dreamwire.runtime.backend.CompileOptions;
import dev.dreamwire.runtime.backend.GemmCeiling;
import dev.dreamwire.runtime.engine.Services;
import dev.dreamwire.runtime.file.AtomicFile;
import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.GraphCheck;
import dev.dreamwire.runtime.oasis.ReferenceConfig;
import dev.dreamwire.runtime.oasis.speed.OasisSpeed;
import dev.dreamwire.runtime.oasis.speed.PrecisionTable;
import dev.dreamwire.runtime.preset.JsonText;
import dev.dreamwire.runtime.preset.LoadedPreset;
import dev.dreamwire.runtime.preset.PresetCatalogue;
import dev.dreamwire.runtime.tensor.Precision;
import dev.dreamwire.runtime.tensor.cost.Cost;
import dev.dreamwire.runtime.tensor.script.ScriptBackend;
import dev.dreamwire.runtime.tensor.script.ScriptTrainCompiler;
import dev.dreamwire.runtime.train.Recipe;
import dev.dreamwire.runtime.train.TrainBench;
import dev.dreamwire.runtime.train.TrainingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code studio bench}: what each node of a preset costs, beside what this machine can do; or how
 * smoothly it plays with the window open, whether its memory grows, or how fast models are trained.
 */
@Command(name = "bench", resourceBundle = CliContext.TEXTS, mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
  private static final int WARM_UP = 40;
  private static final String OASIS = "oasis-500m";
  private static final String FULL = "full";
  private static final int SYNTHETIC_RUNS = 3;
  private static final String TRAIN_SIZE = "S";
  private static final int TRAIN_STEPS = 9;

  /** Pictures as {@code record} makes them if not told otherwise. */
  private static final int WIDTH = 96;

  private static final int HEIGHT = 64;
  private static final Pattern SIZE = Pattern.compile("(\\d{3,4})x(\\d{3,4})");

  private final Opener opener;
  private final CliContext context;

  @Option(
      names = "--preset",
      paramLabel = "P",
      defaultValue = PresetCatalogue.DEFAULT,
      descriptionKey = "preset")
  private String preset;

  @Option(
      names = "--frames",
      paramLabel = "N",
      defaultValue = "200",
      descriptionKey = "bench.frames")
  private int frames;

  @Option(
      names = "--window",
      arity = "0..1",
      fallbackValue = "20",
      paramLabel = "SECONDS",
      descriptionKey = "bench.window")
  private Integer windowSeconds;

  @Option(
      names = "--size",
      paramLabel = "WxH",
      defaultValue = "1280x800",
      descriptionKey = "bench.size")
  private String size;

  @Option(names = "--soak", paramLabel = "N", descriptionKey = "bench.soak")
  private Long soakFrames;

  @Option(
      names = "--train",
      arity = "0..1",
      fallbackValue = TRAIN_SIZE,
      paramLabel = "RECIPE",
      descriptionKey = "bench.train")
  private String train;

  @Option(
      names = "--synthetic",
      arity = "0..1",
      fallbackValue = FULL,
      paramLabel = "SIZE",
      descriptionKey = "bench.synthetic")
  private String synthetic;

  @Option(names = "--precision-table", descriptionKey = "bench.precisionTable")
  private boolean precisionTable;

  @Option(names = "--report", paramLabel = "FILE.json", descriptionKey = "bench.report")
  private Path report;

  @Mixin private SettingChoice setting;

  @Mixin private EngineChoice engine;

  BenchCommand(Opener opener, CliContext context) {
    this.opener = opener;
    this.context = context;
  }

  @Override
  public Integer call() {
    if (train != null) {
      return measureTraining();
    }
    if (synthetic != null || precisionTable) {
      return measureSynthetic();
    }
    return windowSeconds == null ? playHeadless() : measureWindow();
  }

  private int measureSynthetic() {
    if (!preset.equals(OASIS)) {
      throw context.bad("bench.syntheticPreset", OASIS, preset);
    }
    if (report != null) {
      OutputPlaces.file(report, context);
    }
    int threads = engine.options(context, false).threads();
    if (precisionTable) {
      PrecisionTableReport rows = new PrecisionTableReport(context);
      new PrecisionTable(syntheticSize(), threads).measure(rows::add);
      write(rows.figures());
      return 0;
    }
    List<OasisSpeed.Speed> speeds;
    try (GrowingFile programs = new GrowingFile(Files.createTempDirectory("dreamwire-programs"))) {
      Backend kept = engine.backend(programs.path(), context);
      speeds =
          new OasisSpeed(syntheticSize(), kept, threads, SYNTHETIC_RUNS)
              .measure(List.of(Precision.values()), what -> context.tell("bench.measuring", what));
    } catch (IOException e) {
      throw context.bad("bench.noFolder", e.getMessage());
    }
    OasisSpeedReport said = new OasisSpeedReport(speeds);
    said.print(context, threads);
    write(said.figures());
    return 0;
  }

  private void write(Map<String, Object> figures) {
    if (report != null) {
      try {
        AtomicFile.write(report, JsonText.write(figures));
      } catch (IOException e) {
        throw OutputPlaces.unwritable(report, e, context);
      }
    }
  }

  private ReferenceConfig syntheticSize() {
    return switch (synthetic == null ? FULL : synthetic) {
      case FULL -> ReferenceConfig.oasis500m();
      case "small" -> ReferenceConfig.small();
      default -> throw context.bad("bench.syntheticSize", synthetic);
    };
  }

  private int measureTraining() {
    TrainBench.Size size = trainSize();
    CompileOptions options = engine.options(context, false);
    context.tell("bench.ceiling");
    double ceiling = new GemmCeiling(new ScriptBackend()).highest(options);
    context.tell("bench.training", size.name());
    TrainBench bench = new TrainBench(new ScriptTrainCompiler(), options.threads());
    TrainBench.Figures figures = bench.measure(size, TRAIN_STEPS);
    new TrainBenchReport(context).print(size, figures, options.threads(), ceiling);
    return 0;
  }

  private TrainBench.Size trainSize() {
    if (train.equals(TRAIN_SIZE)) {
      return TrainBench.Size.S;
    }
    try {
      return TrainBench.Size.of(Recipe.open(train), WIDTH, HEIGHT, Vocabulary.OASIS.size());
    } catch (TrainingException e) {
      throw new InputException(e.getMessage(), e);
    }
  }

  private int measureWindow() {
    Matcher sides = SIZE.matcher(size);
    if (!sides.matches()) {
      throw context.bad("bench.badSize", size);
    }
    if (windowSeconds < 1) {
      throw context.bad("bench.fewSeconds", windowSeconds);
    }
    String name = opened().name();
    int width = Integer.parseInt(sides.group(1));
    int height = Integer.parseInt(sides.group(2));
    context.tell("bench.windowPlaying", windowSeconds);
    CompletableFuture<WindowFigures> figures = new CompletableFuture<>();
    WindowBench bench =
        new WindowBench(windowSeconds, width, height, setting.name(), figures::complete);
    int code = opener.open(preset, Optional.of(bench));
    if (figures.isDone()) {
      new WindowBenchReport(context).print(name, bench, figures.join());
    }
    return code;
  }

  private int playHeadless() {
    if (frames < 1) {
      throw context.bad("play.fewFrames", frames);
    }
    if (soakFrames != null && soakFrames < 1) {
      throw context.bad("soak.fewFrames", soakFrames);
    }
    LoadedPreset loaded = opened();
    Graph graph = PresetGraphs.flat(loaded, context);
    PresetGraphs.requireSound(loaded, GraphCheck.check(graph, context.registry()), context);
    Backend backend = engine.backend(context);
    return soakFrames == null ? bench(loaded, graph, backend) : soak(loaded, graph, backend);
  }

  private LoadedPreset opened() {
    LoadedPreset loaded = context.catalogue().open(preset);
    return setting.applied(loaded, context).named(setting.label(loaded.name()));
  }

  private int soak(LoadedPreset loaded, Graph graph, Backend backend) {
    context.tell("bench.playing", soakFrames);
    CompileOptions options = engine.options(context, false);
    try (HeadlessGame game =
        HeadlessGame.start(
            loaded,
            graph,
            backend,
            options,
            Services.NONE,
            0,
            HeadlessGame.told(context),
            context)) {
      return new Soak(game.run(), context).play(soakFrames) ? 0 : 1;
    }
  }

  private int bench(LoadedPreset loaded, Graph graph, Backend backend) {
    CompileOptions options = engine.options(context, true);
    context.tell("bench.ceiling");
    double ceiling = new GemmCeiling(backend).highest(engine.options(context, false));
    context.tell("bench.playing", frames);
    try (HeadlessGame game =
        HeadlessGame.start(
            loaded,
            graph,
            backend,
            options,
            Services.NONE,
            0,
            HeadlessGame.told(context),
            context)) {
      PlayReport times = new PlayReport();
      for (int i = 0; i < WARM_UP; i++) {
        game.run().frame();
      }
      for (int i = 0; i < frames; i++) {
        times.add(game.run().frame());
      }
      print(loaded.name(), backend.id(), options, ceiling, times, game.plan().costs());
    }
    return 0;
  }

  private void print(
      String name,
      String backend,
      CompileOptions options,
      double ceiling,
      PlayReport times,
      Map<String, Cost> costs) {
    double median = times.frames().percentile(50);
    line(
        "bench.summary",
        name,
        backend,
        options.precision().name().toLowerCase(Locale.ROOT),
        options.threads(),
        text("%.1f", 1000 / median),
        text("%.2f", median),
        text("%.2f", times.frames().percentile(95)),
        text("%.3f", times.overhead().percentile(50)));
    line("bench.machine", text("%.0f", ceiling));
    context.out().println(context.texts().get("bench.columns"));
    times
        .nodes()
        .forEach((id, timings) -> row(id, timings, costs.getOrDefault(id, Cost.NONE), ceiling));
    context.out().flush();
  }

  private void row(String id, Timings timings, Cost cost, double ceiling) {
    double ms = timings.percentile(50);
    double speed = ms > 0 ? cost.flops() / ms / 1e6 : 0;
    boolean counts = cost.flops() > 0;
    context
        .out()
        .println(
            text(
                "%-18s %8.3f %8.3f %9s %9s %9s",
                id,
                ms,
                timings.percentile(95),
                counts ? text("%.4f", cost.flops() / 1e9) : "-",
                counts ? text("%.1f", speed) : "-",
                counts ? text("%.0f %%", 100 * speed / ceiling) : "-"));
  }

  private void line(String key, Object... args) {
    context.out().println(context.texts().get(key, args));
  }

  private static String text(String format, Object... args) {
    return String.format(Locale.ROOT, format, args);
  }
}
