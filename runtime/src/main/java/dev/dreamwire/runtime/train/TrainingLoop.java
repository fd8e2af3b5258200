package dev.dreamwire.runtime.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Takes steps of one stage until its time is used up, with checkpoints that a later process goes on
 * from. What a step learns from depends on its number alone, so a resumed run equals one that was never
 * stopped, up to when the learning rate falls (time that passed is kept in the checkpoint).
 */
final class TrainingLoop {
  private static final int MOST_SKIPPED_IN_A_ROW = 20;

  /**
   * How often things are done.
   *
   * @param reportSeconds between two progress events
   * @param checkpointSeconds between two checkpoints
   * @param sheetSeconds between two sample sheets
   */
  record Rhythm(double reportSeconds, double checkpointSeconds, double sheetSeconds) {
    static final Rhythm DEFAULT = new Rhythm(15, 120, 300);
  }

  private final Stage stage;
  private final Path folder;
  private final Budget budget;
  private final Rhythm rhythm;
  private final Consumer<TrainingEvent> events;
  private double spentBefore;

  TrainingLoop(Stage stage, Path folder, Budget budget, Rhythm rhythm, Consumer<TrainingEvent> events) {
    this.stage = stage;
    this.folder = folder;
    this.budget = budget;
    this.rhythm = rhythm;
    this.events = events;
  }

  /**
   * When a stage ends: whichever comes first.
   *
   * @param seconds of work, over all processes
   * @param steps of the stage
   */
  record Budget(double seconds, long steps) {}

  private Path checkpoint() {
    return folder.resolve(stage.name() + ".checkpoint");
  }

  private Path clock() {
    return folder.resolve(stage.name() + ".seconds");
  }

  /** Whether an earlier process already began this stage. */
  boolean hasCheckpoint() {
    return Files.exists(checkpoint());
  }

  /** Trains to the end of the budget. */
  void run() {
    TrainStep step = stage.step();
    if (hasCheckpoint()) {
      step.restore(checkpoint());
      spentBefore = readClock();
    }
    long started = System.nanoTime();
    double reported = 0;
    double saved = 0;
    double drawn = 0;
    double lossSum = 0;
    int losses = 0;
    int skipped = 0;
    long attempt = step.steps();
    double now = 0;
    while (progress(now, step.steps()) < 1) {
      float rate = stage.optimiser().rate(step.steps(), progress(now, step.steps()));
      Map<String, Float> out = step.step(stage.batch(attempt++), rate);
      now = (System.nanoTime() - started) / 1e9;
      if (!Float.isFinite(out.get("loss")) || !Float.isFinite(out.get("gradientNorm"))) {
        events.accept(new TrainingEvent.StepSkipped(stage.name(), step.steps()));
        if (++skipped == MOST_SKIPPED_IN_A_ROW) {
          throw new TrainingException(
              "the loss of the " + stage.name() + " is no number any more; resume from its checkpoint with"
                  + " a lower learning rate",
              null);
        }
        continue;
      }
      skipped = 0;
      lossSum += out.get("loss");
      losses++;
      if (now - reported >= rhythm.reportSeconds() || progress(now, step.steps()) >= 1) {
        report(step, now, lossSum / losses, losses * stage.framesPerBatch() / (now - reported));
        reported = now;
        lossSum = 0;
        losses = 0;
      }
      if (now - saved >= rhythm.checkpointSeconds()) {
        save(step, now);
        saved = now;
      }
      if (now - drawn >= rhythm.sheetSeconds()) {
        draw();
        drawn = now;
      }
    }
    save(step, now);
    draw();
    events.accept(new TrainingEvent.Finished(stage.name(), step.steps()));
  }

  private double progress(double now, long steps) {
    return Math.max((spentBefore + now) / budget.seconds(), (double) steps / budget.steps());
  }

  private void report(TrainStep step, double now, double loss, double speed) {
    Map<String, Float> heldOut = step.evaluate(stage.heldOut());
    double progress = progress(now, step.steps());
    double spent = spentBefore + now;
    double left = progress > 0 ? spent / progress * (1 - progress) : budget.seconds();
    events.accept(
        new TrainingEvent.Progress(
            stage.name(), step.steps(), progress, loss, heldOut, speed, Math.max(0, left)));
    appendCurve(step.steps(), spent, loss, heldOut);
  }

  private void appendCurve(long steps, double seconds, double loss, Map<String, Float> heldOut) {
    Path csv = folder.resolve(stage.name() + ".curve.csv");
    StringBuilder line = new StringBuilder();
    if (!Files.exists(csv)) {
      line.append("step,seconds,loss");
      heldOut.keySet().forEach(name -> line.append(",heldOut_").append(name));
      line.append('\n');
    }
    line.append(String.format(Locale.ROOT, "%d,%.1f,%.6f", steps, seconds, loss));
    heldOut.values().forEach(value -> line.append(String.format(Locale.ROOT, ",%.6f", value)));
    line.append('\n');
    try {
      Files.writeString(csv, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new TrainingException("cannot write " + csv + ": " + e.getMessage(), e);
    }
    CurvePlot.write(csv, folder.resolve(stage.name() + ".curve.png"));
  }

  private void save(TrainStep step, double now) {
    step.save(checkpoint());
    try {
      Files.writeString(clock(), Double.toString(spentBefore + now));
    } catch (IOException e) {
      throw new TrainingException("cannot write " + clock() + ": " + e.getMessage(), e);
    }
  }

  private double readClock() {
    try {
      return Double.parseDouble(Files.readString(clock()).strip());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + clock(), e);
    }
  }

  private void draw() {
    stage.drawSheet(folder.resolve(stage.name() + ".samples.png"));
  }
}
