package dev.dreamwire.runtime.cli;

import dev.dreamwire.runtime.backend.Backend;
import dev.dreamwire.runtime.backend.CompileOptions;
import dev.dreamwire.runtime.engine.Pacer;
import dev.dreamwire.runtime.engine.PlanRun;
import dev.dreamwire.runtime.engine.Services;
import dev.dreamwire.runtime.file.AtomicFile;
import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.GraphCheck;
import dev.dreamwire.runtime.node.MetricsSink;
import dev.dreamwire.runtime.node.ViewportSink;
import dev.dreamwire.runtime.preset.JsonText;
import dev.dreamwire.runtime.preset.LoadedPreset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code studio play}: plays a preset without a window. */
@Command(name = "play", resourceBundle = CliContext.TEXTS, mixinStandardHelpOptions = true)
final class PlayCommand implements Callable<Integer> {
  private static final double FRAMES_PER_SECOND = 20;
  private static final int MEBIBYTE_BITS = 20;

  private final CliContext context;

  @Parameters(paramLabel = "PRESET", descriptionKey = "preset")
  private String preset;

  @Option(
      names = "--frames",
      paramLabel = "N",
      defaultValue = "100",
      descriptionKey = "play.frames")
  private long frames;

  @ArgGroup private Player player;

  @Option(names = "--seed", paramLabel = "S", defaultValue = "0", descriptionKey = "play.seed")
  private long seed;

  @Option(names = "--scene", paramLabel = "NAME", descriptionKey = "play.scene")
  private String scene;

  @Mixin private SettingChoice setting;

  @Option(names = "--set", paramLabel = "node.param=value", descriptionKey = "play.set")
  private List<String> assignments = List.of();

  @Option(names = "--realtime", descriptionKey = "play.realtime")
  private boolean realtime;

  @Option(names = "--out", paramLabel = "clip.mp4|DIR", descriptionKey = "play.out")
  private Path out;

  @Option(names = "--report", paramLabel = "FILE.json", descriptionKey = "play.report")
  private Path report;

  @Mixin private EngineChoice engine;

  /** Who plays, if not the preset's own input. */
  static final class Player {
    @Option(names = "--actions", paramLabel = "FILE", descriptionKey = "play.actions")
    private Path actions;

    @Option(names = "--bot", paramLabel = "NAME", descriptionKey = "play.bot")
    private String bot;
  }

  PlayCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    if (frames < 1) {
      throw context.bad("play.fewFrames", frames);
    }
    LoadedPreset loaded = setting.applied(context.catalogue().open(preset), context);
    Graph graph = graph(loaded);
    String viewport = HeadlessGame.viewport(loaded, graph, context);
    if (report != null) {
      OutputPlaces.file(report, context);
    }
    try (FrameOutput output = output()) {
      play(loaded, graph, viewport, output);
    }
    return 0;
  }

  private Graph graph(LoadedPreset loaded) {
    Graph graph = PresetGraphs.flat(loaded, context);
    for (String assignment : assignments) {
      graph = PresetGraphs.set(graph, assignment, context);
    }
    if (scene != null) {
      graph = PresetGraphs.scene(loaded.preset(), graph, scene, context);
    }
    if (player != null && player.bot != null) {
      graph = PresetGraphs.player(graph, "dreamwire:input.bot", "policy", player.bot, context);
    }
    if (player != null && player.actions != null) {
      if (!Files.isRegularFile(player.actions)) {
        throw context.bad("play.noActions", player.actions);
      }
      String file = player.actions.toAbsolutePath().toString();
      graph = PresetGraphs.player(graph, "dreamwire:input.action_script", "file", file, context);
    }
    PresetGraphs.requireSound(loaded, GraphCheck.check(graph, context.registry()), context);
    return graph;
  }

  private FrameOutput output() {
    if (out == null) {
      return FrameOutput.none();
    }
    try {
      return out.toString().toLowerCase(Locale.ROOT).endsWith(".mp4")
          ? new Mp4File(OutputPlaces.file(out, context), (int) FRAMES_PER_SECOND)
          : new PngFolder(out);
    } catch (IOException e) {
      throw OutputPlaces.unwritable(out, e, context);
    }
  }

  private void play(LoadedPreset loaded, Graph graph, String viewport, FrameOutput output) {
    Backend backend = engine.backend(context);
    CompileOptions options = engine.options(context, false);
    String precision = options.precision().name().toLowerCase(Locale.ROOT);
    FrameTap tap = new FrameTap(viewport, output);
    PlayReport times = new PlayReport();
    Services host =
        Services.NONE
            .with(ViewportSink.class, tap)
            .with(MetricsSink.class, (node, frame, found) -> times.add(node, found));
    context.tell("play.planning", loaded.name(), backend.id(), precision);
    long began = System.nanoTime();
    try (HeadlessGame game =
        HeadlessGame.start(
            loaded, graph, backend, options, host, seed, HeadlessGame.told(context), context)) {
      double readySeconds = seconds(began);
      context.tell("play.playing", frames);
      double playSeconds = frames(game.run(), times);
      String sha256 = tap.sha256Hex();
      output.finish();
      Map<String, Object> figures = new LinkedHashMap<>();
      figures.put("preset", loaded.name());
      setting.name().ifPresent(name -> figures.put("setting", name));
      figures.put("frames", tap.frames());
      figures.put("seconds", playSeconds);
      figures.put("fps", frames / playSeconds);
      figures.put("ready_seconds", readySeconds);
      figures.putAll(times.figures());
      figures.put("seed", seed);
      figures.put("backend", backend.id());
      figures.put("precision", precision);
      figures.put("threads", options.threads());
      figures.put("sha256", sha256);
      tellMemory(figures);
      write(figures);
      context.tell(
          "play.done",
          tap.frames(),
          round(playSeconds),
          round(frames / playSeconds),
          round(times.frames().percentile(95)),
          sha256);
    }
  }

  private void tellMemory(Map<String, Object> figures) {
    try {
      OptionalLong now = ResidentMemory.bytes();
      OptionalLong most = ResidentMemory.mostBytes();
      if (now.isPresent() && most.isPresent()) {
        figures.put("resident_mb", now.getAsLong() >> MEBIBYTE_BITS);
        figures.put("most_resident_mb", most.getAsLong() >> MEBIBYTE_BITS);
        context.tell(
            "play.memory", now.getAsLong() >> MEBIBYTE_BITS, most.getAsLong() >> MEBIBYTE_BITS);
      }
    } catch (IOException e) {
      context.tell("play.noMemory", e.getMessage());
    }
  }

  private double frames(PlanRun run, PlayReport times) {
    Pacer pacer = new Pacer(realtime ? FRAMES_PER_SECOND : 0);
    long began = System.nanoTime();
    for (long i = 0; i < frames; i++) {
      pacer.await();
      times.add(run.frame());
    }
    return seconds(began);
  }

  private void write(Map<String, Object> figures) {
    if (report == null) {
      return;
    }
    try {
      AtomicFile.write(report, JsonText.write(figures));
    } catch (IOException e) {
      throw OutputPlaces.unwritable(report, e, context);
    }
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }

  private static String round(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
