package dev.dreamwire.runtime.cli;

import dev.dreamwire.api.node.NodeException;
import dev.dreamwire.runtime.backend.Backend;
import dev.dreamwire.runtime.backend.CompileOptions;
import dev.dreamwire.runtime.engine.NodeFailure;
import dev.dreamwire.runtime.engine.Plan;
import dev.dreamwire.runtime.engine.PlanException;
import dev.dreamwire.runtime.engine.PlanMonitor;
import dev.dreamwire.runtime.engine.PlanProgress;
import dev.dreamwire.runtime.engine.PlanRun;
import dev.dreamwire.runtime.engine.Planner;
import dev.dreamwire.runtime.engine.Services;
import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.GraphCheck;
import dev.dreamwire.runtime.graph.Node;
import dev.dreamwire.runtime.node.SceneGallery;
import dev.dreamwire.runtime.preset.LoadedPreset;
import dev.dreamwire.runtime.preset.Preset;
import java.util.List;
import java.util.Set;

/** A preset at play on the caller's thread. Holds native memory until closed. */
final class HeadlessGame implements AutoCloseable {
  private static final String VIEWPORT = "dreamwire:viewport";

  private final Plan plan;
  private final PlanRun run;

  private HeadlessGame(Plan plan, PlanRun run) {
    this.plan = plan;
    this.run = run;
  }

  /**
   * Plans a graph and starts play.
   *
   * @param loaded where the graph's scenes and files come from
   * @param graph to play, perhaps with changes
   * @param monitor told how far it is
   * @param host what it offers nodes, beside the preset's scenes
   * @throws PlanException if it cannot be played, or a node cannot begin with what its parameters
   *     name
   */
  static HeadlessGame start(
      LoadedPreset loaded,
      Graph graph,
      Backend backend,
      CompileOptions options,
      Services host,
      long seed,
      PlanMonitor monitor,
      CliContext context) {
    Preset preset = loaded.preset();
    SceneGallery gallery =
        name -> preset.scene(name).map(s -> new SceneGallery.View(s.image(), s.pose()));
    Services services = host.with(SceneGallery.class, gallery);
    Planner planner = new Planner(context.registry(), backend, options, services);
    Plan plan = planner.plan(graph, loaded.files()::find, Set.of(), monitor);
    monitor.begins(new PlanProgress(PlanProgress.Phase.STARTING, 1, 1, ""));
    try {
      return new HeadlessGame(plan, PlanRun.start(plan, seed));
    } catch (NodeFailure e) {
      plan.close();
      // What a node cannot begin with was named by the person.
      throw e.getCause() instanceof NodeException ? new PlanException(List.of(e.problem())) : e;
    }
  }

  /** Prints what is done before the first frame, a line each. */
  static PlanMonitor told(CliContext context) {
    return progress ->
        context.tell(
            "plan." + progress.phase(), progress.part(), progress.parts(), progress.name());
  }

  /**
   * Id of the viewport whose pictures count: the first that plays.
   *
   * @throws InputException if there is none
   */
  static String viewport(LoadedPreset loaded, Graph graph, CliContext context) {
    Set<String> playing = GraphCheck.playing(graph, context.registry());
    return graph.nodes().values().stream()
        .filter(node -> node.type().equals(VIEWPORT) && playing.contains(node.id()))
        .map(Node::id)
        .findFirst()
        .orElseThrow(() -> context.bad("play.noViewport", loaded.name()));
  }

  Plan plan() {
    return plan;
  }

  PlanRun run() {
    return run;
  }

  @Override
  public void close() {
    run.close();
    plan.close();
  }
}
