package dev.dreamwire.runtime.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.runtime.train.health.Ailment;
import dev.dreamwire.runtime.train.health.HealthRecord;
import dev.dreamwire.runtime.train.health.Symptoms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingLoopTest {
  private static final Rhythm EVERY_STEP = new Rhythm(0, 0, 1e9);

  @TempDir Path folder;
  private final List<TrainingEvent> events = new ArrayList<>();

  private boolean run(CountingStage stage, long steps, BooleanSupplier stop) {
    return new TrainingLoop(stage, folder, new Budget(1e9, steps), EVERY_STEP, events::add, stop)
        .run();
  }

  private static List<Long> batches(long from, long to) {
    return LongStream.range(from, to).boxed().toList();
  }

  private <E> List<E> events(Class<E> kind) {
    return events.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  @Test
  void everyStepIsOneLineOfTheCurveAndTheCurveIsDrawn() throws IOException {
    assertTrue(run(new CountingStage(n -> 2), 5, () -> false));
    List<String> lines = Files.readAllLines(folder.resolve("counting.curve.csv"));
    assertEquals("step,seconds,loss,heldOut_loss", lines.getFirst());
    assertEquals(6, lines.size());
    assertTrue(lines.getLast().matches("5,\\d+\\.\\d,2\\.000000,1\\.000000"), lines.getLast());
    assertEquals(800, ImageIO.read(folder.resolve("counting.curve.png").toFile()).getWidth());
    assertTrue(Files.exists(folder.resolve("counting.samples.png")));
    assertEquals(5, events(TrainingEvent.Progress.class).size());
    assertEquals(new TrainingEvent.Finished("counting", 5), events.getLast());
  }

  @Test
  void aStoppedRunGoesOnWithTheBatchesThatItHasNotSeen() throws IOException {
    CountingStage first = new CountingStage(n -> n == 1 ? Double.NaN : 2);
    assertFalse(run(first, 9, () -> first.batches.size() == 4));
    assertEquals(new TrainingEvent.Stopped("counting", 3), events.getLast());
    CountingStage second = new CountingStage(n -> 2);
    assertTrue(run(second, 9, () -> false));
    assertEquals(batches(4, 10), second.batches, "one batch was skipped, so numbers run one ahead");
    assertEquals(10, Files.readAllLines(folder.resolve("counting.curve.csv")).size());
  }

  @Test
  void everyCheckpointIsAModelThatCanBePlayed() throws IOException {
    CountingStage stage = new CountingStage(n -> 2);
    run(stage, 9, () -> stage.batches.size() == 4);
    assertEquals("4", Files.readString(folder.resolve("counting.model")));
  }

  @Test
  void aFinishedStageIsNotTrainedAgain() {
    run(new CountingStage(n -> 2), 3, () -> false);
    CountingStage again = new CountingStage(n -> 2);
    assertTrue(run(again, 3, () -> false));
    assertEquals(List.of(), again.batches);
  }

  @Test
  void aCrashBetweenTwoCheckpointsLeavesThePreviousOne() throws IOException {
    run(new CountingStage(n -> 2), 4, () -> false);
    Files.delete(folder.resolve("counting.checkpoint"));
    CountingStage again = new CountingStage(n -> 2);
    run(again, 6, () -> false);
    assertEquals(batches(4, 6), again.batches, "the checkpoint before the last was of step 4 too");
  }

  @Test
  void aDamagedCheckpointGivesWayToTheOneBefore() throws IOException {
    run(new CountingStage(n -> 2), 4, () -> false);
    Files.writeString(folder.resolve("counting.checkpoint"), "damaged");
    CountingStage again = new CountingStage(n -> 2);
    run(again, 6, () -> false);
    assertEquals(batches(4, 6), again.batches, "the checkpoint before the last was of step 4 too");
    Files.writeString(folder.resolve("counting.checkpoint"), "damaged");
    Files.writeString(folder.resolve("counting.checkpoint.previous"), "damaged");
    assertThrows(TrainingException.class, () -> run(new CountingStage(n -> 2), 8, () -> false));
  }

  @Test
  void pointsAfterTheCheckpointAreForgotten() throws IOException {
    run(new CountingStage(n -> 2), 4, () -> false);
    Files.writeString(
        folder.resolve("counting.curve.csv"),
        "step,seconds,loss,heldOut_loss\n4,1.0,2.0,1.0\n5,1.2,2.0,1.0\n6,1.");
    run(new CountingStage(n -> 2), 6, () -> false);
    List<String> lines = Files.readAllLines(folder.resolve("counting.curve.csv"));
    assertEquals(
        List.of("step", "4", "5", "6"),
        lines.stream().map(line -> line.substring(0, line.indexOf(','))).toList());
  }

  @Test
  void stepsWithoutNumbersAreLeftOutAndThenSlowTheRun() {
    CountingStage stage = new CountingStage(n -> n >= 2 && n < 7 ? Double.NaN : 2);
    assertTrue(run(stage, 4, () -> false));
    assertEquals(5, events(TrainingEvent.StepSkipped.class).size());
    assertEquals(
        List.of(new TrainingEvent.RateHalved("counting", 2, 0.5)),
        events(TrainingEvent.RateHalved.class));
    assertEquals(0.5f, stage.rates.getLast());
  }

  @Test
  void aRunThatNeverRecoversEndsWithAdvice() {
    CountingStage stage = new CountingStage(n -> n < 2 ? 2 : Double.NaN);
    TrainingException e = assertThrows(TrainingException.class, () -> run(stage, 9, () -> false));
    assertTrue(e.getMessage().contains("lower learningRate"), e.getMessage());
  }

  @Test
  void aLossThatRunsAwayGoesBackToTheCheckpointAtHalfTheRate() {
    boolean[] already = new boolean[1];
    CountingStage stage = new CountingStage(n -> awayOnce(n, already));
    assertTrue(run(stage, 5, () -> false));
    assertEquals(List.of(0L, 1L, 2L, 3L, 3L, 4L), stage.batches);
    assertEquals(List.of(1f, 1f, 1f, 1f, 0.5f, 0.5f), stage.rates);
  }

  private static double awayOnce(long n, boolean[] already) {
    boolean away = n == 3 && !already[0];
    already[0] |= n == 3;
    return away ? 100 : 2;
  }

  @Test
  void whatIsWrongIsToldAndStandsInTheRecord() throws IOException {
    boolean[] already = new boolean[1];
    CountingStage stage = new CountingStage(n -> awayOnce(n, already));
    stage.symptoms = Symptoms.NONE.withActions(1.01, Map.of());
    assertTrue(run(stage, 5, () -> false));
    assertEquals(
        List.of(Ailment.EXPLODING, Ailment.ACTIONS_IGNORED),
        events(TrainingEvent.Noticed.class).stream().map(e -> e.finding().ailment()).toList());
    assertEquals(2, HealthRecord.open(folder, "counting").entries().size());
  }

  @Test
  void aRunThatBeginsAnewForgetsWhatAiledTheOneBefore() throws IOException {
    CountingStage stage = new CountingStage(n -> 2);
    stage.symptoms = Symptoms.NONE.withActions(1.01, Map.of());
    run(stage, 5, () -> false);
    Files.delete(folder.resolve("counting.checkpoint"));
    Files.delete(folder.resolve("counting.checkpoint.previous"));
    run(new CountingStage(n -> 2), 5, () -> false);
    assertEquals(List.of(), HealthRecord.open(folder, "counting").entries());
  }
}
