package dev.dreamwire.runtime.node;

import dev.dreamwire.api.node.NodeException;
import dev.dreamwire.api.node.NodeSpec;
import dev.dreamwire.api.node.NodeSpec.Category;
import dev.dreamwire.api.node.Param;
import dev.dreamwire.api.node.Port;
import dev.dreamwire.api.node.PortType;
import dev.dreamwire.api.node.TensorScope;
import dev.dreamwire.api.node.TensorType;
import dev.dreamwire.api.tensor.Ops;
import dev.dreamwire.runtime.diffusion.DiffusionSampler;
import dev.dreamwire.runtime.diffusion.FlowSchedule;
import dev.dreamwire.runtime.diffusion.NoiseSchedule;
import dev.dreamwire.runtime.model.ContextView;
import dev.dreamwire.runtime.model.Denoiser;
import dev.dreamwire.runtime.model.DenoiserSession;
import dev.dreamwire.runtime.model.HistoryView;

/** Makes a frame out of noise, a step at a time. One class for all samplers. */
final class SamplerNode implements TensorType {
  private static final String HELP =
      """
      Makes the next frame. It starts from pure noise, asks the denoiser what the frame could be, takes \
      a part of the noise away, and asks again, as many times as there are steps. More steps take more \
      time and give finer frames. Another seed gives another dream of the same play. %s\
      """;

  private final NodeSpec spec;
  private final DiffusionSampler sampler;

  private SamplerNode(NodeSpec spec, DiffusionSampler sampler) {
    this.spec = spec;
    this.sampler = sampler;
  }

  /** Follows the straight line of a flow. */
  static SamplerNode eulerFlow() {
    return new SamplerNode(
        spec(
            "dreamwire:sampler.euler_flow",
            "Sampler: Euler Flow",
            "Euler's method on the straight line from noise to frame; needs a flow schedule."),
        DiffusionSampler.EULER_FLOW);
  }

  /** Deterministic steps on any schedule. */
  static SamplerNode ddim() {
    return new SamplerNode(
        spec(
            "dreamwire:sampler.ddim",
            "Sampler: DDIM",
            "DDIM takes the noise that the denoiser sees and puts less of it back; it suits every"
                + " schedule."),
        DiffusionSampler.DDIM);
  }

  private static NodeSpec spec(String id, String title, String method) {
    return NodeSpec.of(id, title, Category.DIFFUSION)
        .help(HELP.formatted(method))
        .in(
            Port.of("denoiser", PortType.DENOISER),
            Port.of("schedule", PortType.SCHEDULE),
            Port.of("context", PortType.CONTEXT),
            Port.of("history", PortType.HISTORY),
            Port.of("action", PortType.ACTION))
        .out(Port.of("latent", PortType.LATENT))
        .param(
            Param.integer("steps", 1, 64, 3, false),
            Param.integer("seed", 0, Integer.MAX_VALUE, 0, false))
        .build();
  }

  @Override
  public NodeSpec spec() {
    return spec;
  }

  @Override
  public <T> void emit(TensorScope<T> scope) {
    Ops<T> ops = scope.ops();
    Denoiser denoiser = scope.handle("denoiser", Denoiser.class);
    NoiseSchedule schedule = scope.handle("schedule", NoiseSchedule.class);
    if (sampler == DiffusionSampler.EULER_FLOW && !(schedule instanceof FlowSchedule)) {
      throw new NodeException(
          "schedule", "must be a flow schedule; choose flow there, or a DDIM sampler here", null);
    }
    double[] timesteps = schedule.timesteps(Math.toIntExact(scope.params().integer("steps")));
    DenoiserSession<T> session = session(scope, denoiser, schedule, timesteps);
    T noise = scope.noise("x." + scope.params().integer("seed"), denoiser.latentShape());
    T frame =
        sampler.sample(
            ops,
            schedule,
            denoiser.prediction(),
            timesteps,
            noise,
            session::predict,
            (step, x, x0) -> {
              scope.probe("x." + step, x);
              scope.probe("x0." + step, x0);
            });
    scope.output("latent", frame);
  }

  /**
   * The types hold: a graph's handles are made by the same reading that this node is written in.
   */
  @SuppressWarnings("unchecked")
  private static <T> DenoiserSession<T> session(
      TensorScope<T> scope, Denoiser denoiser, NoiseSchedule schedule, double[] timesteps) {
    ContextView<T> context = scope.handle("context", ContextView.class);
    HistoryView<T> history = scope.handle("history", HistoryView.class);
    try {
      return denoiser.open(
          scope.ops(), history, context, schedule, timesteps, scope.input("action"));
    } catch (IllegalArgumentException e) {
      throw new NodeException("denoiser", e.getMessage(), e);
    }
  }
}
