package dev.dreamwire.runtime.node;

import dev.dreamwire.api.node.NodeSpec;
import dev.dreamwire.api.node.NodeSpec.Category;
import dev.dreamwire.api.node.Port;
import dev.dreamwire.api.node.PortType;
import dev.dreamwire.api.node.TensorScope;
import dev.dreamwire.api.node.TensorType;

/** Shows a clip frame by frame. */
final class ClipPlayerNode implements TensorType {
  @Override
  public NodeSpec spec() {
    return NodeSpec.of("dreamwire:clip_player", "Clip Player", Category.DIFFUSION)
        .help(
            """
            Keeps a clip that was made when play started, and hands out its frames one after another; \
            after the last it begins again. Wire its clip back to kept.\
            """)
        .in(Port.start("start", PortType.CLIP), Port.feedback("kept", PortType.CLIP))
        .out(Port.of("latent", PortType.LATENT), Port.of("clip", PortType.CLIP))
        .build();
  }

  @Override
  public <T> void emit(TensorScope<T> scope) {
    ClipFrames<T> clip = new ClipFrames<>(scope.ops(), scope.input("kept"));
    scope.output("latent", clip.at(scope, frame -> frame % clip.count()));
    scope.output("clip", clip.kept());
  }
}
