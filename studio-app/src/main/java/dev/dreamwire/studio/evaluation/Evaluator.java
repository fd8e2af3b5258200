package dev.dreamwire.studio.evaluation;

import dev.dreamwire.runtime.eval.Evaluation;
import dev.dreamwire.runtime.eval.report.Report;
import dev.dreamwire.runtime.preset.LoadedPreset;
import java.io.IOException;
import java.util.Locale;

/** Measures presets. */
@FunctionalInterface
public interface Evaluator {
  /**
   * Measures. Blocks its thread for minutes.
   *
   * @param locale language of the report that is written
   * @param progress may throw {@link java.util.concurrent.CancellationException} to end it
   * @throws dev.dreamwire.runtime.eval.EvalException if the preset cannot be measured
   * @throws IOException if a folder cannot be written
   */
  Report evaluate(
      LoadedPreset preset, Evaluation.Order order, Locale locale, Evaluation.Progress progress)
      throws IOException;
}
