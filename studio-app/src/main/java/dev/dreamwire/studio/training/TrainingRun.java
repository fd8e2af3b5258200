package dev.dreamwire.studio.training;

import dev.dreamwire.runtime.train.TrainingEvent;
import dev.dreamwire.runtime.train.TrainingException;
import dev.dreamwire.runtime.train.TrainingJob;
import dev.dreamwire.runtime.train.TrainingProcess;
import dev.dreamwire.runtime.train.health.Finding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * A training run as the window sees it: on a thread of its own, told on the window's. For the
 * window's thread.
 */
public final class TrainingRun {
  /** Where a run is. */
  public enum Phase {
    /** Not begun. */
    IDLE,
    /** At work. */
    RUNNING,
    /** Asked to save and end. */
    STOPPING,
    /** Ended before its time; it can be gone on with. */
    STOPPED,
    /** Both models are written. */
    COMPLETED,
    /** It cannot go on. */
    FAILED
  }

  private final Trainer trainer;
  private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.IDLE);
  private final ReadOnlyObjectWrapper<TrainingEvent.Progress> progress =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Path> sheet = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<String> failure = new ReadOnlyObjectWrapper<>("");
  private final ObservableList<Finding> findings = FXCollections.observableArrayList();
  private Optional<Trainer.Run> running = Optional.empty();

  /** A run that has not begun. */
  public TrainingRun(Trainer trainer) {
    this.trainer = trainer;
  }

  /** Where it is. */
  public ReadOnlyObjectProperty<Phase> phaseProperty() {
    return phase.getReadOnlyProperty();
  }

  /** How far it is; null before the first report. */
  public ReadOnlyObjectProperty<TrainingEvent.Progress> progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /** The newest sample sheet; null before the first. Set anew whenever the file is. */
  public ReadOnlyObjectProperty<Path> sheetProperty() {
    return sheet.getReadOnlyProperty();
  }

  /** Why it cannot go on; empty while it can. */
  public ReadOnlyObjectProperty<String> failureProperty() {
    return failure.getReadOnlyProperty();
  }

  /** What was noticed to be wrong, newest last. */
  public ObservableList<Finding> findings() {
    return FXCollections.unmodifiableObservableList(findings);
  }

  /** Whether it is at work. */
  public boolean running() {
    return phase.get() == Phase.RUNNING || phase.get() == Phase.STOPPING;
  }

  /**
   * Begins, or goes on with what is in the job's folder, unless it is at work.
   *
   * @param job made on the run's thread, for it reads files
   */
  public void start(Callable<TrainingJob> job) {
    if (running()) {
      return;
    }
    phase.set(Phase.RUNNING);
    progress.set(null);
    sheet.set(null);
    failure.set("");
    findings.clear();
    Thread.ofPlatform().daemon().name("training").start(() -> train(job));
  }

  /** Asks it to save a checkpoint and end. */
  public void stop() {
    if (phase.get() == Phase.RUNNING) {
      phase.set(Phase.STOPPING);
      running.ifPresent(Trainer.Run::stop);
    }
  }

  private void train(Callable<TrainingJob> job) {
    try {
      TrainingJob whole = job.call();
      whole.require(true);
      Trainer.Run run = trainer.prepare(whole, event -> Platform.runLater(() -> hear(event)));
      Platform.runLater(() -> began(run));
      TrainingProcess.Outcome outcome = run.train();
      Platform.runLater(() -> ended(outcome));
    } catch (TrainingException | IOException | IllegalArgumentException e) {
      Platform.runLater(() -> failed(e.getMessage()));
    } catch (Exception e) {
      // The outermost boundary of this thread: a run that breaks down must not look as if it went
      // on.
      Platform.runLater(() -> failed(String.valueOf(e.getMessage())));
      throw new IllegalStateException(e);
    }
  }

  private void began(Trainer.Run run) {
    running = Optional.of(run);
    if (phase.get() == Phase.STOPPING) {
      run.stop();
    }
  }

  private void hear(TrainingEvent event) {
    switch (event) {
      case TrainingEvent.Progress now -> progress.set(now);
      case TrainingEvent.Noticed noticed -> findings.add(noticed.finding());
      case TrainingEvent.Drawn drawn -> {
        sheet.set(null);
        sheet.set(Path.of(drawn.png()));
      }
      case TrainingEvent.Failed why -> failure.set(why.message());
      default -> {}
    }
  }

  private void ended(TrainingProcess.Outcome outcome) {
    running = Optional.empty();
    phase.set(
        switch (outcome) {
          case COMPLETED -> Phase.COMPLETED;
          case STOPPED -> Phase.STOPPED;
          case FAILED -> Phase.FAILED;
        });
  }

  private void failed(String why) {
    running = Optional.empty();
    failure.set(why);
    phase.set(Phase.FAILED);
  }
}
