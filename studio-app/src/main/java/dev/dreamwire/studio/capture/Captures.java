package dev.dreamwire.studio.capture;

import dev.dreamwire.runtime.capture.CapturedFrame;
import dev.dreamwire.runtime.capture.Take;
import dev.dreamwire.runtime.capture.TakeFormat;
import dev.dreamwire.runtime.capture.Takes;
import dev.dreamwire.studio.errors.Notice;
import dev.dreamwire.studio.errors.Notices;
import dev.dreamwire.studio.i18n.Messages;
import dev.dreamwire.studio.play.FrameMailbox.Picture;
import dev.dreamwire.studio.tasks.BackgroundTasks;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/**
 * Screenshots and clips of what the viewport shows. Files are written in the background. For the
 * window's thread.
 */
public final class Captures implements AutoCloseable {
  private static final int FPS = 20;

  private final Screenshots screenshots;
  private final Takes takes;
  private final BackgroundTasks tasks;
  private final Notices notices;
  private final Supplier<Messages> messages;
  private final ReadOnlyBooleanWrapper recording = new ReadOnlyBooleanWrapper();
  private CapturedFrame latest;
  private Take take;

  /** Keeps files in a folder, which is made when needed. */
  public Captures(
      Path folder, BackgroundTasks tasks, Notices notices, Supplier<Messages> messages) {
    this.screenshots = new Screenshots(folder);
    this.takes = new Takes(folder, TakeFormat.VIDEO, FPS);
    this.tasks = tasks;
    this.notices = notices;
    this.messages = messages;
  }

  /** Whether a clip is being written. */
  public ReadOnlyBooleanProperty recordingProperty() {
    return recording.getReadOnlyProperty();
  }

  /** The picture that was shown last, if there was one. */
  public Optional<CapturedFrame> latest() {
    return Optional.ofNullable(latest);
  }

  /** A picture is shown. */
  public void see(Picture picture) {
    latest = CapturedFrame.ofArgb(picture.argb(), picture.width(), picture.height());
    if (recording.get()) {
      record(latest);
    }
  }

  /** A clip that breaks down, or whose frames change their size, ends; the rest is another. */
  private void record(CapturedFrame frame) {
    if (take != null && take.failed()) {
      toggleClip();
      return;
    }
    if (take != null && !take.takes(frame)) {
      endTake();
    }
    if (take == null) {
      take = takes.begin(frame.width(), frame.height());
    }
    take.offer(frame);
  }

  /** Keeps the present picture. */
  public void screenshot() {
    latest()
        .ifPresent(
            frame ->
                tasks.read(
                    () -> screenshots.write(frame),
                    file -> notices.show(Notice.done(text("notice.screenshot", file))),
                    this::tellFailed));
  }

  /** Starts a clip, or ends the one that is being written. */
  public void toggleClip() {
    recording.set(!recording.get());
    if (!recording.get()) {
      endTake();
    }
  }

  private void endTake() {
    if (take != null) {
      Take ended = take;
      take = null;
      tasks.read(ended::finish, file -> file.ifPresent(f -> tellClip(f, ended)), this::tellFailed);
    }
  }

  private void tellClip(Path file, Take ended) {
    notices.show(
        ended.leftOut() == 0
            ? Notice.done(text("notice.clip", file))
            : Notice.warning(text("notice.clipWithGaps", file, ended.leftOut())));
  }

  private void tellFailed(RuntimeException error) {
    notices.show(Notice.error(text("notice.captureFailed", error.getMessage())));
  }

  private String text(String key, Object... args) {
    return messages.get().get(key, args);
  }

  /** Ends a clip that is being written. */
  @Override
  public void close() {
    if (recording.get()) {
      toggleClip();
    }
  }
}
