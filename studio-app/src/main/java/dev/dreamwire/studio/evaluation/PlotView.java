package dev.dreamwire.studio.evaluation;

import dev.dreamwire.runtime.eval.report.Plot;
import dev.dreamwire.runtime.eval.report.ReportTexts;
import java.util.List;
import javafx.scene.chart.Axis;
import javafx.scene.chart.CategoryAxis;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;

/** Draws a report's curves. Stateless; for the window's thread. */
final class PlotView {
  private static final double WIDTH = 680;
  private static final double HEIGHT = 280;

  private PlotView() {}

  /** A chart of a plot that has points. */
  static LineChart<?, Number> of(Plot plot, ReportTexts texts) {
    // Where x grows by factors, places that are equally far apart show it.
    return plot.logarithmic() ? factors(plot, texts) : even(plot, texts);
  }

  private static LineChart<String, Number> factors(Plot plot, ReportTexts texts) {
    CategoryAxis across = new CategoryAxis();
    across
        .getCategories()
        .setAll(
            plot.curves().stream()
                .flatMap(curve -> curve.points().stream())
                .map(Plot.Point::x)
                .distinct()
                .sorted()
                .map(PlotView::name)
                .toList());
    LineChart<String, Number> chart = chart(across, plot, texts);
    for (Plot.Curve curve : plot.curves()) {
      XYChart.Series<String, Number> series = series(curve, texts, chart.getData());
      for (Plot.Point point : curve.points()) {
        series.getData().add(new XYChart.Data<>(name(point.x()), point.y().value()));
      }
    }
    return chart;
  }

  private static LineChart<Number, Number> even(Plot plot, ReportTexts texts) {
    NumberAxis across = new NumberAxis();
    across.setForceZeroInRange(false);
    LineChart<Number, Number> chart = chart(across, plot, texts);
    for (Plot.Curve curve : plot.curves()) {
      XYChart.Series<Number, Number> series = series(curve, texts, chart.getData());
      for (Plot.Point point : curve.points()) {
        series.getData().add(new XYChart.Data<>(point.x(), point.y().value()));
      }
    }
    if (plot.band() != null) {
      addBound(plot, chart, plot.band().low(), texts);
      addBound(plot, chart, plot.band().high(), texts);
    }
    return chart;
  }

  /** A level line at an end of the band. */
  private static void addBound(
      Plot plot, LineChart<Number, Number> chart, double height, ReportTexts texts) {
    XYChart.Series<Number, Number> bound = new XYChart.Series<>();
    bound.setName(texts.word("band"));
    List<Double> ends =
        plot.curves().stream()
            .flatMap(curve -> curve.points().stream())
            .map(Plot.Point::x)
            .sorted()
            .toList();
    if (!ends.isEmpty()) {
      bound.getData().add(new XYChart.Data<>(ends.getFirst(), height));
      bound.getData().add(new XYChart.Data<>(ends.getLast(), height));
      chart.getData().add(bound);
    }
  }

  private static <X> XYChart.Series<X, Number> series(
      Plot.Curve curve, ReportTexts texts, List<XYChart.Series<X, Number>> all) {
    XYChart.Series<X, Number> series = new XYChart.Series<>();
    series.setName(texts.word(curve.name()));
    all.add(series);
    return series;
  }

  private static <X> LineChart<X, Number> chart(Axis<X> across, Plot plot, ReportTexts texts) {
    NumberAxis up = new NumberAxis();
    up.setForceZeroInRange(false);
    across.setLabel(texts.word(plot.x()));
    up.setLabel(texts.word(plot.y()));
    LineChart<X, Number> chart = new LineChart<>(across, up);
    chart.setAnimated(false);
    chart.setCreateSymbols(plot.logarithmic());
    chart.setPrefSize(WIDTH, HEIGHT);
    chart.setMinSize(0, HEIGHT);
    return chart;
  }

  private static String name(double x) {
    return x == Math.rint(x) ? String.valueOf((long) x) : String.valueOf(x);
  }
}
