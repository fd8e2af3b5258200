package dev.dreamwire.runtime.train.health;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalDouble;

/**
 * Watches whether the loss on held-out play rises while that on the training play falls: both as
 * means over some reports. For one thread.
 */
final class LossWatch {
  private static final int REPORTS = 8;

  private final Deque<Double> training = new ArrayDeque<>();
  private final Deque<Double> heldOut = new ArrayDeque<>();
  private double best = Double.POSITIVE_INFINITY;
  private double trainingAtBest;

  /**
   * Adds a report.
   *
   * @return how many times the best held-out mean the present one is, if meanwhile the training
   *     mean fell; 1 if not; empty while there are too few reports
   */
  OptionalDouble add(double trainingLoss, double heldOutLoss) {
    push(training, trainingLoss);
    push(heldOut, heldOutLoss);
    if (heldOut.size() < REPORTS) {
      return OptionalDouble.empty();
    }
    double now = mean(heldOut);
    double trainingNow = mean(training);
    if (now <= best) {
      best = now;
      trainingAtBest = trainingNow;
    }
    return OptionalDouble.of(trainingNow < trainingAtBest ? now / best : 1);
  }

  private static void push(Deque<Double> values, double value) {
    values.addLast(value);
    if (values.size() > REPORTS) {
      values.removeFirst();
    }
  }

  private static double mean(Deque<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }
}
