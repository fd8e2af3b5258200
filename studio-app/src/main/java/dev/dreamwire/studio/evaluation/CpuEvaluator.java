package dev.dreamwire.studio.evaluation;

import dev.dreamwire.runtime.backend.CompileOptions;
import dev.dreamwire.runtime.backend.CpuBackend;
import dev.dreamwire.runtime.eval.Evaluation;
import dev.dreamwire.runtime.eval.report.Report;
import dev.dreamwire.runtime.eval.report.ReportTexts;
import dev.dreamwire.runtime.graph.NodeRegistry;
import dev.dreamwire.runtime.preset.LoadedPreset;
import dev.dreamwire.runtime.world.World;
import java.io.IOException;
import java.util.Locale;

/** Measures on this machine's processor, against the built-in world. */
public final class CpuEvaluator implements Evaluator {
  private final NodeRegistry registry;
  private final CompileOptions options;

  /** An evaluator for graphs of these node types. */
  public CpuEvaluator(NodeRegistry registry, CompileOptions options) {
    this.registry = registry;
    this.options = options;
  }

  @Override
  public Report evaluate(
      LoadedPreset preset, Evaluation.Order order, Locale locale, Evaluation.Progress progress)
      throws IOException {
    ReportTexts texts = new ReportTexts(locale);
    return new Evaluation(registry, new CpuBackend(), options, texts, progress)
        .run(preset, new World(), order);
  }
}
