package dev.dreamwire.runtime.cli;

import dev.dreamwire.runtime.train.Budget;
import dev.dreamwire.runtime.train.EventLines;
import dev.dreamwire.runtime.train.Rhythm;
import dev.dreamwire.runtime.train.TrainingEvent;
import dev.dreamwire.runtime.train.TrainingException;
import dev.dreamwire.runtime.train.TrainingJob;
import dev.dreamwire.runtime.train.TrainingProcess;
import dev.dreamwire.runtime.train.TrainingRecipe;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code studio train}: trains an autoencoder and a denoiser by a recipe, in a process of its own.
 */
@Command(name = "train", resourceBundle = CliContext.TEXTS, mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {
  private final CliContext context;

  @Parameters(paramLabel = "RECIPE", descriptionKey = "train.recipe")
  private String recipe;

  @Option(names = "--data", paramLabel = "DIR", required = true, descriptionKey = "train.data")
  private List<Path> data;

  @Option(names = "--held-out", paramLabel = "DIR", descriptionKey = "train.heldOut")
  private List<Path> heldOut = List.of();

  @Option(names = "--from", paramLabel = "PRESET", descriptionKey = "train.from")
  private String from;

  @Option(names = "--out", paramLabel = "DIR", required = true, descriptionKey = "train.out")
  private Path out;

  @Option(names = "--hours", paramLabel = "H", descriptionKey = "train.hours")
  private double hours = 2;

  @Option(names = "--steps", paramLabel = "N", descriptionKey = "train.steps")
  private long steps = Long.MAX_VALUE;

  @Option(names = "--threads", paramLabel = "N", descriptionKey = "train.threads")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(names = "--resume", descriptionKey = "train.resume")
  private boolean resume;

  @Option(names = "--json", descriptionKey = "train.json")
  private boolean json;

  TrainCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    TrainingProcess process = new TrainingProcess(job(), this::tell);
    Thread onExit = Thread.ofPlatform().unstarted(process::stop);
    Runtime.getRuntime().addShutdownHook(onExit);
    TrainingProcess.Outcome outcome = process.run();
    return outcome == TrainingProcess.Outcome.FAILED ? 1 : 0;
  }

  private TrainingJob job() {
    if (!(hours > 0) || steps < 1 || threads < 1) {
      throw context.bad("train.positive");
    }
    try {
      TrainingJob job =
          new TrainingJob(
              TrainingRecipe.open(context.catalogue().named(recipe)),
              data.stream().map(Path::toString).toList(),
              heldOut.stream().map(Path::toString).toList(),
              from == null ? null : new StartFinder(context).find(from),
              out.toString(),
              new Budget(hours * 3600, steps),
              Rhythm.DEFAULT,
              threads);
      job.require(resume);
      return job;
    } catch (TrainingException | IOException e) {
      throw new InputException(e.getMessage(), e);
    }
  }

  private void tell(TrainingEvent event) {
    if (json) {
      context.out().println(EventLines.write(event));
      context.out().flush();
    }
    switch (event) {
      case TrainingEvent.Began e -> context.tell("train.began", e.what());
      case TrainingEvent.Resumed e -> context.tell("train.resumed", e.stage(), e.step());
      case TrainingEvent.Progress e -> tell(e);
      case TrainingEvent.StepSkipped e -> context.tell("train.skipped", e.stage(), e.step());
      case TrainingEvent.RateHalved e ->
          context.tell("train.halved", e.stage(), e.step(), e.scale());
      case TrainingEvent.Noticed e ->
          context.tell(
              "train.noticed",
              e.stage(),
              e.finding().step(),
              e.finding().sentence(),
              e.finding().ailment().remedy());
      case TrainingEvent.Drawn e -> context.tell("train.drawn", e.png());
      case TrainingEvent.Finished e -> context.tell("train.finished", e.stage(), e.steps());
      case TrainingEvent.Completed e -> context.tell("train.completed", out);
      case TrainingEvent.Stopped e -> context.tell("train.stopped", e.stage(), e.step());
      case TrainingEvent.Failed e -> context.err().println("studio: " + e.message());
      case TrainingEvent.WorkerLost e -> context.tell("train.lost", e.how(), e.restarts());
    }
  }

  private void tell(TrainingEvent.Progress e) {
    String heldOutScalars =
        e.heldOut().entrySet().stream()
            .map(scalar -> scalar.getKey() + " " + number("%.4f", scalar.getValue()))
            .collect(Collectors.joining(", "));
    Duration left = Duration.ofSeconds((long) e.secondsLeft());
    context.tell(
        "train.progress",
        e.stage(),
        number("%.0f", e.progress() * 100),
        e.step(),
        number("%.4f", e.loss()),
        heldOutScalars,
        number("%.0f", e.framesPerSecond()),
        number("%d:%02d", left.toHours(), left.toMinutesPart()));
  }

  private static String number(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
