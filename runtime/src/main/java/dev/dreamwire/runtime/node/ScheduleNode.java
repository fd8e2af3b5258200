package dev.dreamwire.runtime.node;

import dev.dreamwire.api.node.HandleScope;
import dev.dreamwire.api.node.HandleType;
import dev.dreamwire.api.node.NodeSpec;
import dev.dreamwire.api.node.NodeSpec.Category;
import dev.dreamwire.api.node.Param;
import dev.dreamwire.api.node.Port;
import dev.dreamwire.api.node.PortType;
import dev.dreamwire.runtime.diffusion.FlowSchedule;
import dev.dreamwire.runtime.diffusion.KarrasSchedule;
import dev.dreamwire.runtime.diffusion.NoiseSchedule;
import dev.dreamwire.runtime.diffusion.VarianceSchedule;
import java.util.List;

/** How noise grows with the timestep. */
final class ScheduleNode implements HandleType {
  @Override
  public NodeSpec spec() {
    return NodeSpec.of("dreamwire:schedule", "Noise Schedule", Category.DIFFUSION)
        .help(
            """
            How much of a frame is picture and how much is noise, from timestep 0 (clean) to 1000 (pure \
            noise). It must be the one that the denoiser was trained with: flow for the transformers \
            that this program trains, sigmoid for Oasis, EDM for a U-Net on pixels as in DIAMOND \
            (there a DDIM sampler takes exactly the steps of Euler's method).\
            """)
        .out(Port.of("schedule", PortType.SCHEDULE))
        .param(
            Param.choice(
                "kind", List.of("flow", "sigmoid", "cosine", "linear", "edm"), "flow", false))
        .build();
  }

  @Override
  public void resolve(HandleScope scope) {
    NoiseSchedule schedule =
        switch (scope.params().text("kind")) {
          case "sigmoid" -> VarianceSchedule.sigmoid();
          case "cosine" -> VarianceSchedule.cosine();
          case "edm" -> KarrasSchedule.DIAMOND;
          case "linear" -> VarianceSchedule.linear();
          default -> new FlowSchedule();
        };
    scope.output("schedule", schedule);
  }
}
