package dev.dreamwire.studio.capture;

import dev.dreamwire.studio.errors.Notice;
import dev.dreamwire.studio.errors.Notices;
import dev.dreamwire.studio.i18n.Messages;
import dev.dreamwire.studio.play.FrameMailbox.Picture;
import dev.dreamwire.studio.tasks.BackgroundTasks;
import java.nio.file.Path;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** Screenshots and clips of what the viewport shows. Files are written in the background. */
public final class Captures implements AutoCloseable {
  private final Screenshots screenshots;
  private final BackgroundTasks tasks;
  private final Notices notices;
  private final Supplier<Messages> messages;
  private final ReadOnlyBooleanWrapper recording = new ReadOnlyBooleanWrapper();
  private int[] latest = {};
  private int width;
  private int height;
  private Clip clip;

  /** Keeps files in a folder, which is made when needed. */
  public Captures(
      Path folder, BackgroundTasks tasks, Notices notices, Supplier<Messages> messages) {
    this.screenshots = new Screenshots(folder);
    this.tasks = tasks;
    this.notices = notices;
    this.messages = messages;
  }

  /** Whether a clip is being written. */
  public ReadOnlyBooleanProperty recordingProperty() {
    return recording.getReadOnlyProperty();
  }

  /** A picture is shown. */
  public void see(Picture picture) {
    latest = picture.argb().clone();
    width = picture.width();
    height = picture.height();
    if (clip != null) {
      clip.add(latest, width, height);
    }
  }

  /** Keeps the present picture. */
  public void screenshot() {
    if (width == 0) {
      return;
    }
    int[] pixels = latest;
    int wide = width;
    int high = height;
    tasks.read(
        () -> screenshots.write(pixels, wide, high),
        file -> tellKept("notice.screenshot", file),
        this::tellFailed);
  }

  /** Starts a clip, or ends the one that is being written. */
  public void toggleClip() {
    if (clip == null) {
      clip = new Clip(screenshots);
      recording.set(true);
    } else {
      Clip ended = clip;
      clip = null;
      recording.set(false);
      tasks.read(
          ended::finish,
          file -> file.ifPresent(written -> tellKept("notice.clip", written)),
          this::tellFailed);
    }
  }

  private void tellKept(String key, Path file) {
    notices.show(Notice.done(messages.get().get(key, file)));
  }

  private void tellFailed(RuntimeException error) {
    notices.show(Notice.error(messages.get().get("notice.captureFailed", error.getMessage())));
  }

  /** Ends a clip that is being written. */
  @Override
  public void close() {
    if (clip != null) {
      toggleClip();
    }
  }
}
