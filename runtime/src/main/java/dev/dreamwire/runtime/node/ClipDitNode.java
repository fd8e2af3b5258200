package dev.dreamwire.runtime.node;

import dev.dreamwire.api.node.HandleScope;
import dev.dreamwire.api.node.HandleType;
import dev.dreamwire.api.node.NodeSpec;
import dev.dreamwire.api.node.NodeSpec.Category;
import dev.dreamwire.api.node.Port;
import dev.dreamwire.api.node.PortType;
import dev.dreamwire.runtime.model.ClipDit;
import dev.dreamwire.runtime.model.ModelFiles;

/** A transformer that makes whole clips, with its weights, from a file. */
final class ClipDitNode implements HandleType {
  @Override
  public NodeSpec spec() {
    return NodeSpec.of("dreamwire:clip_dit", "Clip DiT", Category.MODEL)
        .help(
            """
            A diffusion transformer as video generators have it. It makes all frames of a clip \
            together, and each sees those before and after it. That is why nothing you press can come \
            in, and why no frame is ready before all are.\
            """)
        .out(Port.of("denoiser", PortType.CLIP_DENOISER))
        .param(WeightFiles.param(), WeightFiles.precisionParam())
        .build();
  }

  @Override
  public void resolve(HandleScope scope) {
    ClipDit model = WeightFiles.read(scope, ModelFiles::clipDit);
    scope.output("denoiser", new ClipDit(model.dit(), WeightFiles.precise(scope, model.weights())));
  }
}
