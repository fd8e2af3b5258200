package dev.dreamwire.studio.document;

import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.preset.Preset;
import dev.dreamwire.studio.tasks.BackgroundTasks;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a recovery copy of a document while it is not saved. For the window's thread. */
public final class AutoSave implements AutoCloseable {
  private static final Duration DELAY = Duration.seconds(3);
  private static final Logger LOG = LoggerFactory.getLogger(AutoSave.class);

  private final StudioDocument document;
  private final Recovery recovery;
  private final BackgroundTasks tasks;
  private final PauseTransition delay = new PauseTransition(DELAY);

  /** What {@link #keepNow} keeps: set on the window's thread, read on any. */
  private volatile Preset unsaved;

  /** Follows a document: a copy some seconds after an edit, none when it is saved. */
  public AutoSave(StudioDocument document, Recovery recovery, BackgroundTasks tasks) {
    this.document = document;
    this.recovery = recovery;
    this.tasks = tasks;
    delay.setOnFinished(e -> write());
    document.graphProperty().subscribe(this::changed);
    document.dirtyProperty().subscribe(dirty -> changed(document.graph()));
  }

  private void changed(Graph graph) {
    boolean was = unsaved != null;
    unsaved = document.dirty() ? document.preset().with(graph) : null;
    if (unsaved != null) {
      if (delay.getStatus() != javafx.animation.Animation.Status.RUNNING) {
        delay.playFromStart();
      }
    } else if (was) {
      delay.stop();
      write();
    }
  }

  private void write() {
    tasks.write(this::keepNow, () -> {}, e -> LOG.warn("the recovery copy was not written", e));
  }

  /** Brings the copy up to date at once. Safe on every thread: what an error calls. */
  public void keepNow() {
    Preset preset = unsaved;
    if (preset == null) {
      recovery.drop();
    } else {
      recovery.keep(preset);
    }
  }

  /** The document was saved or given up: drops the copy. */
  @Override
  public void close() {
    delay.stop();
    unsaved = null;
    recovery.drop();
  }
}
