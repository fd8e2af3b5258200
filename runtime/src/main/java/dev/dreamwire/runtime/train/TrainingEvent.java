package dev.dreamwire.runtime.train;

import java.util.Map;

/** What a training run tells while it works. Comes from the training thread. */
public sealed interface TrainingEvent {
  /** Something began, in a sentence part for people. */
  record Began(String what) implements TrainingEvent {}

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

  /** A model was written. */
  record Finished(String stage, long steps) implements TrainingEvent {}
}
