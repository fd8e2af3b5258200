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
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.diffusion.NoiseSchedule;
import dev.dreamwire.runtime.model.ClipDit;

/** Makes a whole clip out of noise. */
final class ClipSamplerNode implements TensorType {
  @Override
  public NodeSpec spec() {
    return NodeSpec.of("dreamwire:sampler.clip", "Sampler: Clip", Category.DIFFUSION)
        .help(
            """
            Makes all frames of a clip together, from noise and from the picture that it begins with. \
            Wired to a Clip Player it works once, when play starts, and you wait for it: that wait is \
            what keeps such models from being played. Another seed gives another clip.\
            """)
        .in(
            Port.of("denoiser", PortType.CLIP_DENOISER),
            Port.of("schedule", PortType.SCHEDULE),
            Port.of("latent", PortType.LATENT))
        .out(Port.of("clip", PortType.CLIP))
        .param(
            Param.integer("steps", 1, 64, 16, false),
            Param.integer("seed", 0, Integer.MAX_VALUE, 0, false))
        .build();
  }

  @Override
  public <T> void emit(TensorScope<T> scope) {
    Ops<T> ops = scope.ops();
    ClipDit model = scope.handle("denoiser", ClipDit.class);
    NoiseSchedule schedule = scope.handle("schedule", NoiseSchedule.class);
    T first = scope.input("latent");
    Shape needed = model.dit().config().latentShape();
    if (!ops.shape(first).equals(needed)) {
      throw new NodeException(
          "latent", "needs " + needed + ", what is wired has " + ops.shape(first), null);
    }
    T noise =
        scope.noise("x." + scope.params().integer("seed"), needed.prepend(model.frames() - 1));
    int steps = Math.toIntExact(scope.params().integer("steps"));
    scope.output("clip", model.sample(ops, schedule, steps, first, noise));
  }
}
