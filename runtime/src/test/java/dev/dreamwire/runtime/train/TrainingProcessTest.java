package dev.dreamwire.runtime.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
    return new TrainingJob(
        TinyRun.recipe(),
        List.of(folder.resolve("data").toString()),
        List.of(),
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
  void whatTheWorkerCannotDoIsToldAndNotTriedAgain() throws IOException {
    Files.delete(folder.resolve("data").resolve("recording.json"));
    List<TrainingEvent> events = new ArrayList<>();
    assertEquals(
        TrainingProcess.Outcome.FAILED, new TrainingProcess(job("out"), events::add).run());
    TrainingEvent.Failed failed = (TrainingEvent.Failed) events.getLast();
    assertTrue(failed.message().contains("recording.json"), failed.message());
  }
}
