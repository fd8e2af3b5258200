package dev.dreamwire.studio.shell;

import dev.dreamwire.runtime.cli.WindowBench;
import dev.dreamwire.runtime.cli.WindowFigures;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import javafx.animation.PauseTransition;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Measures how smoothly a game plays in the window: walks forward for some seconds, notes when each
 * frame was made and shown, and closes the window. For the window's thread.
 */
final class WindowMeasurement {
  private static final Duration PATIENCE = Duration.seconds(120);
  private static final Duration WARM_UP = Duration.seconds(3);
  private static final double NANOS_PER_MILLI = 1e6;
  private static final Logger LOG = LoggerFactory.getLogger(WindowMeasurement.class);

  private final WindowBench bench;
  private final Studio studio;
  private final Stage stage;
  private final CompletableFuture<Integer> exit;
  private final PauseTransition patience = new PauseTransition(PATIENCE);

  /** Written by the engine's thread. */
  private final ConcurrentLinkedQueue<Double> makeMillis = new ConcurrentLinkedQueue<>();

  private final List<Double> intervals = new ArrayList<>();
  private volatile boolean measuring;
  private volatile boolean dreamed;
  private double firstFrameSeconds = Double.NaN;
  private long lastShown;

  /** A measurement that is still to begin. */
  WindowMeasurement(
      WindowBench bench, Studio studio, Stage stage, CompletableFuture<Integer> exit) {
    this.bench = bench;
    this.studio = studio;
    this.stage = stage;
    this.exit = exit;
  }

  /** Follows the game from its first frame on. */
  void begin() {
    stage.setMaximized(false);
    stage.setWidth(bench.width());
    stage.setHeight(bench.height());
    patience.setOnFinished(
        e -> {
          LOG.error("no frame came within {} s", PATIENCE.toSeconds());
          end(1);
        });
    patience.play();
    bench
        .setting()
        .ifPresent(name -> studio.document().openingsProperty().subscribe(() -> choose(name)));
    studio.session().addFrameListener(this::made);
    studio.session().addTap(picture -> shown());
  }

  private void choose(String setting) {
    studio.document().graph().setting(setting).ifPresent(studio.playSettings()::choose);
  }

  /** On the engine's thread. */
  private void made(long index, double millis) {
    dreamed = true;
    if (measuring) {
      makeMillis.add(millis);
    }
  }

  private void shown() {
    long now = System.nanoTime();
    if (measuring) {
      intervals.add((now - lastShown) / NANOS_PER_MILLI);
    } else if (dreamed && Double.isNaN(firstFrameSeconds)) {
      patience.stop();
      firstFrameSeconds =
          (System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime()) / 1e3;
      studio.session().input().press("W");
      after(WARM_UP, this::measure);
    }
    lastShown = now;
  }

  private void measure() {
    lastShown = System.nanoTime();
    long from = lastShown;
    measuring = true;
    after(Duration.seconds(bench.seconds()), () -> report((System.nanoTime() - from) / 1e9));
  }

  private void report(double seconds) {
    measuring = false;
    List<Double> made = List.copyOf(makeMillis);
    bench
        .done()
        .accept(new WindowFigures(firstFrameSeconds, seconds, made.size(), made, intervals));
    end(0);
  }

  private void end(int code) {
    exit.complete(code);
    stage.hide();
  }

  private static void after(Duration time, Runnable action) {
    PauseTransition wait = new PauseTransition(time);
    wait.setOnFinished(e -> action.run());
    wait.play();
  }
}
