package dev.dreamwire.studio.shell;

import dev.dreamwire.api.node.Controls;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.api.tensor.TensorView;
import dev.dreamwire.runtime.engine.PlanProgress;
import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.Node;
import dev.dreamwire.runtime.preset.Preset;
import dev.dreamwire.runtime.preset.PresetFiles;
import dev.dreamwire.studio.play.Engine;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * An engine that paints stripes at 20 fps instead of dreaming: W walks them forward, the mouse
 * turns them. Remembers what it was asked.
 */
final class FakeEngine implements Engine {
  private static final int WIDTH = 64;
  private static final int HEIGHT = 48;
  private static final int PERIOD_MILLIS = 50;

  final List<String> calls = Collections.synchronizedList(new ArrayList<>());
  private final Host host;
  private final ScheduledExecutorService frames =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
  private final ExecutorService planner =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());

  /** Whether what it compiles never gets done. */
  volatile boolean slow;

  /** What it was asked to hand out. */
  volatile Set<String> watched = Set.of();

  private volatile boolean playing;
  private volatile Graph graph = Graph.EMPTY;
  private volatile double walked;
  private volatile double turned;
  private volatile long index;

  FakeEngine(Host host) {
    this.host = host;
    frames.scheduleAtFixedRate(this::tick, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
  }

  @Override
  public void load(Preset preset, PresetFiles files) {
    calls.add("load");
    compile(preset);
  }

  @Override
  public void edit(Preset preset) {
    calls.add("edit");
    compile(preset);
  }

  private void compile(Preset preset) {
    host.planning();
    if (slow) {
      host.progressed(new PlanProgress(PlanProgress.Phase.COMPILING, 1, 2, "sampler"));
      return;
    }
    planner.execute(
        () -> {
          graph = preset.graph();
          host.planned();
        });
  }

  @Override
  public void play() {
    playing = true;
  }

  @Override
  public void pause() {
    playing = false;
  }

  @Override
  public void step() {
    frames.execute(this::frame);
  }

  @Override
  public void restart() {
    calls.add("restart");
    frames.execute(
        () -> {
          walked = 0;
          turned = 0;
          index = 0;
        });
  }

  @Override
  public void cancel() {
    calls.add("cancel");
    host.cancelled();
  }

  @Override
  public void watch(Set<String> values) {
    watched = Set.copyOf(values);
  }

  @Override
  public void close() {
    frames.shutdownNow();
    planner.shutdownNow();
  }

  private void tick() {
    if (playing && !graph.nodes().isEmpty()) {
      frame();
    }
  }

  private void frame() {
    Controls controls = host.controls();
    walked += controls.held().contains("W") ? 1 : 0;
    turned += controls.mouseX();
    float[] rgb = new float[3 * WIDTH * HEIGHT];
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        int at = y * WIDTH + x;
        double depth = y > HEIGHT / 2 ? 60.0 / (y - HEIGHT / 2) : 0;
        boolean stripe = Math.floorMod((int) (depth + walked * 0.6), 2) == 0;
        rgb[at] = y > HEIGHT / 2 ? (stripe ? -0.35f : -0.5f) : -0.3f + y * 0.02f;
        rgb[at + WIDTH * HEIGHT] = y > HEIGHT / 2 ? (stripe ? 0.25f : 0.05f) : 0.1f + y * 0.02f;
        rgb[at + 2 * WIDTH * HEIGHT] =
            y > HEIGHT / 2 ? -0.6f : 0.7f + 0.2f * (float) Math.sin((x + turned * 0.1) * 0.4);
      }
    }
    host.picture("viewport", FloatBuffer.wrap(rgb), WIDTH, HEIGHT);
    watched.forEach(name -> host.watched(name, TensorView.of(Shape.of(3, HEIGHT, WIDTH), rgb)));
    Map<String, Double> millis =
        graph.nodes().values().stream().collect(Collectors.toMap(Node::id, FakeEngine::cost));
    host.frame(index++, millis.values().stream().mapToDouble(v -> v).sum(), millis);
  }

  private static double cost(Node node) {
    return node.type().startsWith("dreamwire:sampler") ? 21.4 : 0.3;
  }
}
