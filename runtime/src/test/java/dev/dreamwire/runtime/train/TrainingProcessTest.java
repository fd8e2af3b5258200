package dev.dreamwire.runtime.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.runtime.model.ModelFiles;
import dev.dreamwire.runtime.tensor.Weights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingProcessTest {
  private static final Rhythm EVERY_STEP = new Rhythm(0, 0, 1e9);
  private static final int STEPS = 6;

  @TempDir Path folder;

  @BeforeEach
  void record() throws IOException {
    TinyRun.record(folder.resolve("data"), "stripes", 3);
  }

  private TrainingJob job(String out) {
    return job(TinyRun.recipe(), null, out);
  }

  private TrainingJob job(Recipe recipe, StartingModels start, String out) {
    return new TrainingJob(
        recipe,
        List.of(folder.resolve("data").toString()),
        List.of(),
        start,
        folder.resolve(out).toString(),
        new Budget(1e6, STEPS),
        EVERY_STEP,
        1);
  }

  @Test
  void aWorkerThatIsKilledGoesOnAsIfNothingHadHappened() throws IOException {
    List<TrainingEvent> calm = new ArrayList<>();
    assertEquals(
        TrainingProcess.Outcome.COMPLETED, new TrainingProcess(job("calm"), calm::add).run());
    List<TrainingEvent> rough = new ArrayList<>();
    AtomicBoolean killed = new AtomicBoolean();
    TrainingProcess[] process = new TrainingProcess[1];
    process[0] =
        new TrainingProcess(
            job("rough"),
            event -> {
              rough.add(event);
              if (event instanceof TrainingEvent.Progress p
                  && p.stage().equals("denoiser")
                  && p.step() == 3
                  && killed.compareAndSet(false, true)) {
                process[0].worker().orElseThrow().destroyForcibly();
              }
            });
    assertEquals(TrainingProcess.Outcome.COMPLETED, process[0].run());
    assertTrue(rough.stream().anyMatch(TrainingEvent.WorkerLost.class::isInstance), "" + rough);
    for (String model : List.of(WorldModelTraining.AUTOENCODER, WorldModelTraining.DENOISER)) {
      assertArrayEquals(
          Files.readAllBytes(folder.resolve("calm").resolve(model)),
          Files.readAllBytes(folder.resolve("rough").resolve(model)),
          model);
    }
    String card = Files.readString(folder.resolve("calm").resolve(WorldModelTraining.CARD));
    assertTrue(
        card.contains("training: 80 frames in 2 episodes of stripes, policy none, seed 1"), card);
    assertTrue(card.contains("denoiser: 6 steps"), card);
    assertTrue(card.contains("## Health"), card);
  }

  @Test
  void aRunThatBeginsFromTrainedModelsKeepsTheAutoencoderAndLearnsOn() throws IOException {
    new TrainingProcess(job("first"), event -> {}).run();
    Path first = folder.resolve("first");
    StartingModels start = models(first);
    assertEquals(
        TrainingProcess.Outcome.COMPLETED,
        new TrainingProcess(job(TinyRun.recipe(), start, "second"), event -> {}).run());
    Path second = folder.resolve("second");
    assertArrayEquals(
        Files.readAllBytes(first.resolve(WorldModelTraining.AUTOENCODER)),
        Files.readAllBytes(second.resolve(WorldModelTraining.AUTOENCODER)));
    double moved = apart(first, second);
    new TrainingProcess(job(TinyRun.recipe(8), null, "other"), event -> {}).run();
    double foreign = apart(first, folder.resolve("other"));
    assertTrue(moved > 0 && moved < foreign / 2, moved + " of " + foreign);
    assertTrue(Files.readString(second.resolve(WorldModelTraining.CARD)).contains("begun from"));
  }

  /** How far the denoisers of two runs are from each other. */
  private static double apart(Path one, Path other) throws IOException {
    Weights a = ModelFiles.dit(one.resolve(WorldModelTraining.DENOISER), "").weights();
    Weights b = ModelFiles.dit(other.resolve(WorldModelTraining.DENOISER), "").weights();
    double sum = 0;
    for (String name : a.names()) {
      double[] mine = a.get(name).toDoubles();
      double[] theirs = b.get(name).toDoubles();
      for (int i = 0; i < mine.length; i++) {
        sum += (mine[i] - theirs[i]) * (mine[i] - theirs[i]);
      }
    }
    return Math.sqrt(sum);
  }

  @Test
  void aRunThatIsGoneOnWithKnowsWhatItBeganFrom() throws IOException {
    new TrainingProcess(job("first"), event -> {}).run();
    StartingModels start = models(folder.resolve("first"));
    Path second = folder.resolve("second");
    new TrainingProcess(job(TinyRun.recipe(), start, "second"), event -> {}).run();
    byte[] autoencoder = Files.readAllBytes(second.resolve(WorldModelTraining.AUTOENCODER));
    List<TrainingEvent> events = new ArrayList<>();
    assertEquals(
        TrainingProcess.Outcome.COMPLETED,
        new TrainingProcess(job(TinyRun.recipe(), null, "second"), events::add).run());
    assertTrue(
        events.stream()
            .noneMatch(
                e -> e instanceof TrainingEvent.Finished f && f.stage().equals("autoencoder")),
        "no autoencoder is trained: " + events);
    assertArrayEquals(
        autoencoder, Files.readAllBytes(second.resolve(WorldModelTraining.AUTOENCODER)));
    job(TinyRun.recipe(), start, "second").require(true);
    TrainingJob other = job(TinyRun.recipe(), models(second), "second");
    String message = assertThrows(TrainingException.class, () -> other.require(true)).getMessage();
    assertTrue(message.contains("did not begin from these models"), message);
  }

  private static StartingModels models(Path run) {
    return new StartingModels(
        run.resolve(WorldModelTraining.AUTOENCODER).toString(),
        run.resolve(WorldModelTraining.DENOISER).toString());
  }

  @Test
  void aStartOfAnotherShapeIsNamed() throws IOException {
    new TrainingProcess(job("first"), event -> {}).run();
    StartingModels swapped =
        new StartingModels(
            folder.resolve("first").resolve(WorldModelTraining.AUTOENCODER).toString(),
            folder.resolve("first").resolve(WorldModelTraining.AUTOENCODER).toString());
    List<TrainingEvent> events = new ArrayList<>();
    assertEquals(
        TrainingProcess.Outcome.FAILED,
        new TrainingProcess(job(TinyRun.recipe(), swapped, "second"), events::add).run());
    String message = ((TrainingEvent.Failed) events.getLast()).message();
    assertTrue(message.contains("autoencoder.safetensors holds a vit-autoencoder"), message);
  }

  @Test
  void whatTheWorkerCannotDoIsToldAndNotTriedAgain() throws IOException {
    Files.delete(folder.resolve("data").resolve("recording.json"));
    List<TrainingEvent> events = new ArrayList<>();
    assertEquals(
        TrainingProcess.Outcome.FAILED, new TrainingProcess(job("out"), events::add).run());
    TrainingEvent.Failed failed = (TrainingEvent.Failed) events.getLast();
    assertTrue(failed.message().contains("recording.json"), failed.message());
  }
}
