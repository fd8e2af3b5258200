package dev.dreamwire.runtime.train;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.dreamwire.runtime.file.AtomicFile;
import dev.dreamwire.runtime.tensor.learn.TrainStep;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The last two checkpoints of a stage in a folder: {@code NAME.checkpoint} and {@code
 * NAME.checkpoint.previous}, and beside each what is known besides the numbers. Used by one thread.
 */
final class Checkpoints {
  /**
   * What a run knows besides weights and optimiser state.
   *
   * @param seconds of work so far
   * @param skipped steps that were left out, so that batches stay in order
   * @param rateScale of the recipe's learning rate
   */
  record Clock(double seconds, long skipped, double rateScale) {
    static final Clock START = new Clock(0, 0, 1);
  }

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path folder;
  private final String name;

  Checkpoints(Path folder, String name) {
    this.folder = folder;
    this.name = name;
  }

  private Path state(String suffix) {
    return folder.resolve(name + ".checkpoint" + suffix);
  }

  private Path clock(String suffix) {
    return folder.resolve(name + ".clock.json" + suffix);
  }

  /** Whether there is something to go on from. */
  boolean exist() {
    return Files.exists(state("")) || Files.exists(state(".previous"));
  }

  /** Keeps the last checkpoint as the previous one and writes a new one. */
  void save(TrainStep step, Clock clock) {
    try {
      if (Files.exists(state("")) && Files.exists(clock(""))) {
        Files.move(clock(""), clock(".previous"), StandardCopyOption.REPLACE_EXISTING);
        Files.move(state(""), state(".previous"), StandardCopyOption.REPLACE_EXISTING);
      }
      // The clock comes first: a state without one would not know how long it took.
      AtomicFile.write(clock(""), JSON.writeValueAsBytes(clock));
      step.save(state(""));
    } catch (IOException e) {
      throw TrainingException.of(e, "error.checkpointUnwritable", folder, e.getMessage());
    }
  }

  /**
   * Goes on from the newest checkpoint that is whole.
   *
   * @throws TrainingException if none can be read
   */
  Clock restore(TrainStep step) {
    if (!Files.exists(state(""))) {
      return restore(step, ".previous");
    }
    try {
      return restore(step, "");
    } catch (TrainingException damaged) {
      if (!Files.exists(state(".previous"))) {
        throw damaged;
      }
      Clock clock = restore(step, ".previous");
      discardNewest();
      return clock;
    }
  }

  /** So that the next save does not put it in the place of the one that is whole. */
  private void discardNewest() {
    try {
      Files.delete(state(""));
    } catch (IOException e) {
      throw TrainingException.of(e, "error.checkpointUnremovable", state(""), e.getMessage());
    }
  }

  private Clock restore(TrainStep step, String suffix) {
    // A stop between the two moves of save leaves the newest state with the previous clock, its
    // own.
    Path file = Files.exists(clock(suffix)) ? clock(suffix) : clock(".previous");
    try {
      Clock clock = JSON.readValue(Files.readAllBytes(file), Clock.class);
      step.restore(state(suffix));
      return clock;
    } catch (IOException e) {
      throw TrainingException.of(e, "error.checkpointUnreadable", file, e.getMessage());
    } catch (IllegalArgumentException | UncheckedIOException e) {
      throw new TrainingException(e.getMessage(), e);
    }
  }
}
