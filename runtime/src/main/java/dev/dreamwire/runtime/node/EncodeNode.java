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

/** A picture as a latent. */
final class EncodeNode implements TensorType {
  @Override
  public NodeSpec spec() {
    return NodeSpec.of("dreamwire:encode", "Encode", Category.MODEL)
        .help(
            """
            Folds a picture into a latent. A game needs it once, for the picture that it starts from; \
            after that the dream goes on in latents.\
            """)
        .in(Port.of("autoencoder", PortType.AUTOENCODER), Port.of("image", PortType.IMAGE))
        .out(Port.of("latent", PortType.LATENT))
        .build();
  }

  @Override
  public <T> void emit(TensorScope<T> scope) {
    Ops<T> ops = scope.ops();
    VitAutoencoder model = scope.handle("autoencoder", AutoencoderHandle.class).autoencoder();
    T image = scope.input("image");
    Shape needed = model.config().imageShape();
    if (!ops.shape(image).equals(needed)) {
      throw new NodeException(
          "image",
          "needs a picture of "
              + needed
              + ", the one wired is "
              + ops.shape(image)
              + "; set the size where the picture comes from",
          null);
    }
    T latent = model.encode(ops, ops.reshape(image, needed.prepend(1)));
    scope.output("latent", ops.reshape(latent, model.config().latentShape()));
  }
}
