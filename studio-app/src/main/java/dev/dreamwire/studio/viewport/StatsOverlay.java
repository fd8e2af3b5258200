package dev.dreamwire.studio.viewport;

import dev.dreamwire.studio.i18n.Messages;
import dev.dreamwire.studio.play.PlayStats;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

/**
 * The figures over the picture: rate, time a frame, time from input to picture, and what Metrics
 * nodes find in it.
 */
final class StatsOverlay extends GridPane {
  private static final int FIXED_ROWS = 3;

  private final Messages messages;
  private final Label rate = figure();
  private final Label frame = figure();
  private final Label latency = figure();
  private final Map<String, Label> metrics = new LinkedHashMap<>();

  StatsOverlay(Messages messages) {
    this.messages = messages;
    setId("stats-overlay");
    getStyleClass().add("stats-overlay");
    setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    setMouseTransparent(true);
    addRow(0, rate, caption(messages.get("stats.fps")));
    addRow(1, frame, caption(messages.get("stats.frame")));
    addRow(2, latency, caption(messages.get("stats.latency")));
    show(PlayStats.NONE);
  }

  void show(PlayStats stats) {
    rate.setText(String.format(messages.locale(), "%.1f", stats.fps()));
    frame.setText(millis(stats.frameMillis()));
    latency.setText(millis(stats.latencyMillis()));
    showMetrics(stats.metrics());
  }

  private void showMetrics(Map<String, Map<String, Double>> byNode) {
    Map<String, Double> figures = new LinkedHashMap<>();
    byNode.forEach(
        (node, found) ->
            found.forEach(
                (name, value) ->
                    figures.put(byNode.size() > 1 ? node + ": " + name(name) : name(name), value)));
    if (!figures.keySet().equals(metrics.keySet())) {
      getChildren().removeIf(child -> getRowIndex(child) >= FIXED_ROWS);
      metrics.clear();
      for (String caption : figures.keySet()) {
        Label figure = figure();
        addRow(FIXED_ROWS + metrics.size(), figure, caption(caption));
        metrics.put(caption, figure);
      }
    }
    figures.forEach(
        (caption, value) ->
            metrics.get(caption).setText(String.format(messages.locale(), "%.3f", value)));
  }

  /** A figure that this program does not know goes by its own name. */
  private String name(String figure) {
    return switch (figure) {
      case "brightness" -> messages.get("stats.brightness");
      case "contrast" -> messages.get("stats.contrast");
      case "detail" -> messages.get("stats.detail");
      case "change" -> messages.get("stats.change");
      case "psnr" -> messages.get("stats.psnr");
      default -> figure;
    };
  }

  private String millis(double value) {
    return Double.isFinite(value)
        ? String.format(messages.locale(), value < 10 ? "%.1f" : "%.0f", value)
        : "–";
  }

  private static Label figure() {
    Label label = new Label();
    label.getStyleClass().add("figure");
    return label;
  }

  private static Label caption(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("caption");
    return label;
  }
}
