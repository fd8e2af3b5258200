package dev.dreamwire.studio.training;

import dev.dreamwire.runtime.train.TrainingEvent;
import dev.dreamwire.runtime.train.TrainingJob;
import dev.dreamwire.runtime.train.TrainingProcess;
import java.util.function.Consumer;

/** Trains models. */
@FunctionalInterface
public interface Trainer {
  /** A run that can be stopped from another thread. */
  interface Run {
    /** Trains to the end. Blocks for hours. */
    TrainingProcess.Outcome train();

    /** Asks it to save and end. */
    void stop();
  }

  /** A run that has not begun; it tells events on the thread that trains. */
  Run prepare(TrainingJob job, Consumer<TrainingEvent> events);

  /** Trains in processes of their own. */
  static Trainer processes() {
    return (job, events) -> {
      TrainingProcess process = new TrainingProcess(job, events);
      return new Run() {
        @Override
        public TrainingProcess.Outcome train() {
          return process.run();
        }

        @Override
        public void stop() {
          process.stop();
        }
      };
    };
  }
}
