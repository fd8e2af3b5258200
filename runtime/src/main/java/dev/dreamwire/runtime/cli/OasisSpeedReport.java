package dev.dreamwire.runtime.cli;

import dev.dreamwire.runtime.oasis.speed.OasisSpeed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a measurement of a model of the size of Oasis says, in lines for people and as JSON. */
final class OasisSpeedReport {
  private static final String ROW = "%-5s %-7s %9s %9s %9s %8s %8s %8s";

  private final List<OasisSpeed.Speed> speeds;

  OasisSpeedReport(List<OasisSpeed.Speed> speeds) {
    this.speeds = speeds;
  }

  void print(CliContext context, int threads) {
    OasisSpeed.Speed f32 = speeds.getFirst();
    context.out().println(context.texts().get("bench.syntheticColumns"));
    for (OasisSpeed.Speed speed : speeds) {
      for (OasisSpeed.Part part : speed.parts()) {
        context.out().println(row(speed, part, f32));
      }
    }
    for (OasisSpeed.Speed speed : speeds) {
      context.tell(
          "bench.syntheticStarts",
          precision(speed),
          text("%.1f", speed.firstStart()),
          text("%.1f", speed.laterStart()));
    }
    context
        .out()
        .println(
            context
                .texts()
                .get(
                    "bench.syntheticRatio",
                    threads,
                    text("%.1f", f32.part("window").seconds() / f32.part("step").seconds())));
    context.out().flush();
  }

  private static String row(OasisSpeed.Speed speed, OasisSpeed.Part part, OasisSpeed.Speed f32) {
    boolean compared = speed != f32 && !Double.isNaN(part.error());
    return String.format(
        Locale.ROOT,
        ROW,
        precision(speed),
        part.name(),
        text("%.3f", part.seconds()),
        text("%.2f", part.flops() / 1e9),
        text("%.0f", part.gigaflops()),
        text("%.0f %%", 100 * part.gigaflops() / speed.ceiling()),
        speed == f32 ? "1" : text("%.2f", f32.part(part.name()).seconds() / part.seconds()),
        compared ? text("%.2f %%", 100 * part.error()) : "-");
  }

  /** The same as a tree for a JSON file. */
  Map<String, Object> figures() {
    Map<String, Object> out = new LinkedHashMap<>();
    for (OasisSpeed.Speed speed : speeds) {
      Map<String, Object> parts = new LinkedHashMap<>();
      parts.put("ceiling_gflops", speed.ceiling());
      parts.put("first_start_seconds", speed.firstStart());
      parts.put("later_start_seconds", speed.laterStart());
      for (OasisSpeed.Part part : speed.parts()) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("seconds", part.seconds());
        figures.put("gflop", part.flops() / 1e9);
        figures.put("gflops", part.gigaflops());
        figures.put("share_of_ceiling", part.gigaflops() / speed.ceiling());
        if (!Double.isNaN(part.error())) {
          figures.put("relative_error", part.error());
        }
        parts.put(part.name(), figures);
      }
      out.put(precision(speed), parts);
    }
    return out;
  }

  private static String precision(OasisSpeed.Speed speed) {
    return speed.precision().name().toLowerCase(Locale.ROOT);
  }

  private static String text(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
