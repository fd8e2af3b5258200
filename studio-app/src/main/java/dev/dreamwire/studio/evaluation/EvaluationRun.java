package dev.dreamwire.studio.evaluation;

import dev.dreamwire.runtime.eval.EvalException;
import dev.dreamwire.runtime.eval.Evaluation;
import dev.dreamwire.runtime.eval.Measure;
import dev.dreamwire.runtime.eval.report.Report;
import dev.dreamwire.runtime.preset.LoadedPreset;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * An evaluation as the window sees it: measured on a thread of its own, told on the window's. For
 * the window's thread.
 */
public final class EvaluationRun {
  /** Where an evaluation is. */
  public sealed interface State {
    /** Nothing was begun. */
    record Idle() implements State {}

    /**
     * At work.
     *
     * @param measure of the moment
     * @param done measures that are finished, and the share of the present one
     * @param of measures in all
     */
    record Running(Measure measure, double done, int of) implements State {}

    /** The person ended it. */
    record Stopped() implements State {}

    /** All is measured. */
    record Done() implements State {}

    /** It cannot be measured; the message says why. */
    record Failed(String message) implements State {}
  }

  private final Evaluator evaluator;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Idle());
  private final ReadOnlyObjectWrapper<Report> report = new ReadOnlyObjectWrapper<>();
  private AtomicBoolean cancelled = new AtomicBoolean();

  /** A run that has not begun. */
  public EvaluationRun(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  /** Where it is. */
  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** What was found so far; null before anything was. */
  public ReadOnlyObjectProperty<Report> reportProperty() {
    return report.getReadOnlyProperty();
  }

  /** Whether it is at work. */
  public boolean running() {
    return state.get() instanceof State.Running;
  }

  /** Begins, unless it is at work. */
  public void start(LoadedPreset preset, Evaluation.Order order, Locale locale) {
    if (running()) {
      return;
    }
    AtomicBoolean mine = new AtomicBoolean();
    cancelled = mine;
    report.set(null);
    Measure first = order.measures().stream().min(Measure::compareTo).orElseThrow();
    state.set(new State.Running(first, 0, order.measures().size()));
    Following following = new Following(order, mine);
    Thread.ofPlatform()
        .daemon()
        .name("evaluation")
        .start(() -> measure(preset, order, locale, following));
  }

  /** Ends it as soon as what is being measured allows; what was found stays. */
  public void cancel() {
    cancelled.set(true);
  }

  private void measure(
      LoadedPreset preset, Evaluation.Order order, Locale locale, Following following) {
    try {
      Report all = evaluator.evaluate(preset, order, locale, following);
      Platform.runLater(() -> report.set(all));
      tell(new State.Done());
    } catch (CancellationException e) {
      tell(new State.Stopped());
    } catch (EvalException | IOException | IllegalArgumentException e) {
      tell(new State.Failed(e.getMessage()));
    } catch (RuntimeException e) {
      // The outermost boundary of this thread: a run that breaks down must not look as if it went
      // on.
      tell(new State.Failed(String.valueOf(e.getMessage())));
      throw e;
    }
  }

  private void tell(State now) {
    Platform.runLater(() -> state.set(now));
  }

  /** Hears of progress on the evaluation's thread, and ends it where the person wants. */
  private final class Following implements Evaluation.Progress {
    private final Evaluation.Order order;
    private final AtomicBoolean cancelled;

    Following(Evaluation.Order order, AtomicBoolean cancelled) {
      this.order = order;
      this.cancelled = cancelled;
    }

    @Override
    public void at(Measure measure, double share) {
      if (cancelled.get()) {
        throw new CancellationException("the evaluation was stopped");
      }
      long before = order.measures().stream().filter(m -> m.compareTo(measure) < 0).count();
      tell(new State.Running(measure, before + share, order.measures().size()));
    }

    @Override
    public void found(Report soFar) {
      Platform.runLater(() -> report.set(soFar));
    }
  }
}
