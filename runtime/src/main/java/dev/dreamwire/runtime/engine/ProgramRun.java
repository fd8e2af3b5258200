package dev.dreamwire.runtime.engine;

import dev.dreamwire.api.node.Colour;
import dev.dreamwire.api.node.Params;
import dev.dreamwire.runtime.backend.BackendException;
import dev.dreamwire.runtime.graph.Problem;
import dev.dreamwire.runtime.tensor.cost.Cost;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One program of a plan at play: feeds it, runs it, keeps what it pushes. Used by the engine's
 * thread.
 */
final class ProgramRun {
  /** Runs after which measured times are taken: enough to be steady, soon enough to be seen. */
  private static final int MEASURED_RUNS = 24;

  private final Stage.Fused fused;
  private final PlanValues values;
  private final PlanMemory memory;
  private Map<String, Double> shares;
  private int runs;

  /**
   * A program at play.
   *
   * @param values where the inputs are that others made in this frame
   */
  ProgramRun(Stage.Fused fused, PlanValues values, PlanMemory memory) {
    this.fused = fused;
    this.values = values;
    this.memory = memory;
    this.shares = byOperations(fused.costs());
  }

  Stage.Fused fused() {
    return fused;
  }

  /**
   * Runs once.
   *
   * @return milliseconds in the program
   */
  double run(long seed, long frame, Map<String, Params> params) {
    fused.inputs().forEach(input -> feed(input, seed, frame, params));
    long began = System.nanoTime();
    try {
      fused.executable().run();
    } catch (BackendException e) {
      throw new NodeFailure(Problem.error("", "", e.getMessage()), e);
    }
    double ms = (System.nanoTime() - began) / 1e6;
    if (++runs == MEASURED_RUNS) {
      measure();
    }
    return ms;
  }

  private void feed(ProgramInput input, long seed, long frame, Map<String, Params> params) {
    FloatBuffer buffer = fused.executable().input(input.name());
    switch (input) {
      case ProgramInput.Value value ->
          PlanValues.copy(values.required(value.from()).values(), buffer);
      case ProgramInput.Live live -> feed(live, params.get(live.node()), buffer);
      case ProgramInput.Filled filled ->
          NodeGuard.run(filled.node(), () -> filled.fill().fill(memory.frames(), buffer.clear()));
      case ProgramInput.Noise noise -> NoiseSource.fill(seed, frame, noise.name(), buffer.clear());
      case ProgramInput.Register inPlace -> {}
      case ProgramInput.Ring inPlace -> {}
    }
  }

  private static void feed(ProgramInput.Live live, Params params, FloatBuffer buffer) {
    if (params.value(live.param()) instanceof String) {
      Colour colour = params.colour(live.param());
      buffer.put(0, (float) colour.red());
      buffer.put(1, (float) colour.green());
      buffer.put(2, (float) colour.blue());
    } else {
      buffer.put(0, number(params.value(live.param())));
    }
  }

  private static float number(Object value) {
    return value instanceof Boolean b ? (b ? 1 : 0) : ((Number) value).floatValue();
  }

  /** Puts what the program made into the rings. */
  void push() {
    fused.pushes().forEach((ring, output) -> memory.push(ring, fused.executable().output(output)));
  }

  /** Tells how a run's time divides between the nodes. */
  void divide(double ms, Map<String, Double> times) {
    shares.forEach((node, share) -> times.put(node, ms * share));
  }

  private void measure() {
    Map<String, Double> measured = fused.executable().shares();
    if (!measured.isEmpty()) {
      shares = new LinkedHashMap<>(shares);
      shares.replaceAll((node, share) -> measured.getOrDefault(node, 0.0));
    }
  }

  private static Map<String, Double> byOperations(Map<String, Cost> costs) {
    double total = costs.values().stream().mapToDouble(Cost::flops).sum();
    Map<String, Double> out = new LinkedHashMap<>();
    costs.forEach((node, cost) -> out.put(node, total == 0 ? 0 : cost.flops() / total));
    return out;
  }
}
