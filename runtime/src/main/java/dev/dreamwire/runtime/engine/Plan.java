package dev.dreamwire.runtime.engine;

import dev.dreamwire.runtime.backend.Executable;
import dev.dreamwire.runtime.graph.Graph;
import dev.dreamwire.runtime.graph.Problem;
import dev.dreamwire.runtime.tensor.cost.Cost;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A graph as compiled programs. Holds native memory until closed; run by one {@link PlanRun}. */
public final class Plan implements AutoCloseable {
  private final Graph graph;
  private final Graph flat;
  private final PlanContext context;
  private final List<Stage> start;
  private final List<Stage> frame;
  private final List<Problem> warnings;

  Plan(
      Graph graph,
      Graph flat,
      PlanContext context,
      List<Stage> start,
      List<Stage> frame,
      List<Problem> warnings) {
    this.graph = graph;
    this.flat = flat;
    this.context = context;
    this.start = List.copyOf(start);
    this.frame = List.copyOf(frame);
    this.warnings = List.copyOf(warnings);
  }

  /** The graph it was made from. */
  public Graph graph() {
    return graph;
  }

  /** The same with the nodes of its subgraphs in the place of their instances. */
  Graph flat() {
    return flat;
  }

  /** What is odd about the graph but does not stop it. */
  public List<Problem> warnings() {
    return warnings;
  }

  /** What each tensor node costs a frame. */
  public Map<String, Cost> costs() {
    Map<String, Cost> out = new LinkedHashMap<>();
    for (Stage stage : frame) {
      if (stage instanceof Stage.Fused fused) {
        out.putAll(fused.costs());
      }
    }
    return out;
  }

  /** How many programs run every frame. */
  public int programs() {
    return (int) frame.stream().filter(Stage.Fused.class::isInstance).count();
  }

  PlanContext context() {
    return context;
  }

  List<Stage> start() {
    return start;
  }

  List<Stage> frame() {
    return frame;
  }

  /**
   * Makes the programs that play starts with fail soon. Any thread; only {@link #close} follows.
   */
  void interrupt() {
    executables(start).forEach(Executable::interrupt);
  }

  @Override
  public void close() {
    executables(start).forEach(Executable::close);
    executables(frame).forEach(Executable::close);
  }

  private static Stream<Executable> executables(List<Stage> stages) {
    return stages.stream()
        .filter(Stage.Fused.class::isInstance)
        .map(stage -> ((Stage.Fused) stage).executable());
  }
}
