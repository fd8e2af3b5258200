package dev.dreamwire.runtime.eval;

import dev.dreamwire.runtime.backend.Backend;
import dev.dreamwire.runtime.backend.CompileOptions;
import dev.dreamwire.runtime.eval.report.HtmlReport;
import dev.dreamwire.runtime.eval.report.Report;
import dev.dreamwire.runtime.eval.report.ReportTexts;
import dev.dreamwire.runtime.eval.report.Section;
import dev.dreamwire.runtime.eval.report.TextTable;
import dev.dreamwire.runtime.file.AtomicFile;
import dev.dreamwire.runtime.graph.NodeRegistry;
import dev.dreamwire.runtime.preset.LoadedPreset;
import dev.dreamwire.runtime.world.World;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Measures a preset against the built-in world. The true play that it is compared with is made on
 * the spot from a seed, so that nothing needs to be at hand but the preset; take a seed that no
 * recording was made with. Blocks its thread for minutes to an hour; one thread.
 */
public final class Evaluation {
  /**
   * Is told how far an evaluation is. One that throws {@link
   * java.util.concurrent.CancellationException} ends it; what was written stays.
   */
  public interface Progress {
    /**
     * Something was measured.
     *
     * @param measure at work
     * @param share of it that is done, 0..1; 0 when it begins
     */
    void at(Measure measure, double share);

    /** A protocol is finished, and the report written; does nothing unless it is overridden. */
    default void found(Report soFar) {}
  }

  /**
   * What is measured, and how.
   *
   * @param measures which; in their own order
   * @param seed of places, play and noise
   * @param extent how much
   * @param out folder for the report and pictures; made if missing
   * @param cache folder of what another evaluation can use again; made if missing
   */
  public record Order(Set<Measure> measures, long seed, Extent extent, Path out, Path cache) {
    public Order {
      measures = Set.copyOf(measures);
    }
  }

  private final NodeRegistry registry;
  private final Backend backend;
  private final CompileOptions options;
  private final ReportTexts texts;
  private final Progress progress;

  /**
   * An evaluation that has not begun.
   *
   * @param texts language of the report for people
   * @param progress told on the thread of {@link #run}
   */
  public Evaluation(
      NodeRegistry registry,
      Backend backend,
      CompileOptions options,
      ReportTexts texts,
      Progress progress) {
    this.registry = registry;
    this.backend = backend;
    this.options = options;
    this.texts = texts;
    this.progress = progress;
  }

  /**
   * Measures a preset and writes {@link Report#JSON}, {@link Report#HTML} and {@link Report#TABLE}.
   * They are written anew after every protocol, so that a run that is cut short leaves what it
   * found.
   *
   * @throws EvalException if the preset cannot be measured
   * @throws IOException if a folder cannot be written
   */
  public Report run(LoadedPreset preset, World world, Order order) throws IOException {
    Files.createDirectories(order.out());
    Lab.Setting setting =
        new Lab.Setting(
            preset,
            registry,
            world,
            order.seed(),
            order.extent(),
            backend,
            options,
            order.out(),
            order.cache());
    List<Section> sections = new ArrayList<>();
    try (Lab lab = new Lab(setting)) {
      for (Measure measure : Measure.values()) {
        if (order.measures().contains(measure)) {
          progress.at(measure, 0);
          sections.add(measure.protocol().measure(lab, share -> progress.at(measure, share)));
          Report soFar = report(preset, order, sections);
          write(soFar, order.out());
          progress.found(soFar);
        }
      }
    }
    return report(preset, order, sections);
  }

  private static Report report(LoadedPreset preset, Order order, List<Section> sections) {
    return new Report(preset.name(), World.NAME, order.seed(), order.extent().named(), sections);
  }

  private void write(Report report, Path out) throws IOException {
    text(out.resolve(Report.JSON), report.toJson());
    text(out.resolve(Report.TABLE), TextTable.of(report, texts));
    text(out.resolve(Report.HTML), HtmlReport.of(report, texts, out));
  }

  private static void text(Path file, String text) throws IOException {
    AtomicFile.write(file, text.getBytes(StandardCharsets.UTF_8));
  }
}
