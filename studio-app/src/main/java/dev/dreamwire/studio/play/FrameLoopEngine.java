package dev.dreamwire.studio.play;

import dev.dreamwire.api.tensor.TensorView;
import dev.dreamwire.runtime.backend.Backend;
import dev.dreamwire.runtime.backend.CompileOptions;
import dev.dreamwire.runtime.engine.EngineEvent;
import dev.dreamwire.runtime.engine.FrameLoop;
import dev.dreamwire.runtime.engine.FrameTimings;
import dev.dreamwire.runtime.engine.Planner;
import dev.dreamwire.runtime.engine.ProbeSink;
import dev.dreamwire.runtime.engine.Services;
import dev.dreamwire.runtime.graph.NodeRegistry;
import dev.dreamwire.runtime.graph.Problem;
import dev.dreamwire.runtime.node.ControlsSource;
import dev.dreamwire.runtime.node.MemorySink;
import dev.dreamwire.runtime.node.MetricsSink;
import dev.dreamwire.runtime.node.SceneGallery;
import dev.dreamwire.runtime.node.ViewportSink;
import dev.dreamwire.runtime.preset.Preset;
import dev.dreamwire.runtime.preset.PresetFiles;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The runtime's frame loop, as the window needs it. */
public final class FrameLoopEngine implements Engine {
  private static final double FRAMES_PER_SECOND = 20;
  private static final long SEED = 0;
  private static final Logger LOG = LoggerFactory.getLogger(FrameLoopEngine.class);

  private final Host host;
  private final FrameLoop loop;
  private volatile Map<String, SceneGallery.View> scenes = Map.of();
  private boolean loaded;

  /** An engine on a backend. */
  public FrameLoopEngine(
      Host host, NodeRegistry registry, Backend backend, CompileOptions options) {
    this.host = host;
    Services services =
        Services.NONE
            .with(ControlsSource.class, host::controls)
            .with(ViewportSink.class, this::show)
            .with(MetricsSink.class, (node, frame, figures) -> host.measured(node, figures))
            .with(MemorySink.class, host::remembered)
            .with(ProbeSink.class, (name, frame, value) -> host.watched(name, value))
            .with(SceneGallery.class, scene -> Optional.ofNullable(scenes.get(scene)));
    loop =
        new FrameLoop(
            new Planner(registry, backend, options, services),
            FRAMES_PER_SECOND,
            SEED,
            this::happened);
  }

  @Override
  public void load(Preset preset, PresetFiles files) {
    rememberScenes(preset);
    loaded = true;
    loop.load(preset.graph(), files::find);
  }

  @Override
  public void edit(Preset preset) {
    if (loaded) {
      rememberScenes(preset);
      loop.edit(preset.graph());
    }
  }

  private void rememberScenes(Preset preset) {
    Map<String, SceneGallery.View> views = new HashMap<>();
    preset.scenes().forEach(s -> views.put(s.name(), new SceneGallery.View(s.image(), s.pose())));
    scenes = Map.copyOf(views);
  }

  @Override
  public void play() {
    loop.play();
  }

  @Override
  public void pause() {
    loop.pause();
  }

  @Override
  public void step() {
    loop.step();
  }

  @Override
  public void restart() {
    loop.restart(SEED);
  }

  @Override
  public void cancel() {
    loop.cancel();
  }

  @Override
  public void watch(Set<String> values) {
    loop.watch(values);
  }

  @Override
  public void close() {
    loop.close();
  }

  private void show(String node, TensorView image) {
    host.picture(node, image.values(), image.shape().size(2), image.shape().size(1));
  }

  private void happened(EngineEvent event) {
    switch (event) {
      case EngineEvent.Planning planning -> host.planning();
      case EngineEvent.Progressed(var graph, var progress) -> host.progressed(progress);
      case EngineEvent.PlanCancelled cancelled -> host.cancelled();
      case EngineEvent.PlanReady ready -> host.planned();
      case EngineEvent.PlanFailed(var graph, var problems) -> host.failed(problems);
      case EngineEvent.FrameMade(FrameTimings times) ->
          host.frame(times.frame(), times.totalMs(), times.nodeMs());
      case EngineEvent.NodeFailed(Problem problem, Throwable cause) -> {
        LOG.warn("{}", problem, cause);
        host.failed(List.of(problem));
      }
      case EngineEvent.PlayingChanged(boolean playing) -> host.playing(playing);
      case EngineEvent.Restarted restarted -> {}
      case EngineEvent.Stopped(Throwable cause) -> {
        LOG.error("the engine stopped", cause);
        host.failed(List.of(Problem.error("", "", String.valueOf(cause.getMessage()))));
      }
    }
  }
}
