package dev.dreamwire.runtime.train;

import dev.dreamwire.runtime.tensor.script.ScriptBackend;
import dev.dreamwire.runtime.tensor.script.ScriptTrainCompiler;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * The process that {@link TrainingProcess} starts: trains, writes {@link EventLines} to its
 * standard output, and stops with a checkpoint when its standard input ends, which also happens
 * when the process that started it dies.
 */
final class TrainingWorker {
  private final TrainingJob job;
  private final Consumer<TrainingEvent> events;
  private final AtomicBoolean stop = new AtomicBoolean();

  private TrainingWorker(TrainingJob job, Consumer<TrainingEvent> events) {
    this.job = job;
    this.events = events;
  }

  /** Entry of the process; its argument is a {@link TrainingJob} as JSON. */
  public static void main(String[] args) {
    PrintWriter lines =
        new PrintWriter(
            new OutputStreamWriter(
                new FileOutputStream(FileDescriptor.out), StandardCharsets.UTF_8),
            true);
    TrainingWorker worker =
        new TrainingWorker(
            TrainingJob.fromJson(args[0]),
            event -> {
              synchronized (lines) {
                lines.println(EventLines.write(event));
              }
            });
    Thread.ofPlatform().daemon().name("stop").start(worker::stopAtEndOfInput);
    worker.run();
  }

  private void stopAtEndOfInput() {
    try (FileInputStream in = new FileInputStream(FileDescriptor.in)) {
      in.transferTo(FileOutputStream.nullOutputStream());
    } catch (IOException e) {
      events.accept(new TrainingEvent.Began("stopping, because " + e.getMessage()));
    }
    stop.set(true);
  }

  private void train(TrainingData data) {
    switch (job.recipe()) {
      case Recipe recipe ->
          new WorldModelTraining(
                  recipe,
                  data,
                  Optional.ofNullable(job.start()),
                  Path.of(job.out()),
                  new ScriptTrainCompiler(),
                  new ScriptBackend(),
                  job.threads(),
                  job.rhythm(),
                  events)
              .run(job.budget(), stop::get);
      case SingleStageRecipe recipe ->
          new SingleStageRun(
                  recipe,
                  data,
                  Path.of(job.out()),
                  new ScriptTrainCompiler(),
                  new ScriptBackend(),
                  job.threads(),
                  job.rhythm(),
                  events)
              .run(job.budget(), stop::get);
    }
  }

  private void run() {
    try {
      events.accept(new TrainingEvent.Began("reading the recordings"));
      TrainingData data =
          TrainingData.open(
              job.data().stream().map(Path::of).toList(),
              job.heldOut().stream().map(Path::of).toList());
      train(data);
    } catch (TrainingException | IOException | IllegalArgumentException e) {
      events.accept(new TrainingEvent.Failed(e.getMessage()));
    }
  }
}
