package dev.dreamwire.runtime.train;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Trains in a process of its own, so that the settings that libtorch needs, and its crashes, stay
 * away from the caller. A process that dies is started again from its last checkpoint. Safe on
 * every thread.
 */
public final class TrainingProcess implements AutoCloseable {
  /** How a run ended. */
  public enum Outcome {
    /** Both models are written. */
    COMPLETED,
    /** It was asked to stop; a later process can go on. */
    STOPPED,
    /** It cannot go on; the event {@link TrainingEvent.Failed} said why. */
    FAILED
  }

  private static final int RESTARTS = 3;
  private static final List<String> JVM_OPTIONS =
      List.of(
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow",
          "-XX:MaxRAMPercentage=60",
          "-Dai.djl.offline=true",
          "-Dai.djl.pytorch.num_interop_threads=1",
          "-Djava.awt.headless=true");

  private final TrainingJob job;
  private final Consumer<TrainingEvent> events;
  private final Object lock = new Object();
  private Process worker;
  private boolean stopping;

  /**
   * A run that has not begun.
   *
   * @param events told what happens, on the thread of {@link #run}
   */
  public TrainingProcess(TrainingJob job, Consumer<TrainingEvent> events) {
    this.job = job;
    this.events = events;
  }

  /**
   * Trains until the end. Blocks; call it once.
   *
   * @throws TrainingException if no process can be started
   */
  public Outcome run() {
    int restarts = RESTARTS;
    while (true) {
      Ending ending = new Ending();
      int exit = runWorker(ending);
      if (ending.outcome != null) {
        return ending.outcome;
      }
      synchronized (lock) {
        if (stopping) {
          return Outcome.STOPPED;
        }
      }
      // A worker that got further than the one before earns the full count again.
      restarts = ending.moved ? RESTARTS : restarts;
      if (restarts == 0) {
        events.accept(
            new TrainingEvent.Failed(
                "the training process ended "
                    + (RESTARTS + 1)
                    + " times without a step (exit code "
                    + exit
                    + "); its last words are in "
                    + log()));
        return Outcome.FAILED;
      }
      events.accept(new TrainingEvent.WorkerLost("exit code " + exit, restarts));
      restarts--;
    }
  }

  /** What a worker's events say about its end. */
  private static final class Ending {
    private Outcome outcome;
    private boolean moved;

    void see(TrainingEvent event) {
      switch (event) {
        case TrainingEvent.Completed ignored -> outcome = Outcome.COMPLETED;
        case TrainingEvent.Stopped ignored -> outcome = Outcome.STOPPED;
        case TrainingEvent.Failed ignored -> outcome = Outcome.FAILED;
        case TrainingEvent.Progress ignored -> moved = true;
        default -> {}
      }
    }
  }

  private int runWorker(Ending ending) {
    Process process = start();
    try (BufferedReader lines = process.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Optional<TrainingEvent> event = EventLines.read(line);
        event.ifPresent(ending::see);
        event.ifPresent(events);
      }
      return process.waitFor();
    } catch (IOException e) {
      throw TrainingException.of(e, "error.processLost", e.getMessage());
    } catch (InterruptedException e) {
      stop();
      Thread.currentThread().interrupt();
      throw TrainingException.of(e, "error.interrupted");
    }
  }

  private Process start() {
    synchronized (lock) {
      ProcessBuilder builder = new ProcessBuilder(command());
      // Waiting threads must not spin beside a window; large pages are a tenth faster.
      builder.environment().put("OMP_WAIT_POLICY", "PASSIVE");
      builder.environment().put("THP_MEM_ALLOC_ENABLE", "1");
      try {
        Files.createDirectories(Path.of(job.out()));
        builder.redirectError(ProcessBuilder.Redirect.appendTo(log().toFile()));
        worker = builder.start();
        return worker;
      } catch (IOException e) {
        throw TrainingException.of(e, "error.processUnstartable", e.getMessage());
      }
    }
  }

  private List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JVM_OPTIONS);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(TrainingWorker.class.getName());
    command.add(job.toJson());
    return command;
  }

  private Path log() {
    return Path.of(job.out()).resolve("worker.log");
  }

  /** The worker's process; empty before it started and after it ended. */
  public Optional<ProcessHandle> worker() {
    synchronized (lock) {
      return Optional.ofNullable(worker).filter(Process::isAlive).map(Process::toHandle);
    }
  }

  /** Asks the worker to save a checkpoint and end; {@link #run} then returns. */
  public void stop() {
    synchronized (lock) {
      stopping = true;
      if (worker != null) {
        try (OutputStream input = worker.getOutputStream()) {
          input.flush();
        } catch (IOException e) {
          // The pipe is gone, and with it the process.
          worker.destroy();
        }
      }
    }
  }

  @Override
  public void close() {
    stop();
  }
}
