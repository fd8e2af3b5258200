package dev.dreamwire.studio.viewport;

import dev.dreamwire.studio.i18n.Messages;
import dev.dreamwire.studio.play.PlayStats;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

/** The figures over the picture: rate, time a frame, time from input to picture. */
final class StatsOverlay extends GridPane {
  private final Messages messages;
  private final Label rate = figure();
  private final Label frame = figure();
  private final Label latency = figure();

  StatsOverlay(Messages messages) {
    this.messages = messages;
    setId("stats-overlay");
    getStyleClass().add("stats-overlay");
    setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    setMouseTransparent(true);
    addRow(0, rate, caption("stats.fps"));
    addRow(1, frame, caption("stats.frame"));
    addRow(2, latency, caption("stats.latency"));
    show(PlayStats.NONE);
  }

  void show(PlayStats stats) {
    rate.setText(String.format(messages.locale(), "%.1f", stats.fps()));
    frame.setText(millis(stats.frameMillis()));
    latency.setText(millis(stats.latencyMillis()));
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

  private Label caption(String key) {
    Label label = new Label(messages.get(key));
    label.getStyleClass().add("caption");
    return label;
  }
}
