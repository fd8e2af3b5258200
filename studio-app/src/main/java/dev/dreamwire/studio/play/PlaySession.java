package dev.dreamwire.studio.play;

import dev.dreamwire.api.node.Controls;
import dev.dreamwire.api.tensor.TensorView;
import dev.dreamwire.runtime.engine.PlanProgress;
import dev.dreamwire.runtime.graph.Problem;
import dev.dreamwire.runtime.memory.MemoryMap;
import dev.dreamwire.runtime.preset.Preset;
import dev.dreamwire.runtime.preset.PresetFiles;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;

/**
 * A game that runs: the window's view of the engine. Methods and properties are for the window's
 * thread; what the engine tells reaches it at most once a pulse.
 */
public final class PlaySession implements AutoCloseable {
  private static final long STATS_EVERY_NANOS = 250_000_000L;

  private static final BiConsumer<String, TensorView> NOBODY = (name, value) -> {};

  private final InputState input = new InputState();
  private final StatsMeter meter = new StatsMeter();
  private final FrameMailbox mailbox;
  private final Engine engine;
  private final Consumer<List<Problem>> failed;
  private final AtomicBoolean statsAnnounced = new AtomicBoolean();
  private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper planning = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<PlanProgress> progress = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<PlayStats> stats =
      new ReadOnlyObjectWrapper<>(PlayStats.NONE);
  private Consumer<FrameMailbox.Picture> screen = picture -> {};
  private final List<Consumer<FrameMailbox.Picture>> taps = new ArrayList<>();
  private final List<FrameListener> frameListeners = new CopyOnWriteArrayList<>();
  private volatile BiConsumer<String, TensorView> watcher = NOBODY;
  private boolean restartOncePlanned;
  private volatile long statsToldAt;

  /**
   * A session that plays nothing yet.
   *
   * @param failed told on the window's thread what keeps a graph from being played
   */
  public PlaySession(Engine.Factory factory, Consumer<List<Problem>> failed) {
    this.failed = failed;
    this.mailbox = new FrameMailbox(Platform::runLater, this::show);
    this.engine = factory.create(new Host());
  }

  /** Whether frames are made. */
  public ReadOnlyBooleanProperty playingProperty() {
    return playing.getReadOnlyProperty();
  }

  /** Whether a plan is being made. */
  public ReadOnlyBooleanProperty planningProperty() {
    return planning.getReadOnlyProperty();
  }

  /** What is done of the plan that is being made; null before anything is. */
  public ReadOnlyObjectProperty<PlanProgress> progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /** Gives up the plan that is being made; what played goes on. Play asks for it again. */
  public void cancelPlanning() {
    engine.cancel();
  }

  /** Whether there is something to play. */
  public ReadOnlyBooleanProperty readyProperty() {
    return ready.getReadOnlyProperty();
  }

  /** Figures, a few times a second. */
  public ReadOnlyObjectProperty<PlayStats> statsProperty() {
    return stats.getReadOnlyProperty();
  }

  /** Where keys and mouse go. */
  public InputState input() {
    return input;
  }

  /** Says who shows pictures. */
  public void onPicture(Consumer<FrameMailbox.Picture> newScreen) {
    screen = newScreen;
  }

  /** Says who else sees every picture that is shown, such as a recorder. */
  public void addTap(Consumer<FrameMailbox.Picture> tap) {
    taps.add(tap);
  }

  /** Says who else learns of every frame that is made, shown or not. */
  public void addFrameListener(FrameListener listener) {
    frameListeners.add(listener);
  }

  /**
   * Hands out values of every frame until it is unsubscribed from, or until others are asked for.
   *
   * @param values {@code node/port} of outputs
   * @param newWatcher gets them on the engine's thread, valid during the call
   */
  public Subscription watch(Set<String> values, BiConsumer<String, TensorView> newWatcher) {
    watcher = newWatcher;
    engine.watch(values);
    return () -> {
      if (watcher == newWatcher) {
        watcher = NOBODY;
        engine.watch(Set.of());
      }
    };
  }

  /** Plays another preset from its start. */
  public void open(Preset preset, PresetFiles files) {
    ready.set(false);
    meter.clear();
    stats.set(PlayStats.NONE);
    engine.load(preset, files);
  }

  /** Follows an edit: at once where that is possible, once it is compiled otherwise. */
  public void edited(Preset preset) {
    engine.edit(preset);
  }

  /** Goes on. */
  public void play() {
    meter.interrupted();
    playing.set(true);
    engine.play();
  }

  /** Stops after the present frame. */
  public void pause() {
    playing.set(false);
    engine.pause();
    meter.interrupted();
  }

  /** Plays or pauses. */
  public void toggle() {
    if (playing.get()) {
      pause();
    } else {
      play();
    }
  }

  /** Makes one frame. Pauses first. */
  public void step() {
    if (playing.get()) {
      pause();
    }
    engine.step();
  }

  /** Starts over from the scene. */
  public void restart() {
    meter.interrupted();
    engine.restart();
  }

  /** Starts over as soon as an edit that was just made plays: what starts play was changed. */
  public void restartOncePlanned() {
    restartOncePlanned = true;
  }

  @Override
  public void close() {
    engine.close();
  }

  private void show(FrameMailbox.Picture picture) {
    screen.accept(picture);
    taps.forEach(tap -> tap.accept(picture));
    if (picture.inputNanos() != 0) {
      meter.answered(picture.inputNanos(), System.nanoTime());
    }
  }

  private void planned() {
    planning.set(false);
    ready.set(true);
    if (restartOncePlanned) {
      restartOncePlanned = false;
      restart();
    }
  }

  private void tellStats() {
    statsAnnounced.set(false);
    stats.set(meter.stats());
  }

  /** What the engine talks to, on its own threads. */
  private final class Host implements Engine.Host {
    @Override
    public Controls controls() {
      return input.sample();
    }

    @Override
    public void picture(String node, FloatBuffer rgb, int width, int height) {
      mailbox.post(rgb, width, height, input.sampledSince());
    }

    @Override
    public void watched(String name, TensorView value) {
      watcher.accept(name, value);
    }

    @Override
    public void frame(long index, double millis, Map<String, Double> nodeMillis) {
      long now = System.nanoTime();
      meter.frame(index, millis, nodeMillis, now);
      frameListeners.forEach(listener -> listener.made(index, millis));
      if (now - statsToldAt > STATS_EVERY_NANOS && statsAnnounced.compareAndSet(false, true)) {
        statsToldAt = now;
        Platform.runLater(PlaySession.this::tellStats);
      }
    }

    @Override
    public void measured(String node, Map<String, Double> figures) {
      meter.measured(node, figures);
    }

    @Override
    public void remembered(String node, MemoryMap map) {
      meter.remembered(node, map);
    }

    @Override
    public void planning() {
      Platform.runLater(
          () -> {
            progress.set(null);
            planning.set(true);
          });
    }

    @Override
    public void progressed(PlanProgress now) {
      Platform.runLater(() -> progress.set(now));
    }

    @Override
    public void cancelled() {
      Platform.runLater(
          () -> {
            planning.set(false);
            playing.set(playing.get() && ready.get());
          });
    }

    @Override
    public void planned() {
      Platform.runLater(PlaySession.this::planned);
    }

    @Override
    public void playing(boolean now) {
      Platform.runLater(() -> playing.set(now));
    }

    @Override
    public void failed(List<Problem> problems) {
      Platform.runLater(
          () -> {
            planning.set(false);
            failed.accept(problems);
          });
    }
  }
}
