package dev.dreamwire.runtime.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The loss over steps and time as a table, {@code NAME.curve.csv}, and drawn, {@code
 * NAME.curve.png}.
 */
final class LossCurve {
  private final Path csv;
  private final Path png;

  LossCurve(Path folder, String name) {
    this.csv = folder.resolve(name + ".curve.csv");
    this.png = folder.resolve(name + ".curve.png");
  }

  /** Forgets points after a step, which a resumed run will take again. */
  void cutAfter(long step) {
    if (!Files.exists(csv)) {
      return;
    }
    try {
      List<String> lines = Files.readAllLines(csv);
      List<String> kept =
          lines.stream().filter(line -> line.startsWith("step") || stepOf(line) <= step).toList();
      Files.write(csv, kept);
    } catch (IOException e) {
      throw TrainingException.of(e, "error.unreadable", csv, e.getMessage());
    }
  }

  /** The step of a line; a line cut short by a crash counts as one to be forgotten. */
  private static long stepOf(String line) {
    int comma = line.indexOf(',');
    boolean whole = comma > 0 && line.chars().filter(c -> c == ',').count() > 2;
    return whole ? Long.parseLong(line.substring(0, comma)) : Long.MAX_VALUE;
  }

  /** Adds a point and draws the curve again. */
  void add(long step, double seconds, double loss, Map<String, Float> heldOut) {
    StringBuilder line = new StringBuilder();
    if (!Files.exists(csv)) {
      line.append("step,seconds,loss");
      heldOut.keySet().forEach(name -> line.append(",heldOut_").append(name));
      line.append('\n');
    }
    line.append(String.format(Locale.ROOT, "%d,%.1f,%.6f", step, seconds, loss));
    heldOut.values().forEach(value -> line.append(String.format(Locale.ROOT, ",%.6f", value)));
    line.append('\n');
    try {
      Files.writeString(csv, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw TrainingException.of(e, "error.unwritable", csv, e.getMessage());
    }
    CurvePlot.write(csv, png);
  }
}
