package dev.dreamwire.runtime.eval.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Draws a {@link Plot} as SVG that stands inside a page and takes its colours from its styles. */
final class SvgPlot {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 300;
  private static final int LEFT = 58;
  private static final int RIGHT = 12;
  private static final int TOP = 26;
  private static final int BOTTOM = 40;
  private static final int TICKS = 5;
  private static final int LEGEND = 130;

  private final Plot plot;
  private final ReportTexts texts;
  private final StringBuilder svg = new StringBuilder();
  private final DoubleUnaryOperator across;
  private final DoubleUnaryOperator up;
  private final double[] xRange;
  private final double[] yRange;

  private SvgPlot(Plot plot, ReportTexts texts) {
    this.plot = plot;
    this.texts = texts;
    this.xRange = range(points().mapToDouble(Plot.Point::x), 0);
    DoubleStream band =
        plot.band() == null
            ? DoubleStream.empty()
            : DoubleStream.of(plot.band().low(), plot.band().high());
    this.yRange =
        range(DoubleStream.concat(band, points().flatMapToDouble(SvgPlot::heights)), 0.06);
    DoubleUnaryOperator scale = plot.logarithmic() ? Math::log : x -> x;
    double from = scale.applyAsDouble(xRange[0]);
    double span = scale.applyAsDouble(xRange[1]) - from;
    this.across = x -> LEFT + (scale.applyAsDouble(x) - from) / span * (WIDTH - LEFT - RIGHT);
    this.up =
        y -> HEIGHT - BOTTOM - (y - yRange[0]) / (yRange[1] - yRange[0]) * (HEIGHT - TOP - BOTTOM);
  }

  /** The drawing; empty if the plot has no point. */
  static String draw(Plot plot, ReportTexts texts) {
    boolean empty = plot.curves().stream().allMatch(curve -> curve.points().isEmpty());
    return empty ? "" : new SvgPlot(plot, texts).draw();
  }

  private Stream<Plot.Point> points() {
    return plot.curves().stream().flatMap(curve -> curve.points().stream());
  }

  private static DoubleStream heights(Plot.Point point) {
    Estimate.Interval interval = point.y().interval();
    return interval == null
        ? DoubleStream.of(point.y().value())
        : DoubleStream.of(point.y().value(), interval.low(), interval.high());
  }

  private static double[] range(DoubleStream values, double margin) {
    double[] finite = values.filter(Double::isFinite).sorted().toArray();
    double low = finite.length == 0 ? 0 : finite[0];
    double high = finite.length == 0 ? 1 : finite[finite.length - 1];
    double span = high > low ? high - low : Math.max(1e-6, Math.abs(high) * 0.1);
    double below = high > low ? margin * span : span;
    return new double[] {low - below, high > low ? high + margin * span : high + span};
  }

  private String draw() {
    svg.append("<svg class=\"plot\" role=\"img\" viewBox=\"0 0 ")
        .append(WIDTH)
        .append(' ')
        .append(HEIGHT)
        .append("\">");
    band();
    axes();
    for (int i = 0; i < plot.curves().size(); i++) {
      curve(plot.curves().get(i), i);
    }
    return svg.append("</svg>").toString();
  }

  private void band() {
    if (plot.band() != null) {
      double top = up.applyAsDouble(plot.band().high());
      double height = up.applyAsDouble(plot.band().low()) - top;
      svg.append(
          String.format(
              Locale.ROOT,
              "<rect class=\"real\" x=\"%d\" y=\"%.1f\" width=\"%d\" height=\"%.1f\"/>",
              LEFT,
              top,
              WIDTH - LEFT - RIGHT,
              height));
    }
  }

  private void axes() {
    for (int i = 0; i <= TICKS; i++) {
      double y = yRange[0] + (yRange[1] - yRange[0]) * i / TICKS;
      double at = up.applyAsDouble(y);
      svg.append(
          String.format(
              Locale.ROOT,
              "<line class=\"grid\" x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\"/>",
              LEFT,
              at,
              WIDTH - RIGHT,
              at));
      text(LEFT - 6, at + 4, "end", number(y));
    }
    for (double x : ticks()) {
      text(across.applyAsDouble(x), HEIGHT - BOTTOM + 16, "middle", number(x));
    }
    text((WIDTH + LEFT) / 2.0, HEIGHT - 6, "middle", texts.word(plot.x()));
    text(2, 12, "start", texts.word(plot.y()));
  }

  private List<Double> ticks() {
    List<Double> out = new ArrayList<>();
    if (plot.logarithmic()) {
      double first = Math.pow(2, Math.ceil(Math.log(xRange[0]) / Math.log(2)));
      for (double x = first; x <= xRange[1] * 1.001; x *= 2) {
        out.add(x);
      }
    } else {
      for (int i = 0; i <= TICKS; i++) {
        out.add(xRange[0] + (xRange[1] - xRange[0]) * i / TICKS);
      }
    }
    return out;
  }

  private void curve(Plot.Curve curve, int index) {
    String colour = "c" + index % 6;
    spread(curve, colour);
    String line =
        curve.points().stream()
            .filter(point -> Double.isFinite(point.y().value()))
            .map(point -> at(point.x(), point.y().value()))
            .collect(Collectors.joining(" "));
    svg.append("<polyline class=\"curve ").append(colour).append("\" points=\"");
    svg.append(line).append("\"/>");
    double x = LEFT + 8 + index * LEGEND;
    svg.append(
        String.format(
            Locale.ROOT,
            "<line class=\"curve %s\" x1=\"%.0f\" y1=\"%d\" x2=\"%.0f\" y2=\"%d\"/>",
            colour,
            x,
            TOP - 6,
            x + 16,
            TOP - 6));
    text(x + 20, TOP - 2, "start", texts.word(curve.name()));
  }

  private void spread(Plot.Curve curve, String colour) {
    List<Plot.Point> sure =
        curve.points().stream().filter(point -> point.y().interval() != null).toList();
    if (sure.size() > 1) {
      String over =
          sure.stream()
              .map(point -> at(point.x(), point.y().interval().high()))
              .collect(Collectors.joining(" "));
      String under =
          sure.reversed().stream()
              .map(point -> at(point.x(), point.y().interval().low()))
              .collect(Collectors.joining(" "));
      svg.append("<polygon class=\"spread ").append(colour).append("\" points=\"");
      svg.append(over).append(' ').append(under).append("\"/>");
    }
  }

  private String at(double x, double y) {
    return String.format(Locale.ROOT, "%.1f,%.1f", across.applyAsDouble(x), up.applyAsDouble(y));
  }

  private void text(double x, double y, String anchor, String words) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>",
            x,
            y,
            anchor,
            HtmlReport.escape(words)));
  }

  private static String number(double value) {
    double size = Math.abs(value);
    String format = size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : "%.2f";
    String out = String.format(Locale.ROOT, format, value);
    return out.contains(".") ? out.replaceAll("\\.?0+$", "") : out;
  }
}
