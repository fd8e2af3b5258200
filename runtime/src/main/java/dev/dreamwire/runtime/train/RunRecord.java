package dev.dreamwire.runtime.train;

import dev.dreamwire.runtime.file.AtomicFile;
import dev.dreamwire.runtime.train.health.HealthRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What a run tells while it trains, and writes beside its models: the recipe when it begins, the
 * card when it is done. One thread.
 */
final class RunRecord {
  private final TrainingRecipe recipe;
  private final Path out;
  private final Consumer<TrainingEvent> events;
  private final Map<String, TrainingEvent.Progress> last = new LinkedHashMap<>();
  private final Set<String> stages = new LinkedHashSet<>();

  /**
   * A record.
   *
   * @param out folder of the run
   * @param events told everything
   */
  RunRecord(TrainingRecipe recipe, Path out, Consumer<TrainingEvent> events) {
    this.recipe = recipe;
    this.out = out;
    this.events = events;
  }

  /** Makes the folder and writes the recipe into it. */
  void begin() throws IOException {
    Files.createDirectories(out);
    AtomicFile.write(out.resolve("recipe.json"), recipe.toJson().getBytes(StandardCharsets.UTF_8));
  }

  /** Says what begins now. */
  void tell(String what) {
    events.accept(new TrainingEvent.Began(what));
  }

  /** Tells an event and keeps which stages there were, and the last progress of each. */
  void accept(TrainingEvent event) {
    switch (event) {
      case TrainingEvent.Progress progress -> last.put(progress.stage(), progress);
      case TrainingEvent.Finished finished -> stages.add(finished.stage());
      default -> {}
    }
    events.accept(event);
  }

  /** Writes the card of the models of all stages that finished, and says that all is done. */
  void complete(TrainingData data, Optional<StartingModels> start, Budget budget)
      throws IOException {
    Map<String, HealthRecord> health = new LinkedHashMap<>();
    for (String stage : stages) {
      health.put(stage, HealthRecord.open(out, stage));
    }
    ModelCard.of(recipe, data.source(), start, budget, last, health)
        .write(out.resolve(WorldModelTraining.CARD));
    events.accept(new TrainingEvent.Completed());
  }
}
