package dev.dreamwire.runtime.cli;

import dev.dreamwire.runtime.train.TrainBench;
import java.util.Locale;

/** What a measurement of training says, in lines for people. */
final class TrainBenchReport {
  private final CliContext context;

  TrainBenchReport(CliContext context) {
    this.context = context;
  }

  /**
   * Prints it.
   *
   * @param ceiling of this machine's matrix products in f32, GFLOP/s
   */
  void print(TrainBench.Size size, TrainBench.Figures figures, int threads, double ceiling) {
    context
        .out()
        .println(
            context
                .texts()
                .get(
                    "bench.trainSummary",
                    size.name(),
                    text("%.2f", figures.parameters() / 1e6),
                    size.config().tokens(),
                    size.batch(),
                    size.window(),
                    threads,
                    text("%.0f", ceiling)));
    context.out().println(context.texts().get("bench.trainColumns"));
    figures.ways().forEach(way -> row(figures, way, ceiling));
    context.out().flush();
  }

  private void row(TrainBench.Figures figures, TrainBench.Way way, double ceiling) {
    double millis = way.millis();
    double speed = figures.flop() / millis / 1e6;
    context
        .out()
        .println(
            text(
                "%-10s %9.0f %12.1f %12.1f %10.0f %9.0f %%",
                (way.bf16() ? "bf16" : "f32") + (way.replicas() > 1 ? " ×" + way.replicas() : ""),
                millis,
                figures.made() * 1000 / millis,
                figures.through() * 1000 / millis,
                speed,
                100 * speed / ceiling));
  }

  private static String text(String format, Object... args) {
    return String.format(Locale.ROOT, format, args);
  }
}
