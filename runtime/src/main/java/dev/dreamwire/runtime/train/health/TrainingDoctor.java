package dev.dreamwire.runtime.train.health;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Judges one model in training by its losses and symptoms, and keeps what it found. It tells of an
 * ailment when it comes, and again only after it had gone. Used by one thread.
 */
public final class TrainingDoctor {
  private static final double OVERFIT = 1.05;
  private static final double FROZEN = 0.3;
  private static final double DISSOLVING = 0.6;
  private static final double SATURATING = 1.6;
  private static final double ACTIONS_IGNORED = 1.1;
  private static final double DEAD_ACTION = 1.02;
  private static final double SAME_OUTPUT = 0.2;

  /** Share of the budget before which a model need not yet move or obey. */
  private static final double GRACE = 0.2;

  private final HealthRecord record;
  private final Consumer<Finding> tell;
  private final LossWatch losses = new LossWatch();
  private final Map<Ailment, Finding> present = new EnumMap<>(Ailment.class);

  /**
   * A doctor.
   *
   * @param record of what was found before, and where findings are kept
   * @param tell is told of every new finding
   */
  public TrainingDoctor(HealthRecord record, Consumer<Finding> tell) {
    this.record = record;
    this.tell = tell;
    record.entries().stream()
        .filter(HealthRecord.Entry::stays)
        .forEach(entry -> present.put(entry.finding().ailment(), entry.finding()));
  }

  /** Looks at a report's losses. */
  public void losses(long step, double training, double heldOut) {
    losses
        .add(training, heldOut)
        .ifPresent(
            times ->
                judge(times > OVERFIT, new Finding(Ailment.OVERFIT, step, "", times, OVERFIT)));
  }

  /** The loss ran away to a value, or was no number. */
  public void exploded(long step, double loss) {
    present.remove(Ailment.EXPLODING);
    judge(true, new Finding(Ailment.EXPLODING, step, "", loss, 0));
  }

  /**
   * Looks at symptoms.
   *
   * @param progress of the budget, 0..1: a model that has only begun is not judged by all
   */
  public void symptoms(long step, double progress, Symptoms symptoms) {
    low(Ailment.SAME_OUTPUT, step, symptoms.variety(), SAME_OUTPUT);
    if (progress < GRACE) {
      return;
    }
    low(Ailment.FROZEN, step, symptoms.motion(), FROZEN);
    low(Ailment.DISSOLVING, step, symptoms.contrast(), DISSOLVING);
    double harsh = symptoms.contrast();
    judge(harsh > SATURATING, new Finding(Ailment.SATURATING, step, "", harsh, SATURATING));
    low(Ailment.ACTIONS_IGNORED, step, symptoms.shuffleRatio(), ACTIONS_IGNORED);
    List<String> dead = new ArrayList<>();
    double least = Double.POSITIVE_INFINITY;
    for (Map.Entry<String, Double> effect : symptoms.effects().entrySet()) {
      if (effect.getValue() < DEAD_ACTION) {
        dead.add(effect.getKey());
        least = Math.min(least, effect.getValue());
      }
    }
    String names = String.join(", ", dead.stream().sorted().toList());
    Finding finding = new Finding(Ailment.DEAD_ACTIONS, step, names, least, DEAD_ACTION);
    // All of them at once is the ailment above.
    judge(!dead.isEmpty() && !present.containsKey(Ailment.ACTIONS_IGNORED), finding);
  }

  private void low(Ailment ailment, long step, double measured, double limit) {
    judge(measured < limit, new Finding(ailment, step, "", measured, limit));
  }

  private void judge(boolean ill, Finding finding) {
    Finding before = present.get(finding.ailment());
    if (!ill) {
      if (before != null) {
        present.remove(finding.ailment());
        record.gone(finding.ailment(), finding.step());
      }
    } else if (before == null || !before.of().equals(finding.of())) {
      present.put(finding.ailment(), finding);
      record.add(finding);
      tell.accept(finding);
    }
  }
}
