package dev.dreamwire.runtime.node;

import dev.dreamwire.api.node.HandleScope;
import dev.dreamwire.api.node.HandleType;
import dev.dreamwire.api.node.NodeSpec;
import dev.dreamwire.api.node.NodeSpec.Category;
import dev.dreamwire.api.node.Port;
import dev.dreamwire.api.node.PortType;
import dev.dreamwire.runtime.model.ModelFiles;
import dev.dreamwire.runtime.model.UNetDenoiser;

/** A U-Net with its weights, from a file. */
final class UNetNode implements HandleType {
  @Override
  public NodeSpec spec() {
    return NodeSpec.of("dreamwire:unet", "U-Net", Category.MODEL)
        .help(
            """
            A convolutional denoiser, as DIAMOND and GameNGen have it. It sees a noisy frame together \
            with a few frames before it, first in full and then smaller and smaller, and says what the \
            frame would be without the noise. It has no memory beyond those few frames.\
            """)
        .out(Port.of("denoiser", PortType.DENOISER))
        .param(WeightFiles.param(), WeightFiles.precisionParam())
        .build();
  }

  @Override
  public void resolve(HandleScope scope) {
    UNetDenoiser model = WeightFiles.read(scope, ModelFiles::unet);
    scope.output(
        "denoiser", new UNetDenoiser(model.unet(), WeightFiles.precise(scope, model.weights())));
  }
}
