package dev.dreamwire.runtime.train;

import dev.dreamwire.runtime.tensor.learn.TrainStep;
import dev.dreamwire.runtime.train.health.Finding;
import dev.dreamwire.runtime.train.health.HealthRecord;
import dev.dreamwire.runtime.train.health.Symptoms;
import dev.dreamwire.runtime.train.health.TrainingDoctor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Takes steps of one stage until its budget is used up, with checkpoints that a later process goes
 * on from. What a step learns from depends on its number and on what happened since the last
 * checkpoint, so with a budget of steps a resumed run equals one that was never stopped; with a
 * budget of time, up to when the learning rate falls.
 */
final class TrainingLoop {
  private final Stage stage;
  private final Path folder;
  private final Budget budget;
  private final Rhythm rhythm;
  private final Consumer<TrainingEvent> events;
  private final BooleanSupplier stop;
  private final Checkpoints checkpoints;
  private final LossCurve curve;

  /**
   * @param stop asked after every step whether to save and leave
   */
  TrainingLoop(
      Stage stage,
      Path folder,
      Budget budget,
      Rhythm rhythm,
      Consumer<TrainingEvent> events,
      BooleanSupplier stop) {
    this.stage = stage;
    this.folder = folder;
    this.budget = budget;
    this.rhythm = rhythm;
    this.events = events;
    this.stop = stop;
    this.checkpoints = new Checkpoints(folder, stage.name());
    this.curve = new LossCurve(folder, stage.name());
  }

  /**
   * Trains to the end of the budget.
   *
   * @return false if it was stopped before
   */
  boolean run() {
    Checkpoints.Clock clock = Checkpoints.Clock.START;
    TrainingDoctor doctor = doctor(checkpoints.exist());
    if (checkpoints.exist()) {
      clock = checkpoints.restore(stage.step());
      curve.cutAfter(stage.step().steps());
      events.accept(new TrainingEvent.Resumed(stage.name(), stage.step().steps()));
    }
    return new Run(clock, doctor).toTheEnd();
  }

  private TrainingDoctor doctor(boolean goesOn) {
    try {
      HealthRecord record =
          goesOn
              ? HealthRecord.open(folder, stage.name())
              : HealthRecord.begin(folder, stage.name());
      return new TrainingDoctor(record, this::notice);
    } catch (IOException e) {
      throw TrainingException.of(e, "error.unreadable", folder, e.getMessage());
    }
  }

  private void notice(Finding finding) {
    events.accept(new TrainingEvent.Noticed(stage.name(), finding));
  }

  /** One process' part of the stage. */
  private final class Run {
    private final TrainStep step = stage.step();
    private final RateGuard guard;
    private final TrainingDoctor doctor;
    private final double spentBefore;
    private final long started = System.nanoTime();
    private long skipped;
    private double reported;
    private double saved;
    private double drawn;
    private double lossSum;
    private int losses;

    Run(Checkpoints.Clock clock, TrainingDoctor doctor) {
      this.doctor = doctor;
      this.guard = new RateGuard(stage.name(), clock.rateScale());
      this.spentBefore = clock.seconds();
      this.skipped = clock.skipped();
    }

    boolean toTheEnd() {
      boolean moved = false;
      while (progress() < 1) {
        if (stop.getAsBoolean()) {
          save();
          events.accept(new TrainingEvent.Stopped(stage.name(), step.steps()));
          return false;
        }
        moved = true;
        takeStep();
        if (losses > 0 && (now() - reported >= rhythm.reportSeconds() || progress() >= 1)) {
          report();
        }
        if (now() - saved >= rhythm.checkpointSeconds()) {
          save();
        }
        if (now() - drawn >= rhythm.sheetSeconds()) {
          draw();
        }
      }
      if (moved) {
        save();
        draw();
      } else {
        // A stop after the last checkpoint may have come before its model was written.
        publish();
      }
      events.accept(new TrainingEvent.Finished(stage.name(), step.steps()));
      return true;
    }

    private double now() {
      return (System.nanoTime() - started) / 1e9;
    }

    private double progress() {
      return budget.progress(spentBefore + now(), step.steps());
    }

    private void takeStep() {
      double rate = stage.optimiser().rate(step.steps(), progress()) * guard.scale();
      Map<String, Float> out = step.step(stage.batch(step.steps() + skipped), (float) rate);
      if (Float.isFinite(out.get("loss")) && Float.isFinite(out.get("gradientNorm"))) {
        guard.taken();
        lossSum += out.get("loss");
        losses++;
        return;
      }
      skipped++;
      events.accept(new TrainingEvent.StepSkipped(stage.name(), step.steps()));
      if (guard.skipped()) {
        doctor.exploded(step.steps(), Double.NaN);
        events.accept(new TrainingEvent.RateHalved(stage.name(), step.steps(), guard.scale()));
      }
    }

    private void report() {
      double loss = lossSum / losses;
      double speed = losses * stage.framesPerBatch() / (now() - reported);
      if (guard.ranAway(loss) && checkpoints.exist()) {
        doctor.exploded(step.steps(), loss);
        checkpoints.restore(step);
        stage.atCheckpoint();
        curve.cutAfter(step.steps());
        events.accept(new TrainingEvent.RateHalved(stage.name(), step.steps(), guard.scale()));
      } else {
        Map<String, Float> heldOut = step.evaluate(stage.heldOut());
        double progress = progress();
        double spent = spentBefore + now();
        double left = Math.max(0, spent / progress * (1 - progress));
        events.accept(
            new TrainingEvent.Progress(
                stage.name(), step.steps(), progress, loss, heldOut, speed, left));
        curve.add(step.steps(), spent, loss, heldOut);
        doctor.losses(step.steps(), loss, heldOut.get("loss"));
      }
      reported = now();
      lossSum = 0;
      losses = 0;
    }

    private void save() {
      checkpoints.save(step, new Checkpoints.Clock(spentBefore + now(), skipped, guard.scale()));
      stage.atCheckpoint();
      publish();
      saved = now();
    }

    private void publish() {
      try {
        stage.publish(folder);
      } catch (IOException e) {
        throw TrainingException.of(e, "error.unwritable", folder, e.getMessage());
      }
    }

    private void draw() {
      Path png = folder.resolve(stage.name() + ".samples.png");
      Symptoms seen = stage.drawSheet(png);
      events.accept(new TrainingEvent.Drawn(stage.name(), png.toString()));
      doctor.symptoms(step.steps(), progress(), seen);
      drawn = now();
    }
  }
}
