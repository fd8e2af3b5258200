package dev.dreamwire.editor.model;

import java.util.HashMap;
import java.util.Map;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Duration;

/**
 * How long each node takes, calm enough to read: smoothed, and shown anew at most twice a second
 * however often it is measured. Window thread only.
 */
public final class NodeTimes {
  private static final Duration REST = Duration.millis(500);
  private static final double WEIGHT = 0.3;

  private final ReadOnlyObjectWrapper<Map<String, Double>> shown =
      new ReadOnlyObjectWrapper<>(Map.of());
  private final Map<String, Double> smooth = new HashMap<>();
  private final PauseTransition rest = new PauseTransition(REST);
  private boolean waiting;

  NodeTimes() {
    rest.setOnFinished(
        event -> {
          if (waiting) {
            show();
          }
        });
  }

  /** Takes milliseconds by node; nodes that are missing lose theirs. */
  public void offer(Map<String, Double> millis) {
    smooth.keySet().retainAll(millis.keySet());
    millis.forEach((id, ms) -> smooth.merge(id, ms, (a, b) -> a + WEIGHT * (b - a)));
    if (millis.isEmpty() || rest.getStatus() != PauseTransition.Status.RUNNING) {
      show();
    } else {
      waiting = true;
    }
  }

  private void show() {
    waiting = false;
    shown.set(Map.copyOf(smooth));
    rest.playFromStart();
  }

  /** Milliseconds by node. */
  public ReadOnlyObjectProperty<Map<String, Double>> shownProperty() {
    return shown.getReadOnlyProperty();
  }
}
