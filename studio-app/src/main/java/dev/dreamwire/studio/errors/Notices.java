package dev.dreamwire.studio.errors;

import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The one notice that is shown, if any; a newer one takes the place of an older one. */
public final class Notices {
  private final ReadOnlyObjectWrapper<Notice> current = new ReadOnlyObjectWrapper<>();

  /** The notice that is shown, or null. Changes on the window's thread only. */
  public ReadOnlyObjectProperty<Notice> currentProperty() {
    return current.getReadOnlyProperty();
  }

  /** Shows a notice. May be called on every thread. */
  public void show(Notice notice) {
    if (Platform.isFxApplicationThread()) {
      current.set(notice);
    } else {
      Platform.runLater(() -> current.set(notice));
    }
  }

  /** Puts the notice away. On the window's thread. */
  public void dismiss() {
    current.set(null);
  }
}
