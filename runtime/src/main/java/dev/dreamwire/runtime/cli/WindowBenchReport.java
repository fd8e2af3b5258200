package dev.dreamwire.runtime.cli;

import java.util.List;
import java.util.Locale;

/** What a measurement with the window open says, in lines for people. */
final class WindowBenchReport {
  /** A picture that comes later than this many frames' time after the last is late. */
  private static final double LATE = 1.5;

  private static final double FRAME_MILLIS = 50;

  private final CliContext context;

  WindowBenchReport(CliContext context) {
    this.context = context;
  }

  /** Prints it. */
  void print(String preset, WindowBench bench, WindowFigures figures) {
    line(
        "bench.windowSummary",
        preset,
        bench.width(),
        bench.height(),
        text(figures.shown() / figures.seconds()));
    line("bench.windowFirst", text(figures.firstFrameSeconds()));
    times("bench.windowMade", figures.makeMillis());
    times("bench.windowShown", figures.intervalMillis());
    long late = figures.intervalMillis().stream().filter(ms -> ms > LATE * FRAME_MILLIS).count();
    line("bench.windowDropped", figures.dropped(), figures.made(), late);
    context.out().flush();
  }

  private void times(String key, List<Double> millis) {
    Timings timings = new Timings();
    millis.forEach(timings::add);
    line(
        key,
        text(timings.percentile(50)),
        text(timings.percentile(95)),
        text(timings.percentile(99)));
  }

  private void line(String key, Object... args) {
    context.out().println(context.texts().get(key, args));
  }

  private static String text(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
