package dev.dreamwire.runtime.train;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.dreamwire.runtime.train.health.Finding;
import java.util.Map;

/**
 * What a training run tells while it works. Comes from the training thread; from another process as
 * one line of JSON each, see {@link EventLines}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
  @JsonSubTypes.Type(value = TrainingEvent.Began.class, name = "began"),
  @JsonSubTypes.Type(value = TrainingEvent.Resumed.class, name = "resumed"),
  @JsonSubTypes.Type(value = TrainingEvent.Progress.class, name = "progress"),
  @JsonSubTypes.Type(value = TrainingEvent.StepSkipped.class, name = "stepSkipped"),
  @JsonSubTypes.Type(value = TrainingEvent.RateHalved.class, name = "rateHalved"),
  @JsonSubTypes.Type(value = TrainingEvent.Noticed.class, name = "noticed"),
  @JsonSubTypes.Type(value = TrainingEvent.Drawn.class, name = "drawn"),
  @JsonSubTypes.Type(value = TrainingEvent.Finished.class, name = "finished"),
  @JsonSubTypes.Type(value = TrainingEvent.Completed.class, name = "completed"),
  @JsonSubTypes.Type(value = TrainingEvent.Stopped.class, name = "stopped"),
  @JsonSubTypes.Type(value = TrainingEvent.Failed.class, name = "failed"),
  @JsonSubTypes.Type(value = TrainingEvent.WorkerLost.class, name = "workerLost")
})
public sealed interface TrainingEvent {
  /** Something began, in a sentence part for people. */
  record Began(String what) implements TrainingEvent {}

  /** A stage goes on from a checkpoint. */
  record Resumed(String stage, long step) implements TrainingEvent {}

  /**
   * Where a stage stands.
   *
   * @param stage its name
   * @param step steps taken
   * @param progress of the stage's budget, 0..1
   * @param loss mean training loss since the last report
   * @param heldOut the held-out scalars under the averaged weights, empty if not measured now
   * @param framesPerSecond learned from since the last report
   * @param secondsLeft of the stage's budget
   */
  record Progress(
      String stage,
      long step,
      double progress,
      double loss,
      Map<String, Float> heldOut,
      double framesPerSecond,
      double secondsLeft)
      implements TrainingEvent {}

  /** A step whose numbers were not finite was left out. */
  record StepSkipped(String stage, long step) implements TrainingEvent {}

  /**
   * The learning rate was halved, because steps had to be skipped or the loss ran away.
   *
   * @param step that training goes on from
   * @param scale of the recipe's learning rate from now on
   */
  record RateHalved(String stage, long step, double scale) implements TrainingEvent {}

  /** Something wrong with a model was noticed. */
  record Noticed(String stage, Finding finding) implements TrainingEvent {}

  /** A picture was drawn or drawn anew: a sample sheet. */
  record Drawn(String stage, String png) implements TrainingEvent {}

  /** A model was written. */
  record Finished(String stage, long steps) implements TrainingEvent {}

  /** The whole run is done: both models and the card are written. */
  record Completed() implements TrainingEvent {}

  /** The run was asked to stop and can be gone on with from its checkpoint. */
  record Stopped(String stage, long step) implements TrainingEvent {}

  /** The run cannot go on; the message says why and what to do. */
  record Failed(String message) implements TrainingEvent {}

  /**
   * The worker process died.
   *
   * @param how for people: its exit code
   * @param restarts left, the one that follows included
   */
  record WorkerLost(String how, int restarts) implements TrainingEvent {}
}
