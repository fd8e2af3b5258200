package dev.dreamwire.runtime.cli;

import dev.dreamwire.runtime.oasis.speed.LayerKind;
import dev.dreamwire.runtime.oasis.speed.PrecisionTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What 8 bits cost each kind of layer, in lines for people and as JSON. */
final class PrecisionTableReport {
  private static final String ALL = "played";

  private final CliContext context;
  private final List<PrecisionTable.Row> rows = new ArrayList<>();

  PrecisionTableReport(CliContext context) {
    this.context = context;
    context.out().println(context.texts().get("bench.precisionColumns"));
  }

  /** Prints a row. */
  void add(PrecisionTable.Row row) {
    rows.add(row);
    context
        .out()
        .println(
            String.format(
                Locale.ROOT, "%-8s %-8s %8.3f %%", row.model(), kind(row), 100 * row.error()));
    context.out().flush();
  }

  private static String kind(PrecisionTable.Row row) {
    return row.kind().map(LayerKind::name).map(s -> s.toLowerCase(Locale.ROOT)).orElse(ALL);
  }

  /** Relative errors by model and kind; {@code played} is what play computes in 8 bits. */
  Map<String, Object> figures() {
    Map<String, Map<String, Object>> out = new LinkedHashMap<>();
    rows.forEach(
        row ->
            out.computeIfAbsent(row.model(), model -> new LinkedHashMap<>())
                .put(kind(row), row.error()));
    return new LinkedHashMap<>(out);
  }
}
