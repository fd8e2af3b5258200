package dev.dreamwire.runtime.eval.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A report's figures as one Markdown table that reads well as plain text. Stateless. */
public final class TextTable {
  private TextTable() {}

  /** One line of the table, as it is read. */
  private record Line(String name, String value, String interval, String goal, String mark) {}

  /** Writes the table. */
  public static String of(Report report, ReportTexts texts) {
    List<Line> lines =
        report.sections().stream()
            .flatMap(section -> section.figures().stream().map(f -> line(section.id(), f, texts)))
            .toList();
    Line head =
        new Line(
            texts.get("head.measure"),
            texts.get("head.value"),
            texts.get("head.interval"),
            texts.get("head.goal"),
            "");
    int width =
        Stream.concat(Stream.of(head), lines.stream())
            .mapToInt(l -> l.name().length())
            .max()
            .orElseThrow();
    String format = "| %-" + width + "s | %12s | %19s | %12s | %-5s |%n";
    String rule =
        "|"
            + "-".repeat(width + 2)
            + "|-------------:|--------------------:|-------------:|-------|";
    return print(format, head)
        + rule
        + System.lineSeparator()
        + lines.stream().map(line -> print(format, line)).collect(Collectors.joining());
  }

  private static String print(String format, Line line) {
    return String.format(
        Locale.ROOT, format, line.name(), line.value(), line.interval(), line.goal(), line.mark());
  }

  /** A number of a table. */
  public static String number(double value) {
    if (Double.isNaN(value)) {
      return "–";
    }
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e9;
    return String.format(Locale.ROOT, whole ? "%.0f" : "%.3f", value);
  }

  private static Line line(String section, Figure figure, ReportTexts texts) {
    Estimate estimate = figure.estimate();
    return new Line(
        texts.title(section) + ": " + texts.name(section, figure),
        texts.number(estimate.value(), figure.unit()),
        interval(figure, texts),
        goal(figure, texts),
        mark(figure, texts));
  }

  /** The interval of a number, empty if it has none. */
  public static String interval(Figure figure, ReportTexts texts) {
    Estimate.Interval interval = figure.estimate().interval();
    if (interval == null) {
      return "";
    }
    String low = texts.number(interval.low(), figure.unit()).split(" ")[0];
    return low + " … " + texts.number(interval.high(), figure.unit()).split(" ")[0];
  }

  /** What a number should reach, empty if it has no goal. */
  public static String goal(Figure figure, ReportTexts texts) {
    if (figure.goal() == null) {
      return "";
    }
    String sign = figure.goal().side() == Goal.Side.AT_LEAST ? "≥ " : "≤ ";
    return sign + texts.number(figure.goal().bound(), figure.unit());
  }

  /** Whether the goal is reached, in a word; empty if there is none. */
  public static String mark(Figure figure, ReportTexts texts) {
    return figure.goal() == null ? "" : texts.get(figure.met() ? "met" : "missed");
  }
}
