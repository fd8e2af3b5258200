package dev.dreamwire.studio.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.testfx.util.WaitForAsyncUtils.waitFor;

import dev.dreamwire.runtime.eval.EvalException;
import dev.dreamwire.runtime.eval.Evaluation;
import dev.dreamwire.runtime.eval.Extent;
import dev.dreamwire.runtime.eval.Measure;
import dev.dreamwire.runtime.eval.report.Report;
import dev.dreamwire.runtime.eval.report.Section;
import dev.dreamwire.studio.evaluation.EvaluationRun.State;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class EvaluationRunTest {
  private static final Evaluation.Order ORDER =
      new Evaluation.Order(
          Set.of(Measure.ACTIONS, Measure.SPEED), 1, Extent.QUICK, Path.of("out"), Path.of("out"));

  private static Report report(String... sections) {
    return new Report(
        "p",
        "island",
        1,
        Map.of(),
        List.of(sections).stream().map(id -> Section.of(id, List.of())).toList());
  }

  private static void start(FxRobot robot, EvaluationRun run) {
    robot.interact(() -> run.start(null, ORDER, Locale.ENGLISH));
  }

  private static void until(EvaluationRun run, Class<? extends State> state)
      throws TimeoutException {
    waitFor(30, TimeUnit.SECONDS, () -> state.isInstance(run.stateProperty().get()));
  }

  @Test
  void whatIsFoundIsToldAsItComesOnTheWindowsThread(FxRobot robot) throws TimeoutException {
    EvaluationRun run =
        new EvaluationRun(
            (preset, order, locale, progress) -> {
              progress.at(Measure.ACTIONS, 0.5);
              progress.found(report("actions"));
              progress.at(Measure.SPEED, 0);
              return report("actions", "speed");
            });
    List<Object> told = new ArrayList<>();
    robot.interact(
        () -> {
          run.stateProperty()
              .subscribe(state -> told.add(Platform.isFxApplicationThread() ? state : "elsewhere"));
          run.reportProperty()
              .subscribe(found -> told.add(found == null ? 0 : found.sections().size()));
        });
    told.clear();
    start(robot, run);
    until(run, State.Done.class);
    assertEquals(
        List.of(
            new State.Running(Measure.ACTIONS, 0, 2),
            new State.Running(Measure.ACTIONS, 0.5, 2),
            1,
            new State.Running(Measure.SPEED, 1, 2),
            2,
            new State.Done()),
        told);
  }

  @Test
  void whatThePersonStopsEndsAndKeepsWhatWasFound(FxRobot robot) throws TimeoutException {
    CountDownLatch asked = new CountDownLatch(1);
    EvaluationRun run =
        new EvaluationRun(
            (preset, order, locale, progress) -> {
              progress.found(report("actions"));
              asked.countDown();
              while (true) {
                progress.at(Measure.SPEED, 0.1);
              }
            });
    start(robot, run);
    waitFor(30, TimeUnit.SECONDS, () -> asked.getCount() == 0);
    robot.interact(run::cancel);
    until(run, State.Stopped.class);
    assertEquals(1, run.reportProperty().get().sections().size());
  }

  @Test
  void whatCannotBeMeasuredSaysWhyAndCanBeTriedAgain(FxRobot robot) throws TimeoutException {
    List<String> tries = new ArrayList<>();
    EvaluationRun run =
        new EvaluationRun(
            (preset, order, locale, progress) -> {
              tries.add("try");
              throw new EvalException("the graph has no denoiser", null);
            });
    start(robot, run);
    until(run, State.Failed.class);
    assertEquals(new State.Failed("the graph has no denoiser"), run.stateProperty().get());
    start(robot, run);
    waitFor(30, TimeUnit.SECONDS, () -> tries.size() == 2);
    until(run, State.Failed.class);
    assertInstanceOf(State.Failed.class, run.stateProperty().get());
  }
}
