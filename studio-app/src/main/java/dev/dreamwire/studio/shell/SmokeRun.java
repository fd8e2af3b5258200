package dev.dreamwire.studio.shell;

import dev.dreamwire.studio.errors.LogFile;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.animation.PauseTransition;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A start that proves itself: plays some frames in the window, says how fast, and ends. Asked for
 * by the system property {@code dreamwire.smoke}, the number of frames.
 */
final class SmokeRun {
  private static final Duration PATIENCE = Duration.seconds(60);
  private static final Logger LOG = LoggerFactory.getLogger(SmokeRun.class);

  private final int frames;
  private int shown;
  private long firstAt;

  private SmokeRun(int frames) {
    this.frames = frames;
  }

  /** The run that was asked for, if there was one. */
  static Optional<SmokeRun> requested() {
    return Optional.ofNullable(Integer.getInteger("dreamwire.smoke")).map(SmokeRun::new);
  }

  /** Counts the pictures that reach the window, and ends the program with 0 or 1. */
  void watch(Studio studio, Stage stage, CompletableFuture<Integer> exit) {
    LogFile.hear(SmokeRun.class);
    PauseTransition patience = new PauseTransition(PATIENCE);
    patience.setOnFinished(
        e -> {
          LOG.error("smoke: {} of {} frames within {} s", shown, frames, PATIENCE.toSeconds());
          exit.complete(1);
          stage.hide();
        });
    patience.play();
    studio
        .session()
        .addTap(
            picture -> {
              if (seen()) {
                patience.stop();
                exit.complete(0);
                stage.hide();
              }
            });
  }

  /** Counts a picture; whether it is the last that was asked for. */
  private boolean seen() {
    long now = System.nanoTime();
    if (shown++ == 0) {
      firstAt = now;
    }
    if (shown != frames) {
      return false;
    }
    double fps = (frames - 1) / ((now - firstAt) / 1e9);
    LOG.info(
        "smoke: {} frames in the window, {} fps", shown, String.format(Locale.ROOT, "%.1f", fps));
    return true;
  }
}
