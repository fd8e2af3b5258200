package dev.dreamwire.runtime.cli;

import dev.dreamwire.runtime.backend.Backend;
import dev.dreamwire.runtime.backend.CpuBackend;
import dev.dreamwire.runtime.backend.TorchBackend;
import dev.dreamwire.runtime.file.AtomicFile;
import dev.dreamwire.runtime.oasis.verify.GoldenException;
import dev.dreamwire.runtime.oasis.verify.Limit;
import dev.dreamwire.runtime.oasis.verify.Outcome;
import dev.dreamwire.runtime.oasis.verify.Verification;
import dev.dreamwire.runtime.preset.JsonText;
import dev.dreamwire.runtime.tensor.script.ScriptBackend;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code studio verify oasis}: recomputes what open-oasis computed, and compares. */
@Command(name = "oasis", resourceBundle = CliContext.TEXTS, mixinStandardHelpOptions = true)
final class VerifyOasisCommand implements Callable<Integer> {
  private static final int THREADS = 2;
  private static final String ROW = "%-7s %-52s %10s %10s %10s %s";

  private final CliContext context;

  @Option(names = "--golden", paramLabel = "DIR", required = true, descriptionKey = "verify.golden")
  private Path golden;

  @Option(names = "--backend", paramLabel = "B", descriptionKey = "verify.backend")
  private String backend;

  @Option(names = "--report", paramLabel = "FILE.json", descriptionKey = "verify.report")
  private Path report;

  @Option(names = "--full", descriptionKey = "verify.full")
  private boolean full;

  VerifyOasisCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    if (report != null) {
      OutputPlaces.file(report, context);
    }
    Verification verification = new Verification(backends(), THREADS);
    List<Outcome> outcomes = new ArrayList<>();
    context
        .out()
        .println(
            String.format(
                Locale.ROOT, ROW, "reading", "tensor", "rel L2", "max error", "limit", "ok"));
    Verification.Summary summary;
    try {
      summary = verification.small(golden, outcome -> print(outcome, outcomes));
      if (full) {
        context.tell("verify.fullBegins");
        summary = summary.and(verification.full(golden, outcome -> print(outcome, outcomes)));
      }
    } catch (GoldenException e) {
      throw new InputException(e.getMessage(), e);
    }
    write(summary, outcomes);
    if (!summary.unread().isEmpty()) {
      context.tell("verify.unread", String.join(", ", summary.unread()));
    }
    context.tell(
        summary.over() == 0 ? "verify.allWithin" : "verify.someOver",
        summary.compared(),
        summary.over());
    return summary.over() == 0 ? 0 : 1;
  }

  private List<Backend> backends() {
    List<Backend> all = List.of(new TorchBackend(), new CpuBackend(), new ScriptBackend());
    List<Backend> chosen =
        all.stream().filter(b -> backend == null || b.id().equals(backend)).toList();
    if (chosen.isEmpty()) {
      throw context.bad(
          "backend.unknown", backend, String.join(", ", all.stream().map(Backend::id).toList()));
    }
    return chosen;
  }

  private void print(Outcome outcome, List<Outcome> outcomes) {
    outcomes.add(outcome);
    context
        .out()
        .println(
            String.format(
                Locale.ROOT,
                ROW,
                outcome.reading(),
                outcome.tensor(),
                number(outcome.relative()),
                outcome.limit().absolute()
                    ? text("%.0f", outcome.largest())
                    : number(outcome.largest()),
                limit(outcome.limit()),
                outcome.ok() ? "ok" : "OVER"));
    context.out().flush();
  }

  private static String limit(Limit limit) {
    return limit.absolute() ? text("±%.0f", limit.value()) : text("%.0e", limit.value());
  }

  private static String number(double value) {
    return value == 0 ? "0" : text("%.1e", value);
  }

  private static String text(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }

  private void write(Verification.Summary summary, List<Outcome> outcomes) {
    if (report == null) {
      return;
    }
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("golden", golden.toString());
    figures.put("compared", summary.compared());
    figures.put("over", summary.over());
    figures.put("ok", summary.over() == 0);
    figures.put("unread", summary.unread());
    figures.put("tensors", outcomes.stream().map(VerifyOasisCommand::row).toList());
    try {
      AtomicFile.write(report, JsonText.write(figures));
    } catch (IOException e) {
      throw OutputPlaces.unwritable(report, e, context);
    }
  }

  private static Map<String, Object> row(Outcome outcome) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("reading", outcome.reading());
    row.put("tensor", outcome.tensor());
    row.put("relative_l2", outcome.relative());
    row.put("max_error", outcome.largest());
    row.put("limit", outcome.limit().value());
    row.put("limit_is_absolute", outcome.limit().absolute());
    row.put("ok", outcome.ok());
    return row;
  }
}
