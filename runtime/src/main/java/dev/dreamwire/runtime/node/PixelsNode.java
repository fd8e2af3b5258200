package dev.dreamwire.runtime.node;

import dev.dreamwire.api.node.NodeSpec;
import dev.dreamwire.api.node.NodeSpec.Category;
import dev.dreamwire.api.node.Port;
import dev.dreamwire.api.node.PortType;
import dev.dreamwire.api.node.TensorScope;
import dev.dreamwire.api.node.TensorType;
import java.util.function.Supplier;

/** Lets a picture be its own latent, for denoisers that work on pixels; one class, both ways. */
final class PixelsNode implements TensorType {
  private static final String IMAGE = "image";
  private static final String LATENT = "latent";

  private final boolean toLatent;
  private final Supplier<NodeSpec> spec;

  private PixelsNode(boolean toLatent, Supplier<NodeSpec> spec) {
    this.toLatent = toLatent;
    this.spec = spec;
  }

  /** From a picture to the latent that it is. */
  static PixelsNode fromPicture() {
    return new PixelsNode(
        true,
        () ->
            NodeSpec.of("dreamwire:pixels.from_image", "Picture to Pixels", Category.MODEL)
                .help(
                    """
                    Hands a picture to a denoiser that works on pixels, without an autoencoder between: \
                    nothing is lost, and there is much more to compute.\
                    """)
                .in(Port.of(IMAGE, PortType.IMAGE))
                .out(Port.of(LATENT, PortType.LATENT))
                .build());
  }

  /** From such a latent to the picture that it is. */
  static PixelsNode toPicture() {
    return new PixelsNode(
        false,
        () ->
            NodeSpec.of("dreamwire:pixels.to_image", "Pixels to Picture", Category.MODEL)
                .help(
                    "Shows what a denoiser that works on pixels made, held to the range of colours.")
                .in(Port.of(LATENT, PortType.LATENT))
                .out(Port.of(IMAGE, PortType.IMAGE))
                .build());
  }

  @Override
  public NodeSpec spec() {
    return spec.get();
  }

  @Override
  public <T> void emit(TensorScope<T> scope) {
    if (toLatent) {
      scope.output(LATENT, scope.input(IMAGE));
    } else {
      scope.output(IMAGE, scope.ops().clamp(scope.input(LATENT), -1, 1));
    }
  }
}
