package dev.dreamwire.studio.preferences;

import dev.dreamwire.studio.tasks.BackgroundTasks;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The preferences as they are now; a change is written in the background. For the window's thread.
 */
public final class PreferencesStore {
  private static final Logger LOG = LoggerFactory.getLogger(PreferencesStore.class);

  private final PreferencesFile file;
  private final BackgroundTasks tasks;
  private final ReadOnlyObjectWrapper<Preferences> preferences;

  /** Starts with what a file holds. */
  public PreferencesStore(PreferencesFile file, BackgroundTasks tasks) {
    this.file = file;
    this.tasks = tasks;
    this.preferences = new ReadOnlyObjectWrapper<>(file.read());
  }

  /** The preferences. */
  public ReadOnlyObjectProperty<Preferences> property() {
    return preferences.getReadOnlyProperty();
  }

  /** The preferences. */
  public Preferences get() {
    return preferences.get();
  }

  /** Changes them. A failure to write is logged: no choice is worth a complaint on screen. */
  public void change(UnaryOperator<Preferences> change) {
    Preferences next = change.apply(get());
    if (next.equals(get())) {
      return;
    }
    preferences.set(next);
    tasks.write(() -> file.write(next), () -> {}, e -> LOG.warn("preferences were not written", e));
  }
}
