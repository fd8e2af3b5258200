package dev.dreamwire.runtime.node;

import dev.dreamwire.api.node.NodeException;
import dev.dreamwire.api.node.NodeSpec;
import dev.dreamwire.api.node.NodeSpec.Category;
import dev.dreamwire.api.node.Port;
import dev.dreamwire.api.node.PortType;
import dev.dreamwire.api.node.TensorScope;
import dev.dreamwire.api.node.TensorType;
import dev.dreamwire.api.tensor.Ops;
import dev.dreamwire.api.tensor.Shape;
import dev.dreamwire.runtime.model.AutoencoderHandle;
import dev.dreamwire.runtime.model.VitAutoencoder;

/** A latent as a picture. */
final class DecodeNode implements TensorType {
  @Override
  public NodeSpec spec() {
    return NodeSpec.of("dreamwire:decode", "Decode", Category.MODEL)
        .help("Unfolds a latent into a picture, with the half of the autoencoder that paints.")
        .in(Port.of("autoencoder", PortType.AUTOENCODER), Port.of("latent", PortType.LATENT))
        .out(Port.of("image", PortType.IMAGE))
        .build();
  }

  @Override
  public <T> void emit(TensorScope<T> scope) {
    Ops<T> ops = scope.ops();
    VitAutoencoder model = scope.handle("autoencoder", AutoencoderHandle.class).autoencoder();
    T latent = scope.input("latent");
    Shape needed = model.config().latentShape();
    if (!ops.shape(latent).equals(needed)) {
      throw new NodeException(
          "latent",
          "needs a latent of "
              + needed
              + ", the one wired is "
              + ops.shape(latent)
              + "; wire an autoencoder that was trained together with the denoiser",
          null);
    }
    T image = model.decode(ops, ops.reshape(latent, needed.prepend(1)));
    scope.output("image", ops.clamp(ops.reshape(image, model.config().imageShape()), -1, 1));
  }
}
