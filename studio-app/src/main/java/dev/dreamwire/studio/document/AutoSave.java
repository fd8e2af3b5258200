package dev.dreamwire.studio.document;

import dev.dreamwire.studio.tasks.BackgroundTasks;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps recovery copies of documents while they are not saved, at most {@value #DELAY_SECONDS}
 * seconds old. For the window's thread.
 */
public final class AutoSave implements AutoCloseable {
  /** How long an edit may wait for the copy that holds it. */
  static final int DELAY_SECONDS = 2;

  private static final Logger LOG = LoggerFactory.getLogger(AutoSave.class);

  private final Recovery recovery;
  private final BackgroundTasks tasks;
  private final PauseTransition delay = new PauseTransition(Duration.seconds(DELAY_SECONDS));

  /** What {@link #keepNow} keeps: set on the window's thread, read on any. */
  private volatile Map<Integer, Unsaved> unsaved = Map.of();

  /** What the copies hold; guarded by this. */
  private Map<Integer, Unsaved> kept = Map.of();

  /** Follows documents: copies some seconds after an edit, none when they are saved. */
  public AutoSave(StudioDocument document, Recovery recovery, BackgroundTasks tasks) {
    this.recovery = recovery;
    this.tasks = tasks;
    delay.setOnFinished(e -> write());
    document.unsavedProperty().subscribe(this::changed);
  }

  private void changed(Map<Integer, Unsaved> now) {
    Set<Integer> gone = new HashSet<>(unsaved.keySet());
    gone.removeAll(now.keySet());
    unsaved = now;
    if (!gone.isEmpty()) {
      write();
    } else if (!now.isEmpty() && delay.getStatus() != Animation.Status.RUNNING) {
      delay.playFromStart();
    }
  }

  private void write() {
    tasks.write(this::keepNow, () -> {}, e -> LOG.warn("a recovery copy was not written", e));
  }

  /** Brings the copies up to date at once. Safe on every thread: what an error calls. */
  public synchronized void keepNow() {
    Map<Integer, Unsaved> now = unsaved;
    now.forEach(
        (document, content) -> {
          if (!content.equals(kept.get(document))) {
            recovery.keep(document, content);
          }
        });
    kept.keySet().stream().filter(key -> !now.containsKey(key)).forEach(recovery::drop);
    kept = now;
  }

  /** All was saved or given up: drops the copies. */
  @Override
  public void close() {
    delay.stop();
    unsaved = Map.of();
    keepNow();
  }
}
