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

/** Pictures as latents: one picture, or the frames of a video. */
final class EncodeNode implements TensorType {
  private final NodeSpec spec;
  private final boolean video;

  private EncodeNode(NodeSpec spec, boolean video) {
    this.spec = spec;
    this.video = video;
  }

  /** Encodes one picture. */
  static EncodeNode picture() {
    return new EncodeNode(
        NodeSpec.of("dreamwire:encode", "Encode", Category.MODEL)
            .help(
                """
                Folds a picture into a latent. A game needs it once, for the picture that it starts \
                from; after that the dream goes on in latents.\
                """)
            .in(Port.of("autoencoder", PortType.AUTOENCODER), Port.of("image", PortType.IMAGE))
            .out(Port.of("latent", PortType.LATENT))
            .build(),
        false);
  }

  /** Encodes all frames of a video together. */
  static EncodeNode video() {
    return new EncodeNode(
        NodeSpec.of("dreamwire:encode.video", "Encode Video", Category.MODEL)
            .help(
                """
                Folds the frames of a video into latents, all when play starts. Wire the first to the \
                start of the History and the clip to the start of a Prompt.\
                """)
            .in(Port.of("autoencoder", PortType.AUTOENCODER), Port.of("video", PortType.VIDEO))
            .out(Port.of("latent", PortType.LATENT), Port.of("clip", PortType.CLIP))
            .build(),
        true);
  }

  @Override
  public NodeSpec spec() {
    return spec;
  }

  @Override
  public <T> void emit(TensorScope<T> scope) {
    Ops<T> ops = scope.ops();
    VitAutoencoder model = scope.handle("autoencoder", AutoencoderHandle.class).autoencoder();
    Shape picture = model.config().imageShape();
    String port = video ? "video" : "image";
    T pictures = scope.input(port);
    long count = video ? ops.shape(pictures).dim(0) : 1;
    if (!ops.shape(pictures).equals(video ? picture.prepend(count) : picture)) {
      throw new NodeException(
          port,
          "needs pictures of "
              + picture
              + ", what is wired is "
              + ops.shape(pictures)
              + "; set the size where the picture comes from",
          null);
    }
    T latents = model.encode(ops, ops.reshape(pictures, picture.prepend(count)));
    Shape latent = model.config().latentShape();
    if (video) {
      scope.output("clip", ops.reshape(latents, latent.prepend(count)));
    }
    scope.output("latent", ops.reshape(ops.slice(latents, 0, 0, 1), latent));
  }
}
