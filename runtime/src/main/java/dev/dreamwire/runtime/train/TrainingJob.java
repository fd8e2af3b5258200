package dev.dreamwire.runtime.train;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.dreamwire.runtime.data.RecordingReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What is to be trained.
 *
 * @param recipe what decides the outcome, apart from the data
 * @param data folders of recordings, at least one
 * @param heldOut folders of recordings to measure on; empty to hold back a part of {@code data}
 * @param start models to begin from; null to train from nothing
 * @param out folder of checkpoints, curves, sheets and models
 * @param budget of the run
 * @param rhythm of reports and checkpoints
 * @param threads for the products
 */
public record TrainingJob(
    TrainingRecipe recipe,
    List<String> data,
    List<String> heldOut,
    StartingModels start,
    String out,
    Budget budget,
    Rhythm rhythm,
    int threads) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  public TrainingJob {
    data = List.copyOf(data);
    heldOut = List.copyOf(heldOut);
  }

  /**
   * Checks what can be checked at once.
   *
   * @param resume whether an earlier run in {@code out} is to be gone on with
   * @throws TrainingException saying what is wrong and what to do
   * @throws IOException if a recording is missing or damaged, with file and line
   */
  public void require(boolean resume) throws IOException {
    for (List<String> folders : List.of(data, heldOut)) {
      for (String folder : folders) {
        RecordingReader.open(Path.of(folder));
      }
    }
    Path began = Path.of(out).resolve("recipe.json");
    if (start != null && !(recipe instanceof Recipe)) {
      throw TrainingException.of(null, "error.startOfOneStage", recipe.name());
    }
    if (!Files.exists(began)) {
      if (Files.exists(Path.of(out)) && !Files.isDirectory(Path.of(out))) {
        throw TrainingException.of(null, "error.outIsFile", out);
      }
      return;
    }
    if (!resume) {
      throw TrainingException.of(null, "error.outTaken", out);
    }
    if (!TrainingRecipe.read(began).equals(recipe)) {
      throw TrainingException.of(null, "error.otherRecipe", out, began);
    }
    if (start != null && !StartingModels.read(Path.of(out)).equals(Optional.of(start))) {
      throw TrainingException.of(null, "error.otherStart", out);
    }
  }

  /** One line of JSON. */
  String toJson() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The job of {@link #toJson}. */
  static TrainingJob fromJson(String json) {
    try {
      return JSON.readValue(json, TrainingJob.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not a training job: " + json, e);
    }
  }
}
